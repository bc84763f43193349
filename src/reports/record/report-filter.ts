import type { ReportState } from '../../access/policy/policy.ts'
import type { Day } from '../../kernel/days.ts'

export interface ReportFilter {
  type?: string
  states?: ReportState[]
  unitPath?: string
  authorId?: string
  /** The key of a warning. */
  mark?: string
  from?: Day
  until?: Day
  /** Written after it was due, or more than an hour on its way from the phone. */
  timing?: 'late' | 'delayed'
}

/** The place in a list after which a page begins: the day and id of the last row before it. */
export interface After {
  on: Day
  id: string
}
