import type { Cipher } from '../../platform/cipher.ts'
import { tryLockUntilCommit } from '../../platform/db/advisory-locks.ts'
import type { Db } from '../../platform/db/connect.ts'
import { firstSeal, unsealedEntries } from './chain.queries.ts'

/**
 * Seals the entries that have come since, one after the other, in a transaction of its own: no request waits for the
 * chain. Returns the new head, or nothing when there was nothing to seal.
 */
export function sealAudit(db: Db, cipher: Cipher, now: Date): Promise<{ ordinal: number; hash: string } | undefined> {
  return db.$transaction(async (tx) => {
    // Of several workers one seals: two would both go on from the same head.
    if (!(await tryLockUntilCommit(tx, 'auditSeal'))) return undefined
    const entries = await unsealedEntries(tx)
    if (entries.length === 0) return undefined
    const head = await tx.auditSeal.findFirst({ orderBy: { ordinal: 'desc' } })
    let hash: Uint8Array<ArrayBuffer> = head?.hash ?? new Uint8Array(firstSeal)
    const first = head?.ordinal ?? 0n
    const hashes = entries.map(({ text }) => {
      hash = cipher.link(hash, text)
      return Buffer.from(hash).toString('hex')
    })
    // Two arrays, not a thousand rows: those would hold the event loop for as long as they are put into words.
    await tx.$executeRaw`
      INSERT INTO audit_seal (ordinal, entry_id, hash, sealed_at)
      SELECT ${first} + at, id, decode(hash, 'hex'), ${now}
      FROM unnest(${entries.map(({ id }) => id)}::bigint[], ${hashes}::text[]) WITH ORDINALITY AS sealed (id, hash, at)`
    return { ordinal: Number(first) + hashes.length, hash: hashes.at(-1)! }
  })
}
