/** What other features may use. */

export { phoneQueueRoutes } from './phone-queue.routes.ts'
