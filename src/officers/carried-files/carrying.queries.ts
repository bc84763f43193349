import type { Scope } from '../../access/policy/scope.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { Reason } from '../envelopes/index.ts'
import type { Carried } from './carried-file.ts'

/** The digests of those that came before, or whose report stands already. */
export async function hereAmong(tx: Reader, carried: readonly Carried[]): Promise<Set<string>> {
  const digests = carried.map(({ envelope }) => envelope.digest)
  const ids = carried.map(({ envelope }) => envelope.claims.id)
  const rows = await tx.$queryRaw<{ digest: string }[]>`
    SELECT digest FROM unnest(${digests}::text[], ${ids}::uuid[]) AS came (digest, id)
    WHERE EXISTS (SELECT FROM envelope e WHERE e.digest = came.digest)
      OR EXISTS (SELECT FROM report r WHERE r.id = came.id)`
  return new Set(rows.map(({ digest }) => digest))
}

/** Of those that came before the photos that have not, by digest. */
export async function awaitedAmong(tx: Reader, carried: readonly Carried[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ digest: string; hashes: string[] }[]>`
    SELECT e.digest, coalesce(array_agg(p.hash) FILTER (WHERE p.state = 'awaited'), '{}') AS hashes
    FROM envelope e LEFT JOIN envelope_photo p ON p.digest = e.digest
    WHERE e.digest = ANY (${carried.map(({ envelope }) => envelope.digest)}::text[]) GROUP BY e.digest`
  return new Map(rows.map(({ digest, hashes }) => [digest, hashes]))
}

export interface CarriedFate {
  digest: string
  reasons: Reason[]
  /** Null where the reader may not know. */
  author: string | null
  writtenAt: Date | null
  /** The report that stands under its id; null where there is none in scope. */
  reportId: string | null
}

/** Why they are quarantined, and whose they are where the reader may know. */
export const fatesOf = (tx: Reader, scope: Scope, digests: readonly string[]) =>
  tx.$queryRaw<CarriedFate[]>(
    Prisma.sql`
    WITH reached AS (
      SELECT digest, author_id, report_id, written_at FROM envelope
      WHERE digest = ANY (${[...digests]}::text[]) AND ${withinSql(scope)})
    SELECT one.digest, one.reasons, p.pangkat || ' ' || p.name AS author, e.written_at AS "writtenAt", r.id AS "reportId"
    FROM envelope one LEFT JOIN reached e ON e.digest = one.digest LEFT JOIN person p ON p.id = e.author_id
    LEFT JOIN LATERAL (SELECT id FROM report WHERE id = e.report_id AND author_id = e.author_id AND ${withinSql(scope)}) r ON true
    WHERE one.digest = ANY (${[...digests]}::text[])`,
  )

/** Those that this person has carried and that the audit does not tell of yet. */
export const untoldAmong = (tx: Reader, carrier: string, digests: readonly string[]) => tx.$queryRaw<
  { digest: string; reportId: string; state: string }[]
>`
  SELECT digest, report_id AS "reportId", state FROM envelope e
  WHERE digest = ANY (${[...digests]}::text[]) AND carried_by = ${carrier}::uuid AND NOT EXISTS (
    SELECT FROM audit_entry a
    WHERE a.subject = e.report_id::text AND a.action = 'envelope.carried' AND a.details ->> 'digest' = e.digest)
  ORDER BY digest`
