import type { Cipher } from '../../platform/cipher.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'

/**
 * All of an entry, as the seal covers it: an instant as a number, since its text follows the session's time zone. Entries
 * of releases that did not stamp them keep the text that they were sealed with.
 */
export const entryText = Prisma.sql`CASE
  WHEN e.stamp IS NULL AND e.content IS NULL
  THEN jsonb_build_array(e.id, extract(epoch FROM e.at), e.actor_id, e.action, e.subject, e.details, e.request_id)::text
  ELSE jsonb_build_array(e.id, extract(epoch FROM e.at), e.actor_id, e.action, e.subject, e.details, e.request_id, e.content, encode(e.stamp, 'hex'))::text
END`

export const firstSeal = Buffer.alloc(32)

export interface ChainReport {
  /** How many entries the chain covers. */
  sealed: number
  /** How many have come since, and wait for their seal. */
  unsealed: number
  head: { ordinal: number; hash: string } | null
  /** The first entry that is not as it was written. */
  fault: { ordinal: number; entry: string; why: 'missing' | 'changed' | 'gap' | 'never sealed' | 'cut off' } | null
}

interface Link {
  ordinal: bigint
  entryId: bigint
  hash: Uint8Array
  text: string | null
}

const atOnce = 1000
/** An entry without a seal that is so far behind the newest was put in past the sealer. */
const mostUnsealed = 10_000

/** `known`: a head that was kept elsewhere; the chain must still contain it. */
export async function verifyChain(tx: Reader, cipher: Cipher, known: ChainReport['head'] = null): Promise<ChainReport> {
  let [previous, ordinal, knownSeen] = [firstSeal as Uint8Array, 0, known === null]
  const ended = async (fault: ChainReport['fault']): Promise<ChainReport> => ({
    sealed: ordinal,
    unsealed: await countUnsealed(tx),
    head: ordinal === 0 ? null : { ordinal, hash: Buffer.from(previous).toString('hex') },
    fault,
  })
  for (let links = await linksAfter(tx, 0); links.length > 0; links = await linksAfter(tx, ordinal)) {
    for (const link of links) {
      const why = faultOf(link, previous, ordinal, cipher)
      if (why) return ended({ ordinal: ordinal + 1, entry: String(link.entryId), why })
      ordinal += 1
      previous = link.hash
      if (ordinal === known?.ordinal && Buffer.from(previous).toString('hex') === known.hash) knownSeen = true
    }
  }
  if (!knownSeen) return ended({ ordinal: ordinal + 1, entry: '', why: 'cut off' })
  const strange = await strangeEntry(tx)
  return ended(strange === undefined ? null : { ordinal: 0, entry: String(strange), why: 'never sealed' })
}

function faultOf(link: Link, previous: Uint8Array, ordinal: number, cipher: Cipher) {
  if (Number(link.ordinal) !== ordinal + 1) return 'gap'
  if (link.text === null) return 'missing'
  return Buffer.from(cipher.link(previous, link.text)).equals(link.hash) ? undefined : 'changed'
}

const linksAfter = (tx: Reader, ordinal: number) => tx.$queryRaw<Link[]>`
  SELECT s.ordinal, s.entry_id AS "entryId", s.hash, CASE WHEN e.id IS NULL THEN NULL ELSE ${entryText} END AS text
  FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id
  WHERE s.ordinal > ${ordinal} ORDER BY s.ordinal LIMIT ${atOnce}`

async function countUnsealed(tx: Reader): Promise<number> {
  const [entries, seals] = [await tx.auditEntry.count(), await tx.auditSeal.count()]
  return Math.max(entries - seals, 0)
}

/** When the oldest entry was written that waits for its seal: minutes ago, unless no worker is at work. */
export async function unsealedSince(tx: Reader): Promise<Date | null> {
  const [row] = await tx.$queryRaw<[{ at: Date | null }]>`
    SELECT min(at) AS at FROM audit_entry WHERE id > (SELECT coalesce(max(entry_id), 0) FROM audit_seal)`
  return row.at
}

/** An entry with a number below sealed ones that has no seal, though all around it were sealed a minute ago or more. */
export async function strangeEntry(tx: Reader): Promise<bigint | undefined> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT e.id FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id
    WHERE s.entry_id IS NULL AND e.id < (
      SELECT coalesce(max(entry_id), 0) FROM audit_seal
      WHERE sealed_at < (SELECT max(sealed_at) FROM audit_seal) - interval '1 minute')
    ORDER BY e.id LIMIT 1`
  return row?.id
}

/** The next entries to seal, in the order of their numbers; one whose transaction ended late comes with the next. */
export const unsealedEntries = (tx: Reader) => tx.$queryRaw<{ id: bigint; text: string }[]>`
  SELECT e.id, ${entryText} AS text FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id
  WHERE s.entry_id IS NULL AND e.id > (SELECT coalesce(max(entry_id), 0) - ${mostUnsealed} FROM audit_seal)
  ORDER BY e.id LIMIT ${atOnce}`
