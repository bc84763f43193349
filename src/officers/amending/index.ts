/** What other features may use. */

export { reviewRoutes } from './review.routes.ts'
