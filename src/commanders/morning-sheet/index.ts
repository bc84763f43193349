/** What other features may use. */

export { morningSheetRoutes } from './morning-sheet.routes.ts'
