import type { Tx } from '../../platform/db/connect.ts'
import { gathering } from '../../platform/db/gathering.ts'
import { isUnavailable } from '../../platform/db/unavailable.ts'
import type { Log } from '../../platform/http/log.ts'
import type { Sealer } from '../../platform/seal.ts'
import { readTimeFacts } from '../../reports/deadlines/index.ts'
import { type Arrived, type Doubted } from './arrived.ts'
import type { EnvelopeBudgets } from './budgets.ts'
import type { Receipt } from './envelope.ts'
import { fileTogether, rowOf } from './filing-together.ts'
import { keepEnvelopes } from './intake.commands.ts'
import { type Known, keptAmong, knownAbout } from './intake.queries.ts'
import { keepingOf } from './keeping.ts'
import { opener } from './opener.ts'
import { receipts } from './receipts.ts'
import { recent } from './recent.ts'
import { held } from './verdict.ts'

export interface IntakeDeps {
  db: Tx
  clock: () => Date
  sealer: Sealer
  log: Log
  /** Where phones send by themselves: who carries is known, and pays nothing. */
  budgets?: EnvelopeBudgets
}

/** What somebody who sends is told: the receipt, or when to come again. */
export type Told = { receipt: Receipt } | { retryAfter: number }

/** On how many the database works at once: what is read for them is read once. */
const mostTogether = 60
const enoughTogether = 8

const digestsOf = (arrived: readonly Arrived[]) => arrived.map(({ envelope }) => envelope.digest)

export function intake({ db, clock, sealer, log, budgets }: IntakeDeps) {
  const { contentOf, doubtAbout, openAll } = opener(db, sealer)
  const receiptOf = receipts(sealer)
  const timesNow = recent(() => readTimeFacts(db, clock()))

  /** A device pays for what it has signed; for anything else pays whence it came. */
  const waitFor = async ({ envelope, address, doubt }: Doubted, { people }: Known): Promise<number> => {
    if (address === undefined || !budgets) return 0
    const author = people.has(envelope.claims.author) ? envelope.claims.author : undefined
    const isSigned = doubt !== 'unknownDevice' && doubt !== 'badSignature'
    return isSigned
      ? budgets.ofDevice(envelope.head.kid)
      : budgets.ofStranger({ address, bytes: envelope.jws.length, author })
  }

  const together = async (arrived: Arrived[]): Promise<Told[]> => {
    const begun = performance.now()
    const now = clock()
    const envelopes = arrived.map(({ envelope }) => envelope)
    const known = await knownAbout(db, envelopes)
    const waits = new Map<Arrived, number>()
    const admitted: Doubted[] = []
    const fresh = arrived.filter(({ envelope }) => !known.digests.has(envelope.digest))
    const doubts = await Promise.all(fresh.map(({ envelope }) => doubtAbout(envelope, known)))
    for (const [at, one] of fresh.entries()) {
      const doubted = { ...one, doubt: doubts[at] }
      const seconds = await waitFor(doubted, known)
      if (seconds > 0) waits.set(one, seconds)
      else admitted.push(doubted)
    }
    const filed =
      admitted.length > 0 ? await fileTogether({ db, sealer, openAll, contentOf, timesNow }, admitted, known, now) : []
    const kept = new Map(filed.map((row) => [row.digest, row]))
    const others = digestsOf(arrived).filter((digest) => !kept.has(digest))
    for (const row of others.length > 0 ? await keptAmong(db, others) : []) kept.set(row.digest, row)
    log.info({ envelopes: arrived.length, filed: filed.length, ms: Math.round(performance.now() - begun) }, 'envelopes')
    return arrived.map((one) => {
      const row = kept.get(one.envelope.digest)
      return row ? { receipt: receiptOf(row, clock()) } : { retryAfter: waits.get(one) ?? 5 }
    })
  }

  /** What no statement of ours takes is kept as it came, and the log tells of it. */
  const keepAnyway = async (one: Arrived, error: unknown): Promise<Told> => {
    log.error({ err: error }, 'envelope')
    const now = clock()
    const known = await knownAbout(db, [one.envelope])
    await keepEnvelopes(db, sealer, [keepingOf(held('unfit'), one, rowOf(one, known), known, now, sealer)!])
    const [row] = await keptAmong(db, digestsOf([one]))
    return { receipt: receiptOf(row!, now) }
  }

  const gather = gathering({
    together,
    nameOf: ({ envelope }: Arrived) => envelope.claims.id,
    isCommon: isUnavailable,
    most: mostTogether,
    enough: enoughTogether,
  })

  return {
    take: (arrived: Arrived): Promise<Told> =>
      gather(arrived).catch((error: unknown) =>
        isUnavailable(error) ? Promise.reject(error) : keepAnyway(arrived, error),
      ),
    contentOf,
    receiptOf,
  }
}

export type Intake = ReturnType<typeof intake>
