/** What other features may use of the nihil days. */

export { countDays, daysByOfficer, dutyDays, nihilOn, type OfficerDays } from './nihil.queries.ts'
export { nihilRoutes } from './nihil.routes.ts'
