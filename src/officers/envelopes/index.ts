/** What other features may use. */

export { type EnvelopeBudgets, envelopeBudgets } from './budgets.ts'
export { writingTimeOf } from './clock.ts'
export { type EnvelopeContent, limits, type Receipt } from './envelope.ts'
export { decryptPhoto, type Parsed, parseEnvelope } from './envelope-crypto.ts'
export { decryptor } from './envelope-decryptor.ts'
export { expireJunk } from './expiring.commands.ts'
export { rowOf } from './filing-batch.ts'
export { intakeHandler } from './intake.http.ts'
export { entriesAmong, knownAbout } from './intake.queries.ts'
export { intake } from './intake.ts'
export { unknownEnvelope } from './make-envelope.ts'
export { decryptInto, photoIntake } from './photos.ts'
export {
  countAwaited,
  countQuarantined,
  type EnteredIn,
  encryptedPhotosOf,
  entryWithin,
  type Gap,
  gapsWithin,
  lockEnvelope,
  missingBetween,
  type QuarantinedEnvelope,
  quarantinedEnvelope,
  quarantinedWithin,
  type UndecidedEnvelope,
  undecidedEnvelope,
} from './quarantine.queries.ts'
export { listFrame, pageSize, type QuarantineFilter, quarantineFilter } from './quarantine-list.ts'
export { reviewerNotifier } from './reviewer-notifier.ts'
export {
  countUnassigned,
  polresWithin,
  type UnassignedEnvelope,
  unassignedEnvelope,
  unassignedEnvelopes,
} from './unit-assignment.queries.ts'
export {
  entryIdOf,
  isNobodys,
  isUnsigned,
  type QuarantineCode,
  type Reason,
  type Verdict,
  verdictOn,
} from './verdict.ts'
