import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { TimeFacts } from '../../reports/deadlines/index.ts'
import { type EnvelopeRow, type Filing, fileReports } from '../../reports/record/index.ts'
import { type Arrived, type Doubted } from './arrived.ts'
import type { Decryptor } from './envelope-decryptor.ts'
import { envelopeRecordOf } from './envelope-record.ts'
import { storeEnvelopes } from './intake.commands.ts'
import { entriesAmong, type Known, type StoredEnvelope, standingAmong } from './intake.queries.ts'
import { withUnits } from './unit-assignment.ts'
import { type Decrypted, entryIdOf, type JudgingFacts, quarantined, type Verdict, verdictOn } from './verdict.ts'

export const rowOf = ({ envelope, carriedBy }: Arrived, { devices }: Known): EnvelopeRow => ({
  digest: envelope.digest,
  kid: envelope.head.kid,
  jws: envelope.jws,
  carriedBy: carriedBy ?? null,
  deviceId: devices.get(envelope.head.kid)?.id ?? null,
  sequence: envelope.claims.sequence,
  release: envelope.claims.release,
  photos: envelope.claims.photos.map(({ hash, size }) => ({ hash, size })),
})

interface FilingDeps extends Pick<Decryptor, 'decryptAll' | 'contentOf'> {
  db: Db
  cipher: Cipher
  timesNow: () => Promise<TimeFacts>
}

/** Judges some that came together. What stands is filed in one statement, whatever else came is kept in another. */
export async function fileBatch(
  { db, cipher, decryptAll, contentOf, timesNow }: FilingDeps,
  arrived: readonly Doubted[],
  known: Known,
  now: Date,
): Promise<StoredEnvelope[]> {
  const decrypted = await decryptAll(arrived, known, now)
  const readable = decrypted.filter((one): one is Decrypted => typeof one === 'object')
  const entries = await entriesAmong(db, readable.map(entryIdOf))
  const times = await timesNow()
  const judge = (at: number, standing: JudgingFacts['standing']): Verdict => {
    const [one, { requestId }] = [decrypted[at]!, arrived[at]!]
    if (typeof one === 'string') return quarantined(one)
    return verdictOn(one, { arrivedAt: now, entries, times, cipher, standing, requestId }, rowOf(arrived[at]!, known))
  }
  const verdicts = arrived.map((_, at) => judge(at, known.standing))
  const filings = verdicts.flatMap((verdict) => (verdict.state === 'filed' ? [verdict.filing] : []))
  const filed = new Map(
    (filings.length > 0 ? await fileReports(db, filings) : []).map(({ id, number }) => [id, number]),
  )
  const isLate = (verdict: Verdict) => verdict.state === 'filed' && !filed.has(verdict.filing.id)
  // Another was first under that id since it was asked: it is read again, outside of the statement that could not see it.
  const late = filings.map(({ id }) => id).filter((id) => !filed.has(id))
  const standing = late.length > 0 ? await standingAmong(db, late) : known.standing
  const settled = verdicts.map((verdict, at) => (isLate(verdict) ? judge(at, standing) : verdict))
  const records = settled
    .map((verdict, at) => envelopeRecordOf(verdict, arrived[at]!, rowOf(arrived[at]!, known), known, now, cipher))
    .filter((one) => one !== undefined)
  await storeEnvelopes(db, cipher, await withUnits(db, { contentOf }, records))
  return filings.flatMap((filing) => keptAs(filing, filed.get(filing.id)))
}

/** What was kept of an envelope that has just been filed, without asking for it. */
function keptAs(
  { envelope, id, authorId, arrivedAt, checkCode }: Filing,
  number: string | undefined,
): StoredEnvelope[] {
  if (!envelope || number === undefined) return []
  const photos = envelope.photos.map(({ hash }) => ({ hash, state: 'awaited' as const }))
  const about = { digest: envelope.digest, reportId: id, authorId, receivedAt: arrivedAt }
  return [{ ...about, state: 'filed', reasons: [], number, code: checkCode, photos }]
}
