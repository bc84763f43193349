/** What other features may use. */

export { type AccountNotices, accountNotices } from './account-notices.ts'
export { adminHome } from './admin-home.ts'
export { personnelRoutes } from './all.routes.ts'
export { createFirstAdmin, type FirstAdmin, type Refusal } from './first-admin.commands.ts'
export { nameFault, tidyName } from './name.ts'
export { nrpFault, tidyNrp } from './nrp.ts'
export { confirmAsOperator, type OperatorAnswer, operatorRequests } from './operator.commands.ts'
export { pangkatList } from './pangkat.ts'
export { titleInWords } from './requests.pages.ts'
