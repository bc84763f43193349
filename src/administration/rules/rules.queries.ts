import type { Scope } from '../../access/policy/scope.ts'
import { dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { Answers } from '../../reports/engine/index.ts'
import type { Finding } from './findings.ts'

export interface StoredReport {
  id: string
  typeKey: string
  typeVersion: number
  state: string
  answers: Answers
  unitPath: string
  arrivedAt: Date
}

/** The reports after that one, in the order of their ids. */
export const reportsAfter = (tx: Reader, id: string, size: number): Promise<StoredReport[]> => tx.$queryRaw<
  StoredReport[]
>`
  SELECT id, type_key AS "typeKey", type_version AS "typeVersion", state, answers, unit_path AS "unitPath", arrived_at AS "arrivedAt"
  FROM report WHERE id > ${id}::uuid ORDER BY id LIMIT ${size}`

export async function zoneByPath(tx: Reader): Promise<Map<string, string>> {
  const units = await tx.unit.findMany({ select: { path: true, timeZone: true } })
  return new Map(units.map(({ path, timeZone }) => [path, timeZone]))
}

export const lastRun = (tx: Reader) => tx.ruleRun.findFirst({ orderBy: { ranAt: 'desc' } })

export interface CountedFinding extends Finding {
  type: string
  reports: number
}

const counts = Prisma.sql`state NOT IN (${uncounted})`

/** How many reports of the scope break which rule, the most frequent first. */
export const countFindings = (tx: Reader, scope: Scope): Promise<CountedFinding[]> => tx.$queryRaw<CountedFinding[]>`
  SELECT type_key AS type, field, rule, count(*)::int AS reports
  FROM rule_finding JOIN report ON report.id = report_id
  WHERE ${withinSql(scope)} AND ${counts}
  GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3`

export interface FindingQuery extends Finding {
  type: string
}

/** The reports of the scope that break the rule, by keyset, newest first. */
export const reportsWith = (
  tx: Reader,
  scope: Scope,
  { type, field, rule }: FindingQuery,
  after: { on: string; id: string } | undefined,
  size: number,
): Promise<{ id: string; on: Date }[]> => tx.$queryRaw<{ id: string; on: Date }[]>`
  SELECT report.id, occurred_on AS on
  FROM rule_finding JOIN report ON report.id = report_id
  WHERE rule = ${rule} AND field = ${field} AND type_key = ${type} AND ${withinSql(scope)} AND ${counts}
    ${after ? Prisma.sql`AND (occurred_on, report.id) < (${dateOf(after.on)}, ${after.id}::uuid)` : Prisma.empty}
  ORDER BY occurred_on DESC, report.id DESC LIMIT ${size}`
