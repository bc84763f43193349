import type { Scope } from '../../access/policy/scope.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import { daysByOfficer } from '../../officers/nihil/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { ColumnKind, Question, RowKind } from './question.ts'
import { type Recap } from './recap.ts'
import { officersOf, polsekOf } from './roster.queries.ts'
import type { SumTally } from './sum-tally.ts'
import type { Tally } from './table.ts'

const rowKey: Record<RowKind, Prisma.Sql> = {
  polsek: Prisma.sql`unit_path`,
  petugas: Prisma.sql`author_id::text`,
  jenis: Prisma.sql`type_key`,
}

const columnKey: Record<ColumnKind, Prisma.Sql> = {
  jenis: Prisma.sql`type_key`,
  hari: Prisma.sql`occurred_on::text`,
  minggu: Prisma.sql`date_trunc('week', occurred_on::timestamp)::date::text`,
  jumlah: Prisma.sql`''`,
}

/** The figures of a question from the daily tally; no report is read. */
export const tallies = (tx: Reader, scope: Scope, { rows, columns, period, unitPath }: Question) =>
  tx.$queryRaw<Tally[]>`
    SELECT ${rowKey[rows]} AS row, ${columnKey[columns]} AS column,
           coalesce(sum(reports) FILTER (WHERE state = 'verified'), 0)::int AS verified,
           coalesce(sum(reports) FILTER (WHERE state NOT IN ('verified', 'accepted')), 0)::int AS unverified,
           coalesce(sum(reports) FILTER (WHERE state = 'brief'), 0)::int AS brief,
           coalesce(sum(reports) FILTER (WHERE state = 'accepted'), 0)::int AS accepted,
           sum(late)::int AS late, sum(delayed)::int AS delayed
    FROM daily_tally
    WHERE ${withinSql(scope)} AND unit_path LIKE ${`${unitPath || '/'}%`}
      AND occurred_on BETWEEN ${dateOf(period.from)} AND ${dateOf(period.until)}
      AND state NOT IN (${uncounted}) AND reports <> 0
    GROUP BY 1, 2`

/** What the answers that a type adds up come to, of the same reports. */
const sumsOf = (tx: Reader, scope: Scope, { rows, period, unitPath }: Question) =>
  tx.$queryRaw<SumTally[]>`
    SELECT ${rowKey[rows]} AS row, type_key AS type, key AS field,
           coalesce(sum(value::float8) FILTER (WHERE state = 'verified'), 0) AS verified,
           coalesce(sum(value::float8) FILTER (WHERE state NOT IN ('verified', 'accepted')), 0) AS unverified
    FROM daily_tally, jsonb_each_text(sums)
    WHERE ${withinSql(scope)} AND unit_path LIKE ${`${unitPath || '/'}%`}
      AND occurred_on BETWEEN ${dateOf(period.from)} AND ${dateOf(period.until)}
      AND state NOT IN (${uncounted}) AND reports <> 0
    GROUP BY 1, 2, 3`

export async function readRecap(tx: Reader, scope: Scope, question: Question, today: Day): Promise<Recap> {
  const found = await tallies(tx, scope, question)
  const keys = [...new Set(found.map(({ row }) => row))]
  return {
    tallies: found,
    polsek: question.rows === 'polsek' ? await polsekOf(tx, scope, question, keys) : [],
    officers: question.rows === 'petugas' ? await officersOf(tx, scope, question, keys) : [],
    days: question.rows === 'petugas' ? await daysByOfficer(tx, scope, daysAsked(question, today)) : [],
    sums: await sumsOf(tx, scope, question),
  }
}

/** Nothing is told yet of a day that has not come. */
const daysAsked = ({ unitPath, period: { from, until } }: Question, today: Day) => ({
  unitPath,
  personId: '',
  from,
  until: until < today ? until : today,
})
