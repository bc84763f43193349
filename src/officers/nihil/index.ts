/** What other features may use. */

export { dutyDays } from './duty.queries.ts'
export { countDays, daysByOfficer, nihilOn, type OfficerDays } from './nihil.queries.ts'
export { nihilRoutes } from './nihil.routes.ts'
