import { requestRoutes } from '../second-person/index.ts'
import { accountRoutes } from './account.routes.ts'
import { deviceRoutes } from './devices.routes.ts'
import { personRoutes } from './personnel.routes.ts'
import { placementRoutes } from './placement.routes.ts'

/** Every address of accounts and placements. */
export const personnelRoutes = [
  ...personRoutes,
  ...accountRoutes,
  ...placementRoutes,
  ...deviceRoutes,
  ...requestRoutes,
]
