/** What other features may use. */

export { briefPage, briefReceipt, briefRows, overdueChips, soonInWords } from './brief.pages.ts'
export { type AnswerSection, answerSections, checkPage, type QuestionedReport, reportPhotos } from './check.pages.ts'
export { faultsOf, faultsOfDraft, readDraft } from './draft-faults.ts'
export { fieldChains, refusal, unsure } from './field.validation.ts'
export {
  acceptedAnswers,
  droppedPhotoChains,
  filingChains,
  formChains,
  idOf,
  readFiling,
  settleId,
} from './filing.validation.ts'
export { fillingOf, nowAs } from './filling.ts'
export { type Filling, fieldModel, photosModel, villageModel } from './form.fields.ts'
export { anchorOf, draftFor, fieldsOf, formPage } from './form.pages.ts'
export { act, doing, type EditedForm, isJudged, saveAsDraft } from './form-acts.ts'
export { type EntryKnown, type Fault, faultsIn } from './judging.ts'
export { dueOfForm, isAskedLate, lateName, lateReasonInEnvelope, lateReasonOf, lateReasonSent } from './lateness.ts'
export { errorsOf, fits, noteChain, textOf } from './note.validation.ts'
export { correctedPhotosFault, parkUploads, photosOf } from './photo.validation.ts'
export { questionsOf, shownParams } from './questions.pages.ts'
export { type TypedForm, typedForm } from './typed-form.pages.ts'
export { lastVisited } from './visited.pages.ts'
