/** What asks before a report is sent and tells its reviewer. It lies below the reports and knows nothing of forms. */

export { alike, likeness, likenessTo, type Told, weights } from './likeness.ts'
export { lookOf, lookSide, looksApart, sameLook } from './look.ts'
export { leastPlaces, metresBetween, metresTooFar, type Place, usualPlace } from './places.ts'
export { reasons } from './reasons.ts'
export { type Subject, surroundingsOf, surroundingsSql } from './signals.queries.ts'
export { type Candidate, candidatesAmong, type Signals, signalsOf } from './signals.ts'
export { containment, similarity, trigramsOf } from './trigrams.ts'
export {
  busiestHour,
  type Facts,
  type Found,
  oddIn,
  type ToldKey,
  unasked,
  type Warning,
  type WarningKey,
  warningKeys,
} from './warnings.ts'
