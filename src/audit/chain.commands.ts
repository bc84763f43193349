import type { Db } from '../platform/db/connect.ts'
import type { Sealer } from '../platform/seal.ts'
import { firstSeal, unsealedEntries } from './chain.queries.ts'

/** Of several workers one seals: two would both go on from the same head. */
const lockNumber = 7_302_027

/**
 * Seals the entries that have come since, one after the other, in a transaction of its own: no request waits for the
 * chain. Returns the new head, or nothing when there was nothing to seal.
 */
export function sealAudit(db: Db, sealer: Sealer, now: Date): Promise<{ ordinal: number; hash: string } | undefined> {
  return db.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(${lockNumber}) AS mine`
    if (!lock!.mine) return undefined
    const entries = await unsealedEntries(tx)
    if (entries.length === 0) return undefined
    const head = await tx.auditSeal.findFirst({ orderBy: { ordinal: 'desc' } })
    let hash: Uint8Array<ArrayBuffer> = head?.hash ?? new Uint8Array(firstSeal)
    const first = head?.ordinal ?? 0n
    const data = entries.map(({ id, text }, at) => {
      hash = sealer.link(hash, text)
      return { ordinal: first + BigInt(at) + 1n, entryId: id, hash, sealedAt: now }
    })
    await tx.auditSeal.createMany({ data })
    return { ordinal: Number(data.at(-1)!.ordinal), hash: Buffer.from(hash).toString('hex') }
  })
}
