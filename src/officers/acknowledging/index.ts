/** What other features may use. */

export { type Disowned, type Doubted, doubtedReports } from './acknowledging.queries.ts'
export { acknowledgingRoutes } from './acknowledging.routes.ts'
