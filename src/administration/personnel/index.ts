/** What other features may use. */

export { personnelRoutes } from './all.routes.ts'
