/** What other features may use. */

export { quarantineRoutes } from './quarantine.routes.ts'
export { unassignedRoutes } from './unassigned.routes.ts'
