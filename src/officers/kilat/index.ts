/** What other features may use. */

export { briefRoutes } from './brief.routes.ts'
export { completionRoutes } from './completion.routes.ts'
