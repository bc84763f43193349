import type { EventName } from '../platform/db/events.ts'
import { type Action, type ReportState, reportStates } from '../policy/policy.ts'

export interface Transition {
  allow: Action
  from: readonly ReportState[]
  to: ReportState
  event: EventName
  /** Whether a reason or note is needed. */
  note: boolean
}

/** How a report moves through its life. Who may do it stands in the policy; that there is no other way, in the database too. */
export const transitions = {
  verify: { allow: 'report.verify', from: ['submitted'], to: 'verified', event: 'report.verified', note: false },
  return: { allow: 'report.return', from: ['submitted'], to: 'returned', event: 'report.returned', note: true },
  correct: { allow: 'report.correct', from: ['returned'], to: 'submitted', event: 'report.corrected', note: true },
  cancel: {
    allow: 'report.cancel',
    from: ['submitted', 'returned'],
    to: 'cancelled',
    event: 'report.cancelled',
    note: true,
  },
} as const satisfies Record<string, Transition>

/** A report that its author took away, or that another one stands for, is in no figure. */
export const counts = (state: ReportState): boolean => state !== 'cancelled' && state !== 'duplicate'

export const countedStates: readonly ReportState[] = reportStates.filter(counts)

/** Why a report is sent back: coded, so that it can be counted; the note says the rest. */
export const returnReasons = ['tidak-lengkap', 'tidak-jelas', 'foto', 'lokasi', 'tidak-sesuai', 'lain'] as const

export type ReturnReason = (typeof returnReasons)[number]
