import { addDays, type Day } from '../../kernel/days.ts'
import type { Share } from '../quality/index.ts'

/** Reports of one week, row (a unit's path, or an officer's id) and type; those cancelled and doubled are not among them. */
export interface WeekCount extends Counts {
  week: Day
  row: string
  type: string
}

export interface Counts {
  reports: number
  verified: number
  late: number
}

/** What is expected of one officer. */
export interface Target {
  type: string
  count: number
  per: 'hari' | 'minggu'
}

/** What the officers of a row reached of their targets in a week, and on how many days, added up over them, they were on duty. */
export interface Progress {
  week: Day
  row: string
  attained: number
  days: number
}

export interface Board {
  /** Mondays, the earliest first; after the chosen one only the week that is not over. */
  weeks: Day[]
  chosen: Day
  counts: readonly WeekCount[]
  progress: readonly Progress[]
  targets: readonly Target[]
}

export interface Part {
  week?: Day
  row?: string
  type?: string
}

const isOf = (part: Part, one: { week: Day; row: string; type?: string }): boolean =>
  (part.week === undefined || part.week === one.week) &&
  (part.row === undefined || part.row === one.row) &&
  (part.type === undefined || part.type === one.type)

export const countsOf = ({ counts }: Board, part: Part): Counts =>
  counts
    .filter((one) => isOf(part, one))
    .reduce(
      (sum, one) => ({
        reports: sum.reports + one.reports,
        verified: sum.verified + one.verified,
        late: sum.late + one.late,
      }),
      { reports: 0, verified: 0, late: 0 },
    )

const daysOfWeek = 7

/** What one officer is expected to file on a day of duty; what is due in a week is spread over its days. */
export const dailyTarget = (targets: readonly Target[]): number =>
  targets.reduce((sum, { count, per }) => sum + (per === 'hari' ? count : count / daysOfWeek), 0)

/** What was reached, of what was expected: whole reports. */
export function attainmentOf({ progress, targets }: Board, part: Omit<Part, 'type'>): Share {
  const those = progress.filter((one) => isOf(part, one))
  const days = those.reduce((sum, one) => sum + one.days, 0)
  return { good: those.reduce((sum, one) => sum + one.attained, 0), of: Math.round(days * dailyTarget(targets)) }
}

export const timelinessOf = ({ reports, late }: Counts): Share => ({ good: reports - late, of: reports })
export const verifiedOf = ({ reports, verified }: Counts): Share => ({ good: verified, of: reports })

export const weekBefore = (week: Day): Day => addDays(week, -daysOfWeek)
export const weekAfter = (week: Day): Day => addDays(week, daysOfWeek)

/** So many Mondays up to this one. */
export const weeksUntil = (last: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(last, -daysOfWeek * (count - 1 - index)))
