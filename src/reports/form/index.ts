/** What other features may use. */

export { briefPage, briefReceipt, briefRows, overdueChips, soonInWords } from './brief.pages.ts'
export { type AnswerSection, type Asked, answerSections, checkPage, reportPhotos } from './check.pages.ts'
export { faultsOf, faultsOfDraft, readDraft } from './draft-faults.ts'
export { fieldChains, refusal, unsure } from './field.checks.ts'
export {
  acceptedAnswers,
  answerAndPlaceChains,
  droppedPhotoChains,
  filingChains,
  idOf,
  readFiling,
  settleId,
} from './filing.checks.ts'
export { fillingOf, nowAs } from './filling.ts'
export { type Filling, fieldModel, photosModel, villageModel } from './form.fields.ts'
export { anchorOf, draftFor, fieldsOf, formPage } from './form.pages.ts'
export { act, type Desk, doing, isJudged, keepDraft } from './form-acts.ts'
export { type EntryKnown, type Fault, faultsIn } from './judging.ts'
export { dueOfForm, isAskedLate, lateName, lateReasonOf, lateReasonSealed, lateReasonSent } from './lateness.ts'
export { errorsOf, fits, noteChain, textOf } from './note.checks.ts'
export { correctedPhotosFault, parkUploads, photosOf } from './photo.checks.ts'
export { questionsOf, shownParams } from './questions.pages.ts'
export { type TypedForm, typedForm } from './typed-form.pages.ts'
export { lastVisited } from './visited.pages.ts'
