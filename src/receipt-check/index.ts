export { receiptCheckRoutes } from './receipt-check.routes.ts'
