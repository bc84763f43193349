/** What other features may use of the reports. */

export { agreementRoutes } from './agreement.routes.ts'
export { overdueChips, soonInWords } from './brief.pages.ts'
export { briefRoutes } from './brief.routes.ts'
export { briefAnswers, briefForm } from './brief.ts'
export { differencesOf, type Side, sideOf } from './comparison.pages.ts'
export { comparisonRoutes } from './comparison.routes.ts'
export { completionRoutes } from './completion.routes.ts'
export { decisionRoutes } from './decision.routes.ts'
export { putIntoDraft, requireDraft } from './draft-entry.ts'
export { draftWire, parkPhotos, sealedDraft, sweepParkedPhotos } from './drafts.commands.ts'
export { draftsOf } from './drafts.queries.ts'
export { type Answers, askedFields, type ReportType } from './engine/definition.ts'
export {
  choice,
  date,
  type Field,
  integer,
  isOptional,
  long,
  many,
  type Options,
  phone,
  type RegisterName,
  readLabel,
  text,
  time,
  village,
} from './engine/fields.ts'
export { type Names, type Showing, show, showAnswer } from './engine/kinds.ts'
export { unknownKey, withUnknowns } from './engine/unknowns.ts'
export { fieldProblem, problemsIn } from './engine/validation.ts'
export {
  fieldsEver,
  isOffered,
  isTaken,
  type Term,
  termsIn,
  typeOn,
  type Word,
  wordsOf,
} from './engine/vocabulary.ts'
export { type VocabularyName, vocabularyNames } from './engine/vocabulary-names.ts'
export { formVersionOf, readAnswers, readForm, type Wire, wireOf } from './engine/wire.ts'
export { fieldChains, refusal, unsure } from './field.checks.ts'
export { fileReports } from './filing.commands.ts'
export { filingRoutes } from './filing.routes.ts'
export { type EnvelopeRow, type Filing } from './filing-model.ts'
export { fieldModel, villageModel } from './form.fields.ts'
export { type EntryKnown, type Fault, faultsIn } from './judging.ts'
export { lateReasonSealed } from './lateness.ts'
export { listRows } from './list.pages.ts'
export { countReports, figuresOf, listReports, listReportsById } from './list.queries.ts'
export { readAfter, readListQuery } from './list-query.ts'
export { details, move } from './move.commands.ts'
export { namesFor } from './names.queries.ts'
export { draftRows } from './new-report.pages.ts'
export { errorsOf, noteChain } from './note.checks.ts'
export { overtaken } from './overtaken.ts'
export { type CleanPhoto, cleanBytes, cleanPhoto } from './photos.ts'
export { queueRoutes } from './queue.routes.ts'
export { waitingReports } from './queue.ts'
export { digestOf, isSameContent, newCheckCode, sealedPhotos, showCheckCode } from './receipt.ts'
export { findReportType, headlineOf, reportType } from './registry.ts'
export { columnsOf, filingOf, keptOf } from './report-row.ts'
export { type FoundReport, findReport } from './reports.queries.ts'
export { reportInReach, reportRoutes } from './reports.routes.ts'
export { countedStates, counts, type Transition, transitions } from './reports.workflow.ts'
export { returnReasonOptions } from './return-reasons.ts'
export { reviewRoutes } from './review.routes.ts'
export { scopeOf } from './scope.queries.ts'
export { sealedRoutes } from './sealed.routes.ts'
export { openAt, reportPlace } from './sealed.ts'
export { villagesForDraft } from './served.queries.ts'
export { allTerms, fieldsToday, typeToday } from './terms.queries.ts'
export { withAuthorsThen } from './then.queries.ts'
export { type TypedForm, typedForm } from './typed-form.pages.ts'
export { reportTypes } from './types/index.ts'
export { tellReviewer } from './unasked.ts'
export { lastVisited } from './visited.pages.ts'
