/** What other features may use of the nihil days. */

export { dutyDays } from './duty.queries.ts'
export { countDays, daysByOfficer, nihilOn, type OfficerDays } from './nihil.queries.ts'
export { nihilRoutes } from './nihil.routes.ts'
