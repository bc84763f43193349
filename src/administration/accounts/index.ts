/** What other features may use. */
export {
  createPerson,
  editedIn,
  editPerson,
  endSessionsOf,
  insertPerson,
  issueSlip,
  reinstatePerson,
  renewSlip,
  suspendPerson,
  writeEdited,
  writeReinstated,
  writeSlip,
} from './account.commands.ts'
export { type Choices, editPage, issuePage, newPersonPage, slipPage, suspensionPage } from './account.pages.ts'
export {
  type FoundPerson,
  findPerson,
  type Handover,
  handoverOf,
  hasOtherAdmin,
  type ListedPerson,
  openSlipUntil,
  peoplePage,
  slipStillOpen,
  villagesOnlyOf,
} from './account.queries.ts'
/** The validation of account forms, as one namespace. */
export * as accountValidation from './account.validation.ts'
export { reasonChain } from './account.validation.ts'
export { adminHome } from './admin-home.ts'
export { createFirstAdmin, type FirstAdmin, type Refusal } from './first-admin.commands.ts'
export { type Filled, formPage, questions, untouched } from './form.pages.ts'
export { knownNrpFault } from './known-nrp.commands.ts'
export { lockedPerson } from './locked-person.commands.ts'
export { callPerson, nameFault, tidyName } from './name.ts'
export { type NoticeStage, notify } from './notices.commands.ts'
export { nrpFault, tidyNrp } from './nrp.ts'
export { pangkatList } from './pangkat.ts'
export { type PeopleFilter, type PersonState, peopleKinds } from './people-filter.ts'
export { assignVillages, endAssignment, movePerson, writeMove } from './placement.commands.ts'
export { fitsIn } from './placement.ts'
export {
  type AccountAct,
  type ActKind,
  confirmingRoles,
  isBecoming,
  isCommandRole,
  isOpen,
  needsSecondPerson,
  newCommanderDays,
  requestHours,
  type WhyNot,
  whyNotConfirm,
} from './second-person.ts'
export { isReadable, lineOf, textOf, textsOf } from './sent.ts'
export { type Slip, slipMinutes } from './slip.ts'
