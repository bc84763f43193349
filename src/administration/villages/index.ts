/** What other features may use. */

export { villageRoutes } from './villages.routes.ts'
