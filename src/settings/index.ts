export { settingsOf } from './settings.queries.ts'
export { type Settings } from './settings.ts'
