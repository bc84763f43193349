import {
  decryptInto,
  decryptor,
  encryptedPhotosOf,
  entriesAmong,
  entryIdOf,
  isNobodys,
  isUnsigned,
  knownAbout,
  lockEnvelope,
  parseEnvelope,
  type QuarantineCode,
  rowOf,
  type UndecidedEnvelope,
  type Verdict,
  verdictOn,
} from '../../officers/envelopes/index.ts'
import type { WriteContext } from '../../platform/http/endpoint.ts'
import { readTimeFacts } from '../../reports/deadlines/index.ts'
import type { Filing } from '../../reports/record/index.ts'
import { releaseEnvelope } from './quarantine.commands.ts'

/** Why it cannot be filed even so. */
export type Unfit = { code: QuarantineCode | 'conflict' } | { faults: string[] }

export interface Released {
  number: string
  /** False where the author has still to say that it is theirs. */
  isAcknowledged: boolean
}

/**
 * Files what was quarantined, by the rules of the moment at which it came; unless its author has not signed it. What no known
 * device has signed is filed as unacknowledged, and counts as written when it came: nothing vouches for an earlier time.
 */
export async function release(context: WriteContext, held: UndecidedEnvelope): Promise<Released | Unfit> {
  const { tx, cipher, requestId, now } = context
  // From here on a photo that comes waits for what becomes of its envelope.
  await lockEnvelope(tx, held.digest)
  const code = held.reasons[0]?.code
  if (code && isNobodys(code)) return { code }
  const carrier = held.carriedBy === null ? {} : { carriedBy: held.carriedBy }
  const arrived = { envelope: parseEnvelope(held.jws)!, requestId, ...carrier }
  const known = await knownAbout(tx, [arrived.envelope])
  if (!known.people.has(arrived.envelope.claims.author)) return { code: 'otherAuthor' }
  const { decryptAll, contentOf, doubtAbout } = decryptor(tx, cipher)
  // Asked anew: an envelope may have been held for another reason, before its signature was looked at.
  const doubt = await doubtAbout(arrived.envelope, known)
  if (doubt && isNobodys(doubt)) return { code: doubt }
  const [opened] = await decryptAll([{ ...arrived, doubt: undefined }], known, held.receivedAt)
  if (typeof opened !== 'object') return { code: opened! }
  const bar = {
    arrivedAt: held.receivedAt,
    entries: await entriesAmong(tx, [entryIdOf(opened)]),
    times: await readTimeFacts(tx, now),
    cipher,
    requestId,
    standing: known.standing,
  }
  const verdict = verdictOn(opened, bar, rowOf(arrived, known))
  if (verdict.state !== 'filed') return unfit(verdict)
  // Filing awaits the photos anew; those that came are handed in again.
  const photos = await encryptedPhotosOf(tx, held.digest)
  const filing = isUnsigned(doubt) ? unacknowledged(verdict.filing) : verdict.filing
  const number = await releaseEnvelope(context, { digest: held.digest, filing, toState: verdict.filing.state })
  const content = await contentOf(arrived.envelope)
  for (const { digest, ordinal, body } of photos) {
    const place = { digest, ordinal, reportId: held.reportId, envelopeState: 'filed' as const, authorId: null }
    await decryptInto(tx, cipher, place, content, Buffer.from(body!), now)
  }
  return { number, isAcknowledged: filing.state !== 'unacknowledged' }
}

const unacknowledged = (filing: Filing): Filing => ({
  ...filing,
  state: 'unacknowledged',
  authorship: 'awaited',
  writtenAt: filing.arrivedAt,
  clockOffsetMs: null,
})

function unfit(verdict: Exclude<Verdict, { state: 'filed' }>): Unfit {
  if (verdict.state === 'faulty') return { faults: verdict.reasons.map(({ message }) => message) }
  return { code: 'conflict' }
}
