/** What other features may use. */

export { carryRoutes } from './carry.routes.ts'
