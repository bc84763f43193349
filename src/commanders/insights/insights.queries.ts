import type { Scope } from '../../access/policy/scope.ts'
import { absenceOn } from '../../administration/absences/index.ts'
import { dateOf, type Period } from '../../kernel/days.ts'
import { dutyDays } from '../../officers/nihil/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { dailyTarget, type Progress, type Target, type WeekCount } from './board.ts'

export type RowKind = 'polsek' | 'petugas'

export interface Slice {
  period: Period
  rows: RowKind
}

const week = (day: Prisma.Sql) => Prisma.sql`date_trunc('week', ${day}::timestamp)::date::text`
const rowOf = (rows: RowKind) => (rows === 'polsek' ? Prisma.sql`unit_path` : Prisma.sql`author_id::text`)

const counted = (scope: Scope, { period }: Slice) => Prisma.sql`${withinSql(scope)}
  AND occurred_on BETWEEN ${dateOf(period.from)} AND ${dateOf(period.until)}
  AND state NOT IN (${uncounted}) AND reports <> 0`

/** The figures of every week, row and type from the daily tally; no report is read. */
export const weekCounts = (tx: Reader, scope: Scope, slice: Slice) => tx.$queryRaw<WeekCount[]>`
  SELECT ${week(Prisma.sql`occurred_on`)} AS week, ${rowOf(slice.rows)} AS row, type_key AS type,
         sum(reports)::int AS reports, coalesce(sum(reports) FILTER (WHERE state = 'verified'), 0)::int AS verified,
         sum(late)::int AS late
  FROM daily_tally WHERE ${counted(scope, slice)} GROUP BY 1, 2, 3`

/**
 * What was reached of the targets on days of duty, and how many of those days there were, by week and row. Of what is due each
 * day no day makes up for another; nobody counts for more than was expected of them. A day on which somebody was away counts only
 * where they have reported all the same.
 */
export const progressBy = (tx: Reader, scope: Scope, slice: Slice, targets: readonly Target[]) => tx.$queryRaw<
  Progress[]
>`
  WITH target AS (
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(targets)}::jsonb) AS t (type text, count int, per text)
  ), daily AS (
    SELECT author_id, unit_path, type_key, occurred_on, sum(reports) AS reports
    FROM daily_tally WHERE ${counted(scope, slice)} GROUP BY 1, 2, 3, 4
  ), duty AS (
    SELECT author_id, unit_path, day FROM (${dutyDays(slice.period)}) served
    WHERE ${withinSql(scope)} AND (
      NOT EXISTS (SELECT FROM absence WHERE ${absenceOn(Prisma.sql`author_id`, Prisma.sql`day`)})
      OR EXISTS (SELECT FROM daily WHERE daily.author_id = served.author_id AND daily.occurred_on = served.day))
  ), days AS (
    SELECT ${week(Prisma.sql`day`)} AS week, author_id, unit_path, count(*)::int AS days FROM duty GROUP BY 1, 2, 3
  ), reached AS (
    SELECT ${week(Prisma.sql`occurred_on`)} AS week, author_id, unit_path,
           CASE per WHEN 'hari' THEN sum(least(reports, count)) ELSE least(sum(reports), count) END AS reports
    FROM daily JOIN duty USING (author_id, unit_path) JOIN target ON type = type_key
    WHERE duty.day = daily.occurred_on GROUP BY 1, 2, 3, type, per, count
  ), summed AS (
    SELECT week, author_id, unit_path, sum(reports) AS reports FROM reached GROUP BY 1, 2, 3
  )
  SELECT week, ${rowOf(slice.rows)} AS row, sum(days)::int AS days,
         sum(least(coalesce(reports, 0), round(days * ${dailyTarget(targets)}::numeric)))::int AS attained
  FROM days LEFT JOIN summed USING (week, author_id, unit_path) GROUP BY 1, 2`

/** The villages among these in which no household was visited since that day. */
export const unvisited = (tx: Reader, codes: readonly string[], since: Date) => tx.$queryRaw<{ code: string }[]>`
  SELECT code FROM unnest(${[...codes]}::text[]) AS asked (code)
  WHERE NOT EXISTS (
    SELECT FROM report r WHERE r.village_code = asked.code AND r.type_key = 'kunjungan-warga' AND r.occurred_on >= ${since}
      AND r.state NOT IN (${uncounted}))`
