/** What other features may use. */

export { windowRoutes } from './window.routes.ts'
