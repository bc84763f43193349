import type { Cipher } from '../../platform/cipher.ts'
import { draftWire, encryptedDraft } from '../../reports/drafts/index.ts'
import { type EnvelopeRow } from '../../reports/record/index.ts'
import type { Arrived } from './arrived.ts'
import type { EnvelopeRecord } from './intake.commands.ts'
import type { Known } from './intake.queries.ts'
import type { Verdict } from './verdict.ts'

const events = {
  repeated: 'envelope.repeated',
  faulty: 'envelope.faulty',
  held: 'envelope.held',
  conflict: 'report.conflicted',
} as const

/** What is kept of an envelope that files nothing new; what was filed is kept by the statement that files it. */
export function envelopeRecordOf(
  verdict: Verdict,
  { envelope, requestId }: Arrived,
  row: EnvelopeRow,
  { people, devices }: Known,
  receivedAt: Date,
  cipher: Cipher,
): EnvelopeRecord | undefined {
  if (verdict.state === 'filed') return undefined
  // Who claims to be somebody we do not know, on a device that we do, is looked for at the device's person.
  const author = people.get(envelope.claims.author) ?? people.get(devices.get(envelope.head.kid)?.personId ?? '')
  return {
    ...row,
    reportId: envelope.claims.id,
    authorId: author?.id ?? null,
    unitPath: author?.unitPath ?? null,
    state: verdict.state === 'repeated' ? 'filed' : verdict.state,
    event: events[verdict.state],
    reasons: 'reasons' in verdict ? verdict.reasons : [],
    writtenAt: 'writtenAt' in verdict ? verdict.writtenAt : null,
    receivedAt,
    requestId,
    draft: verdict.state === 'faulty' ? draftOf(verdict, envelope.claims.id, cipher) : null,
  }
}

function draftOf(
  { type, wire }: Extract<Verdict, { state: 'faulty' }>,
  id: string,
  cipher: Cipher,
): EnvelopeRecord['draft'] {
  const { open, sealed } = encryptedDraft(cipher, type, id, draftWire(wire))
  return { typeKey: type.key, answers: open, sealed: sealed && Buffer.from(sealed).toString('base64') }
}
