import type { Cipher } from '../../platform/cipher.ts'
import { appendAudit } from '../../platform/db/audit-entry.ts'
import { type Db, inTransaction } from '../../platform/db/connect.ts'

const junkDays = 14
const dayMs = 86_400_000

interface Expired {
  envelopes: number
  photos: number
  bytes: number
}

/**
 * Removes envelopes that nobody known has signed, that name nobody and no place we know, and that nobody has given to a unit within
 * fourteen days. The audit keeps how many they were. Anything that names a person, a device or a unit of ours stays.
 */
export async function expireJunk(db: Db, now: Date, cipher: Cipher): Promise<Expired> {
  const before = new Date(now.getTime() - junkDays * dayMs)
  return inTransaction(db, async (tx) => {
    const [expired] = await tx.$queryRaw<[Expired]>`
      WITH junk AS (
        SELECT digest, octet_length(jws) AS bytes FROM envelope
        WHERE state = 'held' AND decision IS NULL AND author_id IS NULL AND unit_path IS NULL AND device_id IS NULL
          AND carried_by IS NULL AND reasons -> 0 ->> 'code' IN ('unknownDevice', 'badSignature') AND received_at < ${before}
        FOR UPDATE
      ), photos AS (
        DELETE FROM envelope_photo USING junk WHERE envelope_photo.digest = junk.digest
        RETURNING coalesce(octet_length(body), 0) AS bytes
      ), gone AS (
        DELETE FROM envelope USING junk WHERE envelope.digest = junk.digest RETURNING junk.bytes
      )
      SELECT (SELECT count(*)::int FROM gone) AS envelopes, (SELECT count(*)::int FROM photos WHERE bytes > 0) AS photos,
        (SELECT coalesce(sum(bytes), 0)::int FROM gone) + (SELECT coalesce(sum(bytes), 0)::int FROM photos) AS bytes`
    if (expired.envelopes > 0)
      await appendAudit(tx, cipher, [
        { at: now, action: 'envelope.expired', subject: 'envelope', details: { ...expired, days: junkDays } },
      ])
    return expired
  })
}
