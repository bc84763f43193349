import { createHmac, hkdfSync } from 'node:crypto'
import type { Client } from 'pg'
import { secrets } from './fleet.ts'

interface Link {
  ordinal: number
  entry: string
  hash: Buffer
  text: string | null
}

const key = Buffer.from(hkdfSync('sha256', secrets.DATA_SECRET, 'bos-v2', 'chain', 32))

/** Goes along the seals on the audit, from the first on, with a key of its own: what is not as it was sealed. */
export async function brokenLinks(client: Client): Promise<string[]> {
  const { rows } = await client.query<Link>(
    `SELECT s.ordinal::int AS ordinal, s.entry_id::text AS entry, s.hash, CASE WHEN e.id IS NOT NULL THEN
       jsonb_build_array(e.id, extract(epoch FROM e.at), e.actor_id, e.action, e.subject, e.details, e.request_id, e.content, encode(e.stamp, 'hex'))::text END AS text
     FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id ORDER BY s.ordinal`,
  )
  let previous: Buffer = Buffer.alloc(32)
  return rows.flatMap(({ ordinal, entry, hash, text }, at) => {
    const due = createHmac('sha256', key)
      .update(previous)
      .update(text ?? '')
      .digest()
    previous = hash
    if (ordinal !== at + 1) return [`seal ${ordinal} is in the place of ${at + 1}`]
    if (text === null) return [`audit entry ${entry} is sealed, and gone`]
    return due.equals(hash) ? [] : [`audit entry ${entry} is not as it was sealed`]
  })
}

export const countUnsealed = async (client: Client): Promise<number> =>
  (
    await client.query<{ count: number }>(
      'SELECT count(*)::int FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id)',
    )
  ).rows[0]!.count
