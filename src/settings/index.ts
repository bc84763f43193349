export { settingsOf } from './settings.queries.ts'
export { settingRoutes } from './settings.routes.ts'
export { type Settings } from './settings.ts'
