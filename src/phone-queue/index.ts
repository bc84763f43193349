/** The pages of what waits on the phone. What waits there is the browser's to show: the server knows nothing of it. */

export { phoneQueueRoutes } from './phone-queue.routes.ts'
