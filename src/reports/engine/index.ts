/** What other features may use. */

export { attributesOf } from './attributes.ts'
export { type Answers, askedFields, defineReportType, fieldsTaken, type ReportType } from './definition.ts'
export {
  choice,
  date,
  entry,
  type Field,
  integer,
  isOptional,
  list,
  long,
  many,
  type Options,
  phone,
  type RegisterName,
  readLabel,
  text,
  time,
  village,
} from './fields.ts'
export { head, place } from './header.ts'
export { photosLacking } from './judge.ts'
export { cellOfAnswer, type Names, type Showing, show, showAnswer } from './kinds.ts'
export { opinions } from './opinions.ts'
export { type Fix, type FixFault, fixFault, readFix } from './position.ts'
export { ratings } from './ratings.ts'
export { holds } from './rules.ts'
export { unknownKey, unknownReasons, withUnknowns } from './unknowns.ts'
export { answerChains, answerFaults, type Fault, fieldProblem, problemsIn } from './validation.ts'
export {
  fieldsEver,
  fieldsOn,
  hasVocabulary,
  isOffered,
  isTaken,
  type Term,
  termsIn,
  typeOn,
  type Word,
  wordsOf,
} from './vocabulary.ts'
export { type VocabularyName } from './vocabulary-names.ts'
export { formVersionOf, itemName, itemsSent, readAnswers, readForm, type Wire, wireOf } from './wire.ts'
