/** What other features may use. */

export { decisionRoutes } from './decision.routes.ts'
export { queueRoutes } from './queue.routes.ts'
