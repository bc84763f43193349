/** What other features may use. */

export {
  acknowledgementDays,
  countedStates,
  counts,
  overdueSince,
  polsekDeadline,
  returnReasons,
  type Transition,
  transitions,
  unansweredSince,
} from './reports.workflow.ts'
