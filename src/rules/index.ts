/** What other features may use of the rules over stored reports. */

export { recheckReports } from './rules.commands.ts'
export { countFindings, lastRun } from './rules.queries.ts'
export { ruleRoutes } from './rules.routes.ts'
