export { morningSheetRoutes } from './morning-sheet.routes.ts'
