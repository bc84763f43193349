import type { AbsenceKind } from '../../administration/absences/index.ts'
import { addDays, type Day, dateOf, instantIn } from '../../kernel/days.ts'
import type { Village } from './organisation.ts'
import { type Chance, chanceOf } from './random.ts'

export interface Leave {
  from: Day
  until: Day
  kind: AbsenceKind
}

/** A Bhabinkamtibmas at work: how much, how punctual, and when not at all. */
export interface Officer {
  id: string
  nrp: string
  unitPath: string
  timeZone: string
  villages: readonly Village[]
  /** From 0.2 for the weakest to 1.2 for the strongest. */
  strength: number
  /** The share of reports that are written too late. */
  tardiness: number
  leave: readonly Leave[]
  /** After this day there are no reports. */
  until: Day
}

type Serving = Pick<Officer, 'id' | 'nrp' | 'unitPath' | 'timeZone' | 'villages' | 'until'>

/** What kind of worker somebody is; the people of the cast are good ones. */
export function officerOf(
  serving: Serving,
  seed: number,
  isCast: boolean,
  period: { from: Day; days: number },
): Officer {
  const chance = chanceOf(seed, serving.nrp, 'habits')
  const strength = isCast ? 1.1 : chance.is(0.15) ? 0.2 + chance.next() * 0.3 : 0.6 + chance.next() * 0.6
  const tardiness = isCast ? 0.02 : Math.max(0.01, 0.22 - 0.18 * strength + (chance.next() - 0.5) * 0.06)
  const onLeave = !isCast && period.days > 20 && chance.is(0.4)
  const first = addDays(period.from, chance.whole(0, period.days))
  const leave = onLeave ? [{ from: first, until: addDays(first, chance.whole(3, 9)) }] : []
  const elsewhere = isCast ? undefined : elsewhereNow(serving, seed, addDays(period.from, period.days - 1))
  return {
    ...serving,
    strength,
    tardiness,
    leave: elsewhere ? [elsewhere] : leave.map((days) => ({ ...days, kind: kindOf(serving, seed) })),
  }
}

const kindOf = ({ nrp }: Serving, seed: number): AbsenceKind =>
  chanceOf(seed, nrp, 'leave').pick(['cuti', 'cuti', 'sakit', 'izin', 'pendidikan'])

/** A few are lent to others these days, so that there is always somebody who is not there. */
function elsewhereNow({ nrp }: Serving, seed: number, today: Day): Leave | undefined {
  const chance = chanceOf(seed, nrp, 'elsewhere')
  if (!chance.is(0.06)) return undefined
  return { from: addDays(today, -chance.whole(1, 4)), until: addDays(today, chance.whole(1, 10)), kind: 'dinas-luar' }
}

/** Sunday to Saturday. */
const eagerness = [0.3, 1, 1.05, 1, 1.05, 0.9, 0.5]
const reportsOfGoodDay = 3.9

const isAway = ({ until: last, leave }: Officer, day: Day): boolean =>
  day > last || leave.some(({ from, until }) => from <= day && day <= until)

/** When the officer files a nihil in the evening, if they do; weak officers mostly stay silent. */
export function nihilAt(officer: Officer, day: Day, seed: number): Date | undefined {
  const chance = chanceOf(seed, officer.nrp, day, 'nihil')
  if (isAway(officer, day) || !chance.is(0.6 * officer.strength)) return undefined
  return new Date(instantIn(officer.timeZone, day, '17:00').getTime() + chance.whole(0, 5 * 3_600) * 1_000)
}

/** How many reports the officer has to write of that day. */
export function reportsOn(officer: Officer, day: Day, chance: Chance): number {
  return isAway(officer, day)
    ? 0
    : chance.times(reportsOfGoodDay * officer.strength * eagerness[dateOf(day).getUTCDay()]!)
}

export interface Times {
  /** `09:42` */
  time: string
  writtenAt: Date
  arrivedAt: Date
}

const minutes = (count: number) => count * 60_000

/** When it happened, when it was written down (mostly that evening) and when it reached the server. */
export function timesOf(officer: Officer, day: Day, chance: Chance): Times {
  const midnight = instantIn(officer.timeZone, day, '00:00').getTime()
  const happened = 5 * chance.whole(96, 246)
  const time = `${String(Math.floor(happened / 60)).padStart(2, '0')}:${String(happened % 60).padStart(2, '0')}`
  const writtenAt = new Date(midnight + minutes(writtenAfter(officer, happened, chance)) + chance.whole(0, 59_999))
  const delay = chance.is(0.94) ? chance.whole(2_000, 90_000) : minutes(chance.whole(20, 1_900))
  return { time, writtenAt, arrivedAt: new Date(writtenAt.getTime() + delay) }
}

const evening = [19 * 60 + 30, 23 * 60 + 50] as const

/** In minutes after the midnight before the activity. */
function writtenAfter(officer: Officer, happened: number, chance: Chance): number {
  if (chance.is(officer.tardiness))
    return 1440 * (chance.is(0.1) ? chance.whole(8, 12) : chance.whole(2, 4)) + chance.whole(8 * 60, 22 * 60)
  if (chance.is(0.25)) return happened + chance.whole(8, 70)
  if (chance.is(0.12)) return 1440 + chance.whole(7 * 60, 22 * 60)
  return Math.max(happened + 10, chance.whole(...evening))
}
