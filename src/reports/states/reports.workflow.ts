import { type Action, type ReportState, reportStates, uncountedStates } from '../../access/policy/policy.ts'
import type { EventName } from '../../platform/db/events.ts'

export interface Transition {
  allow: Action
  from: readonly ReportState[]
  to: ReportState
  event: EventName
  /** Whether a reason or note is needed. */
  note: boolean
}

const undecided = ['submitted', 'checked', 'accepted'] as const satisfies ReportState[]

/** How a report moves through its life. Who may do it stands in the policy; that there is no other way, in the database too. */
export const transitions = {
  acknowledge: {
    allow: 'report.acknowledge',
    from: ['unacknowledged'],
    to: 'submitted',
    event: 'report.acknowledged',
    note: false,
  },
  /** A laporan kilat is still to be completed then. */
  acknowledgeBrief: {
    allow: 'report.acknowledge',
    from: ['unacknowledged'],
    to: 'brief',
    event: 'report.acknowledged',
    note: false,
  },
  endorse: {
    allow: 'report.endorse',
    from: ['unacknowledged'],
    to: 'submitted',
    event: 'report.endorsed',
    note: true,
  },
  endorseBrief: {
    allow: 'report.endorse',
    from: ['unacknowledged'],
    to: 'brief',
    event: 'report.endorsed',
    note: true,
  },
  disown: {
    allow: 'report.disown',
    from: ['unacknowledged'],
    to: 'disowned',
    event: 'report.disowned',
    note: true,
  },
  reject: {
    allow: 'report.reject',
    from: ['unacknowledged'],
    to: 'disowned',
    event: 'report.rejected',
    note: true,
  },
  complete: { allow: 'report.complete', from: ['brief'], to: 'submitted', event: 'report.completed', note: false },
  recall: { allow: 'report.recall', from: ['submitted'], to: 'recalled', event: 'report.recalled', note: false },
  resend: { allow: 'report.resend', from: ['recalled'], to: 'submitted', event: 'report.resent', note: false },
  check: { allow: 'report.check', from: ['submitted'], to: 'checked', event: 'report.checked', note: false },
  return: { allow: 'report.return', from: undecided, to: 'returned', event: 'report.returned', note: true },
  correct: { allow: 'report.correct', from: ['returned'], to: 'submitted', event: 'report.corrected', note: true },
  verify: { allow: 'report.verify', from: undecided, to: 'verified', event: 'report.verified', note: false },
  accept: { allow: 'queue.decide', from: ['submitted'], to: 'accepted', event: 'report.accepted', note: false },
  markDuplicate: {
    allow: 'report.markDuplicate',
    from: undecided,
    to: 'duplicate',
    event: 'report.markedDuplicate',
    note: false,
  },
  cancel: {
    allow: 'report.cancel',
    from: ['brief', 'submitted', 'recalled', 'returned'],
    to: 'cancelled',
    event: 'report.cancelled',
    note: true,
  },
  /** Of what was decided together with others, for ten minutes; one that the Kanit had checked is `checked` again. */
  undo: { allow: 'queue.decide', from: ['verified', 'accepted'], to: 'submitted', event: 'report.undone', note: false },
  undoToChecked: { allow: 'queue.decide', from: ['verified'], to: 'checked', event: 'report.undone', note: false },
} as const satisfies Record<string, Transition>

export const counts = (state: ReportState): boolean => !uncountedStates.includes(state)

export const countedStates: readonly ReportState[] = reportStates.filter(counts)

/** Why a report is sent back: coded, so that it can be counted; the note says the rest. */
export const returnReasons = ['tidak-lengkap', 'tidak-jelas', 'foto', 'lokasi', 'tidak-sesuai', 'lain'] as const

export type ReturnReason = (typeof returnReasons)[number]

/** How long the author has to acknowledge a report, before the Kasat may decide instead. */
export const acknowledgementDays = 7

/** What was asked for by then has waited long enough for its author. */
export const unansweredSince = (now: Date): Date => new Date(now.getTime() - acknowledgementDays * 86_400_000)

/** How long the polsek has for its reading, before the polres may decide without. */
const polsekHours = 24

export const polsekDeadline = (arrivedAt: Date): Date => new Date(arrivedAt.getTime() + polsekHours * 3_600_000)

/** What arrived by then has waited long enough for the polsek. */
export const overdueSince = (now: Date): Date => new Date(now.getTime() - polsekHours * 3_600_000)
