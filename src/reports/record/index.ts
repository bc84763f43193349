/** What other features may use. */

export { acceptRest, undoBatch, verifyBatch } from './batch.commands.ts'
export { decryptedAnswers, reencryptedAnswers } from './confidential.queries.ts'
export {
  decryptAnswers,
  draftLocation,
  encryptAnswers,
  isConfidential,
  reportLocation,
  splitConfidential,
} from './confidential.ts'
export { fileReport, fileReports, storeConflict } from './filing.commands.ts'
export { type EnvelopeRow, type Filing } from './filing-model.ts'
export { type Linked, linkedReports, reportsOfMatter } from './linked.queries.ts'
export {
  countByState,
  countReports,
  figuresOf,
  type ListedReport,
  listReports,
  listReportsById,
} from './list.queries.ts'
export {
  countOf,
  filterOf,
  type ListQuery,
  listOfWord,
  listWord,
  readAfter,
  readListQuery,
  type StateWord,
  stateWords,
  timingWords,
  wordAfter,
} from './list-query.ts'
export { details, move } from './move.commands.ts'
export { entryOf, type LetterNames, lastVisitTo, namesBeside, namesFor, sameHome, villageOf } from './names.queries.ts'
export { narrowedTo } from './narrowed-list.queries.ts'
export {
  answeredIn,
  isQuestion,
  likenessAnswers,
  likenessName,
  likenessSent,
  reasonName,
  reasonSent,
  type SignalAnswers,
  shownName,
  whichName,
  whichSent,
} from './questions.ts'
export {
  type Batch,
  cleanAmong,
  findBatch,
  numbersAmong,
  type QueueFigures,
  type QueueSearch,
  queueFigures,
  undoableBatches,
  waitingAuthors,
} from './queue.queries.ts'
export { placeInQueue, type QueuePlace, queueReports, queueSearch, waitingReports } from './queue.ts'
export { type QueueQuery, queueParts, queueWord, readQueueQuery, readQueueWord } from './queue-query.ts'
export { isSameContent, photosInEnvelope, showCheckCode } from './receipt.ts'
export { type After } from './report-filter.ts'
export { columnsOf, filingOf, storedColumnsOf } from './report-row.ts'
export {
  type Conflicting,
  conflictsOf,
  countConflicts,
  type FoundReport,
  filedAs,
  findByNumber,
  findPhoto,
  findReport,
  historyOf,
  visitNumber,
} from './reports.queries.ts'
export { type Rewriting, rewrite } from './rewrite.commands.ts'
export { authorOn, villagesForDraft, villagesToReport } from './served.queries.ts'
export { subjectOf } from './subject.ts'
export { withAuthorsThen } from './then.queries.ts'
export { zoneOf } from './zone.queries.ts'
