/** What other features may use. */

export { helpRoutes } from './help.routes.ts'
