/** What other features may use. */

export { outagesSince, readTimeFacts, withOutages } from './deadlines.queries.ts'
export {
  completionDueAt,
  correctionDueAt,
  dueOf,
  type FiledBriefly,
  isCompletionOverdue,
  isDelayed,
  isLate,
  type TimeFacts,
} from './due.ts'
export { showDuration } from './duration.ts'
export { pruneHeartbeats } from './heartbeat.commands.ts'
export { startHeartbeat } from './heartbeat.ts'
export { isLateReason, lateReasons } from './late-reasons.ts'
export { outageRoutes } from './outages.routes.ts'
export { type Outage } from './outages.ts'
export { reopenedFor } from './reopened.pages.ts'
export { type Limit, mostDays, usualLimit } from './reporting-rules.ts'
export { statusRoutes } from './status.routes.ts'
export { showOutage } from './strip.pages.ts'
export { strips } from './strip.ts'
