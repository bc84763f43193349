/** What other features may use. */

export { amendingRoutes } from './amending.routes.ts'
