/** What other features may use. */

export { agreementRoutes } from './agreement.routes.ts'
