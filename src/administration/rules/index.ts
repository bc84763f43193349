/** What other features may use. */

export { recheckReports } from './rules.commands.ts'
export { ruleRoutes } from './rules.routes.ts'
