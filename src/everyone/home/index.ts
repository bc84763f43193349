/** What other features may use. */

export { homeRoutes } from './home.routes.ts'
