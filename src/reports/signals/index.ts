/** What other features may use. */

export { hashedSide, perceptualHash } from './perceptual-hash.ts'
export { leastPlaces, type Place } from './places.ts'
export { reasons } from './reasons.ts'
export { type Subject } from './signals.queries.ts'
export { type Candidate, type Signals, signalsOf } from './signals.ts'
export { type FoundSignal, oddIn, unasked, type Warning, type WarningKey, warningKeys } from './warnings.ts'
