import { addDays, type Day, instantIn } from '../../kernel/days.ts'
import type { PlannedAbsence } from './absences.commands.ts'
import type { PlannedPerson } from './people.ts'
import { chanceOf } from './random.ts'
import type { Officer } from './workdays.ts'

export interface Absences {
  officers: readonly Officer[]
  people: readonly PlannedPerson[]
  seed: number
  timeZone: string
  today: Day
}

const duties = ['BKO pengamanan unjuk rasa di Polda', 'BKO Polres tetangga', 'Pengamanan kunjungan pejabat']

/** What the Kanit of each polsek has recorded of who was away: not of all, for some were never reported to them. */
export function absencesOf({ officers, people, seed, timeZone, today }: Absences): PlannedAbsence[] {
  const kanitOf = new Map(people.filter(({ role }) => role === 'kanit').map(({ unitPath, id }) => [unitPath, id]))
  return officers
    .filter(({ until }) => until === today)
    .flatMap(({ id, nrp, unitPath, leave }) => {
      const chance = chanceOf(seed, nrp, 'absence')
      const recorder = kanitOf.get(unitPath)
      return leave
        .filter(
          ({ from, kind }) => from <= today && recorder !== undefined && (kind === 'dinas-luar' || chance.is(0.75)),
        )
        .map(({ from, until, kind }) => ({
          personId: id,
          recorder: recorder!,
          kind,
          from,
          until,
          note: kind === 'dinas-luar' ? chance.pick(duties) : null,
          at: instantIn(timeZone, addDays(from, -1), `${chance.whole(10, 15)}:${chance.whole(10, 59)}`),
        }))
    })
}
