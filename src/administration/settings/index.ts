/** What other features may use. */

export { settingsOf } from './settings.queries.ts'
export { settingRoutes } from './settings.routes.ts'
