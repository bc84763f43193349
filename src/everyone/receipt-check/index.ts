/** What other features may use. */

export { receiptCheckRoutes } from './receipt-check.routes.ts'
