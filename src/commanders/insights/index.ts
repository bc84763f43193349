/** What other features may use. */

export { dashboardRoutes } from './dashboard.routes.ts'
export { earlyWarningRoutes } from './early-warnings.routes.ts'
export { hasWarned, type Warned, warnedOf } from './early-warnings.ts'
