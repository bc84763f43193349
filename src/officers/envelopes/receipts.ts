import { createHmac } from 'node:crypto'
import type { Cipher } from '../../platform/cipher.ts'
import type { EnvelopeState, Receipt } from './envelope.ts'
import type { StoredEnvelope } from './intake.queries.ts'
import type { Reason } from './verdict.ts'

/** What was told, so that it can be told again and later be proven: made over id, digest, number and time. */
export function receipts(cipher: Cipher) {
  const key = cipher.derive('receipt')
  const macOf = (id: string, digest: string, number: string | null, at: string) =>
    createHmac('sha256', key)
      .update([id, digest, number ?? '', at].join('|'))
      .digest('base64url')

  return (
    { digest, reportId: id, state, reasons, receivedAt, number, code, photos }: StoredEnvelope,
    now: Date,
  ): Receipt => {
    const at = receivedAt.toISOString()
    return {
      id,
      digest,
      number,
      at,
      state: state as EnvelopeState,
      code: state === 'filed' ? code : null,
      photos: Object.fromEntries(photos.map((photo) => [photo.hash, photo.state])),
      reasons: (reasons as Reason[]).map(({ field, message }) => ({ field, message })),
      mac: macOf(id, digest, number, at),
      now: now.toISOString(),
    }
  }
}
