/** What other features may use. */

export { offlineRoutes } from './offline.routes.ts'
