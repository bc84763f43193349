import { ttlCache } from '../../kernel/ttl-cache.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { batcher } from '../../platform/db/batcher.ts'
import type { Db } from '../../platform/db/connect.ts'
import { isUnavailable } from '../../platform/db/unavailable.ts'
import type { Log } from '../../platform/http/log.ts'
import { readTimeFacts } from '../../reports/deadlines/index.ts'
import { type Arrived, type Doubted } from './arrived.ts'
import type { EnvelopeBudgets } from './budgets.ts'
import type { Receipt } from './envelope.ts'
import { decryptor } from './envelope-decryptor.ts'
import { envelopeRecordOf } from './envelope-record.ts'
import { fileBatch, rowOf } from './filing-batch.ts'
import { storeEnvelopes } from './intake.commands.ts'
import { type Known, knownAbout, storedAmong } from './intake.queries.ts'
import { receipts } from './receipts.ts'
import { quarantined } from './verdict.ts'

export interface IntakeDeps {
  db: Db
  clock: () => Date
  cipher: Cipher
  log: Log
  /** Where phones send by themselves: who carries is known, and pays nothing. */
  budgets?: EnvelopeBudgets
}

/** What somebody who sends is told: the receipt, or when to come again. */
export type IntakeAnswer = { receipt: Receipt } | { retryAfter: number }

/** On how many the database works at once: what is read for them is read once. */
const mostInBatch = 60
const enoughForBatch = 8
/** Rules of the deadlines change now and then; a second of the old ones does no harm. */
const factsTtlMs = 1000

const digestsOf = (arrived: readonly Arrived[]) => arrived.map(({ envelope }) => envelope.digest)

export function intake({ db, clock, cipher, log, budgets }: IntakeDeps) {
  const { contentOf, doubtAbout, decryptAll } = decryptor(db, cipher)
  const receiptOf = receipts(cipher)
  const cached = ttlCache(factsTtlMs)
  const timesNow = () => cached('times', () => readTimeFacts(db, clock()))

  /** What a device has signed counts against the budget of that device; anything else against the address. */
  const waitFor = async ({ envelope, address, doubt }: Doubted, { people }: Known): Promise<number> => {
    if (address === undefined || !budgets) return 0
    const author = people.has(envelope.claims.author) ? envelope.claims.author : undefined
    const isSigned = doubt !== 'unknownDevice' && doubt !== 'badSignature'
    return isSigned
      ? budgets.ofDevice(envelope.head.kid)
      : budgets.ofUnknownSender({ address, bytes: envelope.jws.length, author })
  }

  const runBatch = async (arrived: Arrived[]): Promise<IntakeAnswer[]> => {
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
      admitted.length > 0 ? await fileBatch({ db, cipher, decryptAll, contentOf, timesNow }, admitted, known, now) : []
    const kept = new Map(filed.map((row) => [row.digest, row]))
    const others = digestsOf(arrived).filter((digest) => !kept.has(digest))
    for (const row of others.length > 0 ? await storedAmong(db, others) : []) kept.set(row.digest, row)
    log.info({ envelopes: arrived.length, filed: filed.length, ms: Math.round(performance.now() - begun) }, 'envelopes')
    return arrived.map((one) => {
      const row = kept.get(one.envelope.digest)
      return row ? { receipt: receiptOf(row, clock()) } : { retryAfter: waits.get(one) ?? 5 }
    })
  }

  /** What no statement of ours takes is kept as it came, and the log tells of it. */
  const storeAfterFailure = async (one: Arrived, error: unknown): Promise<IntakeAnswer> => {
    log.error({ err: error }, 'envelope')
    const now = clock()
    const known = await knownAbout(db, [one.envelope])
    await storeEnvelopes(db, cipher, [
      envelopeRecordOf(quarantined('unfit'), one, rowOf(one, known), known, now, cipher)!,
    ])
    const [row] = await storedAmong(db, digestsOf([one]))
    return { receipt: receiptOf(row!, now) }
  }

  const submit = batcher({
    run: runBatch,
    keyOf: ({ envelope }: Arrived) => envelope.claims.id,
    isShared: isUnavailable,
    most: mostInBatch,
    enough: enoughForBatch,
  })

  return {
    take: (arrived: Arrived): Promise<IntakeAnswer> =>
      submit(arrived).catch((error: unknown) =>
        isUnavailable(error) ? Promise.reject(error) : storeAfterFailure(arrived, error),
      ),
    contentOf,
    receiptOf,
  }
}

export type Intake = ReturnType<typeof intake>
