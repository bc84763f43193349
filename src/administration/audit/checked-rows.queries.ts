import type { Reader } from '../../platform/db/connect.ts'
import type { Content } from '../../platform/db/content.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { entryText } from './chain.queries.ts'
import type { CheckCounts } from './check-counts.ts'
import type { ContentEntry } from './check-report.ts'

/** A link of the chain with its entry; without one the entry's fields are null. */
export interface CheckedLink extends Omit<ContentEntry, 'id' | 'content'> {
  ordinal: bigint
  entryId: bigint
  hash: Uint8Array
  text: string | null
  content: Content | null
  /** For an entry that tells the content of a report: whether that is there. */
  hasReport: boolean
}

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'

export const checkedLinks = (tx: Reader, after: number, take: number) => tx.$queryRaw<CheckedLink[]>`
  SELECT s.ordinal, s.entry_id AS "entryId", s.hash, CASE WHEN e.id IS NULL THEN NULL ELSE ${entryText} END AS text,
    e.at, e.actor_id AS "actorId", e.action, e.subject, e.details, e.request_id AS "requestId", e.content, e.stamp,
    CASE WHEN e.content IS NULL THEN true WHEN e.subject ~ ${uuid}
      THEN EXISTS (SELECT FROM report r WHERE r.id = e.subject::uuid) ELSE false END AS "hasReport"
  FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id
  WHERE s.ordinal > ${after} ORDER BY s.ordinal LIMIT ${take}`

/** Whether this entry stands there a second time: the same stamp, inserted again. */
export async function isRepeated(tx: Reader, { entryId, subject, stamp }: CheckedLink): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM audit_entry WHERE subject = ${subject} AND id < ${entryId} AND stamp = ${stamp}) AS found`
  return row!.found
}

/** What the entries tell of these reports, the oldest first. */
export const contentEntries = (tx: Reader, ids: readonly string[]) => tx.$queryRaw<ContentEntry[]>`
  SELECT id, at, actor_id AS "actorId", action, subject, details, request_id AS "requestId", content, stamp
  FROM audit_entry WHERE subject = ANY (${[...ids]}::text[]) AND content IS NOT NULL ORDER BY subject, id`

/** Photos that a replaced version of these reports names and that are gone. */
export const missingPhotos = (tx: Reader, ids: readonly string[]) => tx.$queryRaw<{ report: string; hash: string }[]>`
  SELECT DISTINCT v.report_id AS report, hash FROM report_version v CROSS JOIN LATERAL unnest(v.photos) AS hash
  WHERE v.report_id = ANY (${[...ids]}::uuid[])
    AND NOT EXISTS (SELECT FROM photo p WHERE p.report_id = v.report_id AND p.hash = hash.hash)`

export interface CheckedPhoto {
  report: string
  hash: string
  isWhole: boolean
  number: string
  unitPath: string
}

/** Photos after this one. Their bytes are digested by the database and stay there. */
export const photosAfter = (tx: Reader, { report, hash }: { report: string; hash: string }, take: number) =>
  tx.$queryRaw<CheckedPhoto[]>`
  SELECT p.report_id AS report, p.hash, encode(sha256(p.body), 'hex') = p.hash AS "isWhole", r.number, r.unit_path AS "unitPath"
  FROM photo p JOIN report r ON r.id = p.report_id
  WHERE (p.report_id, p.hash) > (${report}::uuid, ${hash}) ORDER BY p.report_id, p.hash LIMIT ${take}`

/** How much there is to check: exact for the chain, as PostgreSQL estimates it for the rest. */
export async function checkTotals(tx: Reader): Promise<CheckCounts> {
  const estimate = (table: string) =>
    Prisma.sql`(SELECT greatest(reltuples, 0)::float FROM pg_class WHERE oid = ${table}::regclass)`
  const [row] = await tx.$queryRaw<CheckCounts[]>`
    SELECT (SELECT coalesce(max(ordinal), 0) FROM audit_seal)::float AS entries, ${estimate('report')} AS reports,
      ${estimate('photo')} AS photos, ${estimate('nihil')} AS nihil`
  return row!
}
