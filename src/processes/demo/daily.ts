import { villageTitle } from '../../administration/units/index.ts'
import { addDays, type Day, dayIn, instantIn } from '../../kernel/days.ts'
import { reportType } from '../../reports/registry/index.ts'
import { type Act, acts, pickAct } from './acts.ts'
import { cast } from './cast.ts'
import { objections } from './data/returns.ts'
import type { PlannedEntry } from './entries.ts'
import { fateOf } from './fate.ts'
import type { Village } from './organisation.ts'
import { isLongAgo, type PlannedReport, type World } from './plan.ts'
import { type Chance, chanceOf, idOf } from './random.ts'
import { sequelsOf } from './sequels.ts'
import { type Officer, reportsOn, type Times, timesOf } from './workdays.ts'

/** What the officer reports of a day, and what becomes of it. */
export function reportsOfDay(world: World, officer: Officer, day: Day): PlannedReport[] {
  const chance = chanceOf(world.seed, officer.nrp, day)
  const isStory = isBudisReturn(world, officer, day)
  const count = Math.max(reportsOn(officer, day, chance), isStory ? 1 : 0)
  const seen = new Set<PlannedEntry>()
  const reports = Array.from({ length: count }, (_, index) => {
    const act = isStory && index === 0 ? acts[0]! : pickAct(chance)
    return reportOf(world, { officer, day, seen }, index, act, chance)
  })
  if (isStory) reports[0] = returnedToBudi(reports[0]!, day)
  return reports.flatMap((report) => [report, ...sequelsOf(report, world)])
}

function reportOf(
  world: World,
  { officer, day, seen }: { officer: Officer; day: Day; seen: Set<PlannedEntry> },
  index: number,
  act: Act,
  chance: Chance,
): PlannedReport {
  const village = chance.pick(officer.villages)
  const times = timesOf(officer, day, chance)
  const type = reportType(act.typeKey)
  const scene = sceneOf(world, officer, day, village, times, chance)
  const entry = act.about && visited(world[act.about].get(village.code)!, officer, chance, seen)
  const answers = act.answers(type, scene, entry as PlannedEntry)
  const { minWhen, min } = type.photos
  const photos = minWhen && answers[minWhen.field] === minWhen.is ? minWhen.min : Math.max(1, min)
  const [otherPicture, ...pictures] = chance.shuffled(world.pictures[act.shows]).slice(0, photos + 1)
  const { writtenAt, arrivedAt } = times
  const fate = fateOf({ officer, typeKey: type.key, answers, arrivedAt, chance, isLongAgo: isLongAgo(world, day) })
  const id = idOf(world.seed, 'report', officer.nrp, day, index)
  return {
    id,
    type,
    officer,
    answers,
    writtenAt,
    arrivedAt,
    fate,
    villageCode: village.code,
    pictures,
    otherPicture: otherPicture!,
  }
}

function sceneOf(
  world: World,
  officer: Officer,
  day: Day,
  village: Village,
  { time, writtenAt }: Times,
  chance: Chance,
) {
  return {
    chance,
    day,
    time,
    writtenOn: dayIn(officer.timeZone, writtenAt),
    village: villageTitle(village),
    villageCode: village.code,
    centre: world.centres.get(village.code)!,
  }
}

/** Weak officers knock at the same few doors; at one hardly twice a day. */
function visited(
  households: readonly PlannedEntry[],
  officer: Officer,
  chance: Chance,
  seen: Set<PlannedEntry>,
): PlannedEntry {
  const spread = officer.strength < 0.6 ? 2.4 : 1.15
  const one = () => households[Math.floor(chance.next() ** spread * households.length)]!
  let entry = one()
  for (let tries = 0; tries < 6 && seen.has(entry); tries += 1) entry = one()
  seen.add(entry)
  return entry
}

const isBudisReturn = ({ today }: World, { nrp }: Officer, day: Day): boolean =>
  nrp === cast.budi.nrp && day === addDays(today, -2)

/** One report waits for Budi's correction, so that a visitor who signs in as Budi has something to do. */
function returnedToBudi(report: PlannedReport, day: Day): PlannedReport {
  const zone = report.officer.timeZone
  const writtenAt = instantIn(zone, day, '20:47')
  return {
    ...report,
    writtenAt,
    arrivedAt: new Date(writtenAt.getTime() + 21_000),
    fate: {
      returned: {
        at: instantIn(zone, addDays(day, 1), '09:20'),
        by: 'kasat',
        objection: objections['kunjungan-warga']![0]!,
      },
    },
  }
}
