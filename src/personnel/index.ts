/** What other features may use of personnel. */

export { type AccountNews, accountNews } from './account-news.ts'
export { adminHome } from './admin-home.ts'
export { personnelRoutes } from './all.routes.ts'
export { createFirstAdmin, type FirstAdmin, type Refusal } from './first-admin.commands.ts'
export { nameFault, tidyName } from './name.ts'
export { nrpFault, tidyNrp } from './nrp.ts'
export { pangkatList } from './pangkat.ts'
