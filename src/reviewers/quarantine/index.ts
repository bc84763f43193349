/** What other features may use. */

export { placingRoutes } from './placing.routes.ts'
export { quarantineRoutes } from './quarantine.routes.ts'
