/** What other features may use. */

export { coverageRoutes } from './coverage.routes.ts'
