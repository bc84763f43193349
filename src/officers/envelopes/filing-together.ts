import type { Tx } from '../../platform/db/connect.ts'
import type { Sealer } from '../../platform/seal.ts'
import type { TimeFacts } from '../../reports/deadlines/index.ts'
import { type EnvelopeRow, type Filing, fileReports } from '../../reports/record/index.ts'
import type { Arrived } from './arrived.ts'
import { type Doubted } from './arrived.ts'
import { keepEnvelopes } from './intake.commands.ts'
import { entriesAmong, type Kept, type Known, standingAmong } from './intake.queries.ts'
import { keepingOf } from './keeping.ts'
import type { Opener } from './opener.ts'
import { placed } from './placing.ts'
import { type Bar, entryIdOf, held, type Opened, type Verdict, verdictOn } from './verdict.ts'

export const rowOf = ({ envelope, carriedBy }: Arrived, { devices }: Known): EnvelopeRow => ({
  ...{ digest: envelope.digest, kid: envelope.head.kid, jws: envelope.jws, carriedBy: carriedBy ?? null },
  deviceId: devices.get(envelope.head.kid)?.id ?? null,
  ...{ sequence: envelope.claims.sequence, release: envelope.claims.release },
  photos: envelope.claims.photos.map(({ hash, size }) => ({ hash, size })),
})

interface FilingDeps extends Pick<Opener, 'openAll' | 'contentOf'> {
  db: Tx
  sealer: Sealer
  timesNow: () => Promise<TimeFacts>
}

/** Judges some that came together. What stands is filed in one statement, whatever else came is kept in another. */
export async function fileTogether(
  { db, sealer, openAll, contentOf, timesNow }: FilingDeps,
  arrived: readonly Doubted[],
  known: Known,
  now: Date,
): Promise<Kept[]> {
  const opened = await openAll(arrived, known, now)
  const readable = opened.filter((one): one is Opened => typeof one === 'object')
  const entries = await entriesAmong(db, readable.map(entryIdOf))
  const times = await timesNow()
  const judge = (at: number, standing: Bar['standing']): Verdict => {
    const [one, { requestId }] = [opened[at]!, arrived[at]!]
    if (typeof one === 'string') return held(one)
    return verdictOn(one, { arrivedAt: now, entries, times, sealer, standing, requestId }, rowOf(arrived[at]!, known))
  }
  const verdicts = arrived.map((_, at) => judge(at, known.standing))
  const filings = verdicts.flatMap((verdict) => (verdict.state === 'filed' ? [verdict.filing] : []))
  const filed = new Map(
    (filings.length > 0 ? await fileReports(db, filings) : []).map(({ id, number }) => [id, number]),
  )
  const isLate = (verdict: Verdict) => verdict.state === 'filed' && !filed.has(verdict.filing.id)
  // Another was first under that id since it was asked: it is asked for anew, outside of the statement that could not see it.
  const late = filings.map(({ id }) => id).filter((id) => !filed.has(id))
  const standing = late.length > 0 ? await standingAmong(db, late) : known.standing
  const settled = verdicts.map((verdict, at) => (isLate(verdict) ? judge(at, standing) : verdict))
  const keepings = settled
    .map((verdict, at) => keepingOf(verdict, arrived[at]!, rowOf(arrived[at]!, known), known, now, sealer))
    .filter((one) => one !== undefined)
  await keepEnvelopes(db, sealer, await placed(db, { contentOf }, keepings))
  return filings.flatMap((filing) => keptAs(filing, filed.get(filing.id)))
}

/** What was kept of an envelope that has just been filed, without asking for it. */
function keptAs({ envelope, id, authorId, arrivedAt, checkCode }: Filing, number: string | undefined): Kept[] {
  if (!envelope || number === undefined) return []
  const photos = envelope.photos.map(({ hash }) => ({ hash, state: 'awaited' as const }))
  const about = { digest: envelope.digest, reportId: id, authorId, receivedAt: arrivedAt }
  return [{ ...about, state: 'filed', reasons: [], number, code: checkCode, photos }]
}
