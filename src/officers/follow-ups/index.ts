/** What other features may use. */

export { followUpRow } from './follow-ups.pages.ts'
export { countFollowUps, type FollowUpCounts, followUpsOfEntries } from './follow-ups.queries.ts'
export { followUpRoutes } from './follow-ups.routes.ts'
