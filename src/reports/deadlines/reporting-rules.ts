import { addDays, type Day, instantIn } from '../../kernel/days.ts'

/** By when a report is due that happened on one of the days from `since` to `until`. */
export interface ReportingRule {
  /** Of the unit that it is for, with all units below. */
  unitPath: string
  /** Null: every type that has no rule of its own. */
  typeKey: string | null
  /** How many days after the one on which it happened. */
  days: number
  /** `21:00`; that minute still counts. */
  time: string
  graceMinutes: number
  since: Day
  until: Day | null
}

export type Limit = Pick<ReportingRule, 'days' | 'time' | 'graceMinutes'>

/** A limit lies at most so many days after the day it is for. */
export const mostDays = 14

/** What holds where nobody has set a rule: the end of the next day. */
export const usualLimit: Limit = { days: 1, time: '23:59', graceMinutes: 0 }

export interface Occurrence {
  /** Undefined where it is asked for any type that has no rule of its own. */
  typeKey?: string
  unitPath: string
  occurredOn: Day
}

/** The limit for it: of the nearest unit that has one, and there of its own type before all types. */
export function limitFor(rules: readonly ReportingRule[], { typeKey, unitPath, occurredOn }: Occurrence): Limit {
  const fitting = rules.filter(
    (rule) =>
      unitPath.startsWith(rule.unitPath) &&
      (rule.typeKey === null || rule.typeKey === typeKey) &&
      rule.since <= occurredOn &&
      (rule.until === null || occurredOn <= rule.until),
  )
  const weight = (rule: ReportingRule) => rule.unitPath.length * 2 + (rule.typeKey === null ? 0 : 1)
  return (
    fitting.reduce<ReportingRule | undefined>(
      (best, rule) => (best && weight(best) >= weight(rule) ? best : rule),
      undefined,
    ) ?? usualLimit
  )
}

/** When a limit falls for that day, before anything has moved it. */
export function limitAt({ days, time, graceMinutes }: Limit, occurredOn: Day, zone: string): Date {
  const last = instantIn(zone, addDays(occurredOn, days), `${time}:59`)
  return new Date(last.getTime() + graceMinutes * 60_000)
}
