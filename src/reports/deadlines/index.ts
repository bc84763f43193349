/** What other features may use. */

export { outagesSince, readTimeFacts, withOutages } from './deadlines.queries.ts'
export {
  completionDueAt,
  correctionDueAt,
  dueOf,
  type FiledAsBrief,
  isCompletionOverdue,
  isDelayed,
  isLate,
  type TimeFacts,
} from './due.ts'
export { showDuration } from './duration.ts'
export { pruneHeartbeats } from './heartbeat.commands.ts'
export { startHeartbeat } from './heartbeat.ts'
export { isLateReason, lateReasons } from './late-reasons.ts'
export { showOutage } from './outage-banner.pages.ts'
export { outageBanner } from './outage-banner.ts'
export { outageRoutes } from './outages.routes.ts'
export { type Outage } from './outages.ts'
export { reopenedFor } from './reopened.pages.ts'
export { type Limit, mostDays, usualLimit } from './reporting-rules.ts'
export { statusRoutes } from './status.routes.ts'
