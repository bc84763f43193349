import type { Scope } from '../../access/policy/scope.ts'
import { type Day, dateOf, type Period } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { Counted } from './measures.ts'

export type RowKind = 'polsek' | 'petugas'

export interface Slice {
  /** Narrowed to this unit's path; '' for the whole scope. */
  unitPath: string
  period: Period
}

/** A question that need not be answered, by the type that asks it. */
export interface OptionalQuestion {
  type: string
  field: string
}

const keyOf = (rows: RowKind) => (rows === 'polsek' ? Prisma.sql`unit_path` : Prisma.sql`author_id::text`)

const inSlice = (scope: Scope, { unitPath, period }: Slice) => Prisma.sql`${withinSql(scope)}
  AND unit_path LIKE ${`${unitPath || '/'}%`} AND occurred_on BETWEEN ${dateOf(period.from)} AND ${dateOf(period.until)}`

/** One row for each polsek or officer with reports in the period. */
export function countedBy(
  tx: Reader,
  scope: Scope,
  slice: Slice,
  rows: RowKind,
  optional: readonly OptionalQuestion[],
): Promise<Counted[]> {
  const row = keyOf(rows)
  return tx.$queryRaw<Counted[]>`
    WITH tallied AS (
      SELECT ${row} AS row, sum(reports)::int AS reports, sum(late)::int AS late,
             coalesce(sum(reports) FILTER (WHERE state = 'duplicate'), 0)::int AS duplicates
      FROM daily_tally WHERE ${inSlice(scope, slice)} AND (state = 'duplicate' OR state NOT IN (${uncounted})) AND reports <> 0 GROUP BY 1
    ), chosen AS (
      SELECT id, ${row} AS row, type_key, answers, warnings FROM report
      WHERE ${inSlice(scope, slice)} AND state NOT IN (${uncounted})
    ), doubted AS (
      SELECT row, count(*)::int AS doubtful FROM chosen
      WHERE warnings <> '[]' OR EXISTS (SELECT 1 FROM rule_finding f WHERE f.report_id = chosen.id) GROUP BY 1
    ), optional AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(optional)}::jsonb) AS o (type text, field text)
    ), answered AS (
      SELECT row, count(*)::int AS asked, count(*) FILTER (WHERE answers ->> field IS NOT NULL)::int AS given
      FROM chosen JOIN optional ON optional.type = chosen.type_key GROUP BY 1
    )
    SELECT row, reports, late, duplicates, coalesce(doubtful, 0) AS doubtful, coalesce(asked, 0) AS asked, coalesce(given, 0) AS given
    FROM tallied LEFT JOIN doubted USING (row) LEFT JOIN answered USING (row)`
}

export interface FieldGap extends OptionalQuestion {
  asked: number
  missing: number
  /** Of the missing: said to be unknown, by a code. */
  unknown: number
}

/** The optional questions that most often stay without an answer. */
export const emptiest = (
  tx: Reader,
  scope: Scope,
  slice: Slice,
  optional: readonly OptionalQuestion[],
  most: number,
): Promise<FieldGap[]> => tx.$queryRaw<FieldGap[]>`
  SELECT o.type, o.field, count(*)::int AS asked,
         count(*) FILTER (WHERE answers ->> o.field IS NULL)::int AS missing,
         count(*) FILTER (WHERE answers ->> o.field IS NULL AND answers ->> (o.field || 'Tanpa') IS NOT NULL)::int AS unknown
  FROM report JOIN jsonb_to_recordset(${JSON.stringify(optional)}::jsonb) AS o (type text, field text) ON o.type = type_key
  WHERE ${inSlice(scope, slice)} AND state NOT IN (${uncounted}, 'brief')
  GROUP BY 1, 2 HAVING count(*) FILTER (WHERE answers ->> o.field IS NULL) > 0
  ORDER BY 5 DESC, 4 DESC, 1, 2 LIMIT ${most}`

export interface CheckCount {
  key: string
  now: number
  before: number
}

/** How often each warning was given, in the period and in the one of the same length before it. */
export const warningCounts = (tx: Reader, scope: Scope, slice: Slice, before: Period): Promise<CheckCount[]> => {
  const both = { ...slice, period: { from: before.from, until: slice.period.until } }
  return tx.$queryRaw<CheckCount[]>`
    SELECT w ->> 'key' AS key,
           count(DISTINCT id) FILTER (WHERE occurred_on >= ${dateOf(slice.period.from)})::int AS now,
           count(DISTINCT id) FILTER (WHERE occurred_on < ${dateOf(slice.period.from)})::int AS before
    FROM report CROSS JOIN LATERAL jsonb_array_elements(warnings) w
    WHERE ${inSlice(scope, both)} AND state NOT IN (${uncounted}) AND warnings <> '[]'
    GROUP BY 1 ORDER BY 2 DESC, 1`
}

export interface Repair {
  id: string
  isBrief: boolean
  isReturned: boolean
  findings: number
  warnings: number
}

/**
 * The reports that can still be mended and need it most: those without their detail, those sent back, those with an
 * answer that a rule of today refuses, those with warnings. Weighed 4, 3, 2 and 1; the newer first among equals.
 */
export const worthMending = (tx: Reader, scope: Scope, slice: Slice, most: number): Promise<Repair[]> =>
  tx.$queryRaw<Repair[]>`
    SELECT id, state = 'brief' AS "isBrief", state = 'returned' AS "isReturned", found.count AS findings,
           jsonb_array_length(warnings) AS warnings
    FROM report CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM rule_finding f WHERE f.report_id = report.id) found
    WHERE ${inSlice(scope, slice)} AND state IN ('brief', 'submitted', 'checked', 'recalled', 'returned')
      AND (state IN ('brief', 'returned') OR found.count > 0 OR warnings <> '[]')
    ORDER BY 4 * (state = 'brief')::int + 3 * (state = 'returned')::int + 2 * found.count + jsonb_array_length(warnings) DESC,
             occurred_on DESC, id LIMIT ${most}`

export interface RowName {
  key: string
  name: string
}

/** What polsek and officers were called on that day. */
export const namesOfRows = (tx: Reader, rows: RowKind, keys: readonly string[], day: Day): Promise<RowName[]> =>
  rows === 'polsek'
    ? tx.$queryRaw<RowName[]>`
        SELECT u.path AS key, f.name FROM unit u CROSS JOIN LATERAL unit_on(u.id, ${day}::date) f
        WHERE u.path = ANY (${[...keys]})`
    : tx.$queryRaw<RowName[]>`
        SELECT id AS key, f.pangkat || ' ' || f.name AS name
        FROM unnest(${[...keys]}::uuid[]) AS p (id) CROSS JOIN LATERAL person_on(p.id, ${day}::date) f`
