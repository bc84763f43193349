/** What other features may use. */

export { type EnvelopeBudgets, envelopeBudgets } from './budgets.ts'
export { writtenBy } from './clock.ts'
export { type EnvelopeContent, limits, type Receipt } from './envelope.ts'
export { expireJunk } from './expiring.commands.ts'
export { rowOf } from './filing-together.ts'
export { type HeldFilter, heldFilter, listFrame, pageSize } from './held-list.ts'
export { intakeWay } from './intake.http.ts'
export { entriesAmong, knownAbout } from './intake.queries.ts'
export { intake } from './intake.ts'
export { opener } from './opener.ts'
export { openPhoto, type Parsed, parseEnvelope } from './opening.ts'
export { openInto, photoIntake } from './photos.ts'
export { countUnplaced, polresWithin, type Unplaced, unplacedEnvelope, unplacedEnvelopes } from './placing.queries.ts'
export {
  countAwaited,
  countHeld,
  type EnteredIn,
  entryWithin,
  type Gap,
  gapsWithin,
  type HeldEnvelope,
  heldOf,
  heldWithin,
  lockEnvelope,
  missingBetween,
  sealedPhotosOf,
  type UndecidedEnvelope,
  undecidedEnvelope,
} from './quarantine.queries.ts'
export { unknownEnvelope } from './sealing.ts'
export { telling } from './telling.ts'
export { entryIdOf, type HoldCode, isNobodys, isUnsigned, type Reason, type Verdict, verdictOn } from './verdict.ts'
