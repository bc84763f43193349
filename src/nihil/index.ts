/** What other features may use of the nihil days. */

export { nihilOn } from './nihil.queries.ts'
export { nihilRoutes } from './nihil.routes.ts'
