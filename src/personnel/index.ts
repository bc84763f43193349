import { accountRoutes } from './account.routes.ts'
import { deviceRoutes } from './devices.routes.ts'
import * as personnel from './personnel.routes.ts'
import { placementRoutes } from './placement.routes.ts'
import { requestRoutes } from './requests.routes.ts'

export { type AccountNews, accountNews } from './account-news.ts'
export { adminHome } from './admin-home.ts'
export { createFirstAdmin, type FirstAdmin, type Refusal } from './first-admin.commands.ts'
export { nameFault, tidyName } from './name.ts'
export { nrpFault, tidyNrp } from './nrp.ts'
export { pangkatList } from './pangkat.ts'

export const personnelRoutes = [
  ...personnel.personnelRoutes,
  ...accountRoutes,
  ...placementRoutes,
  ...deviceRoutes,
  ...requestRoutes,
]
