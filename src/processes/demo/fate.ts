import { addDays, type Day, dateOf, dayIn, instantIn } from '../../kernel/days.ts'
import type { Answers } from '../../reports/engine/index.ts'
import { supplements } from './data/aftermath.ts'
import { cancelReasons, type Objection, objections } from './data/returns.ts'
import type { Chance } from './random.ts'
import type { Officer } from './workdays.ts'

/** What becomes of a report; what lies in the future has not happened. */
export interface Fate {
  cancelled?: { at: Date; reason: string }
  returned?: { at: Date; by: 'kbo' | 'kasat'; objection: Objection }
  corrected?: { at: Date }
  verified?: { at: Date }
  /** Taken back by its author before anybody decided, and sent again unless they forgot. */
  recalled?: { at: Date }
  resent?: { at: Date; field: string }
  duplicate?: { at: Date; original: string; note: string }
  supplemented?: { at: Date; body: string }
}

export interface Judged {
  officer: Officer
  typeKey: string
  answers: Answers
  arrivedAt: Date
  chance: Chance
  /** What was sent back weeks ago has been put right since. */
  isLongAgo: boolean
}

export function fateOf(judged: Judged): Fate {
  const { officer, arrivedAt, chance } = judged
  if (chance.is(0.012))
    return { cancelled: { at: later(arrivedAt, 5, 600, chance), reason: chance.pick(cancelReasons) } }
  if (chance.is(0.012)) return takenBack(judged)
  const decidedAt = nextSitting(arrivedAt, officer.timeZone, chance)
  if (!chance.is(0.16 - 0.1 * officer.strength)) return verifiedAt(decidedAt, chance)
  const returned = {
    at: decidedAt,
    by: chance.is(0.35) ? ('kbo' as const) : ('kasat' as const),
    objection: objectionTo(judged),
  }
  if (chance.is(0.12) && !judged.isLongAgo) return { returned }
  const correctedAt = later(decidedAt, 90, 3_600, chance)
  return {
    returned,
    corrected: { at: correctedAt },
    verified: { at: nextSitting(correctedAt, officer.timeZone, chance) },
  }
}

/** Some officers have more to say after the decision. */
const verifiedAt = (at: Date, chance: Chance): Fate => ({
  verified: { at },
  ...(chance.is(0.012) ? { supplemented: { at: later(at, 60, 2_800, chance), body: chance.pick(supplements) } } : {}),
})

function takenBack(judged: Judged): Fate {
  const { officer, arrivedAt, chance } = judged
  const recalledAt = later(arrivedAt, 4, 40, chance)
  if (chance.is(0.2) && !judged.isLongAgo) return { recalled: { at: recalledAt } }
  const resentAt = later(recalledAt, 6, 180, chance)
  return {
    recalled: { at: recalledAt },
    resent: { at: resentAt, field: objectionTo(judged).field },
    verified: { at: nextSitting(resentAt, officer.timeZone, chance) },
  }
}

const later = (at: Date, least: number, most: number, chance: Chance): Date =>
  new Date(at.getTime() + chance.whole(least, most) * 60_000 + chance.whole(0, 59_999))

/** An objection to something that the report has. */
export function objectionTo({ typeKey, answers, chance }: Pick<Judged, 'typeKey' | 'answers' | 'chance'>): Objection {
  const isThere = ({ field }: Objection) => field === 'foto' || answers[field] !== null
  return chance.pick(objections[typeKey]!.filter(isThere))
}

/** When the report is next in hand: a working day, mostly the next one, between eight and four. */
export function nextSitting(after: Date, zone: string, chance: Chance): Date {
  const waiting = chance.is(0.25) ? 0 : chance.is(0.75) ? 1 : chance.whole(2, 5)
  const on = workingDay(addDays(dayIn(zone, after), waiting))
  const at = sittingOn(on, zone, chance)
  return at > after ? at : sittingOn(workingDay(addDays(on, 1)), zone, chance)
}

const workingDay = (day: Day): Day => (dateOf(day).getUTCDay() === 0 ? addDays(day, 1) : day)

const sittingOn = (day: Day, zone: string, chance: Chance): Date =>
  new Date(instantIn(zone, day, '08:00').getTime() + chance.whole(0, 8 * 3_600) * 1_000)
