/** What other features may use. */

export { type AccountNotices, accountNotices } from './account-notices.ts'
export { confirmAsOperator, type OperatorAnswer, operatorRequests } from './operator.commands.ts'
export { titleInWords } from './requests.pages.ts'
export { pendingOf } from './requests.queries.ts'
export { asking, requestRoutes, requestSecondPerson } from './requests.routes.ts'
