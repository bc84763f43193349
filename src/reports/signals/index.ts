/** What other features may use. */

export { lookOf, lookSide } from './look.ts'
export { leastPlaces, type Place } from './places.ts'
export { reasons } from './reasons.ts'
export { type Subject } from './signals.queries.ts'
export { type Candidate, type Signals, signalsOf } from './signals.ts'
export { type Found, oddIn, unasked, type Warning, type WarningKey, warningKeys } from './warnings.ts'
