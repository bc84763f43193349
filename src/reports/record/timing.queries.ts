import type { ReportState } from '../../access/policy/policy.ts'
import type { Scope } from '../../access/policy/scope.ts'
import { dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { After, ReportFilter } from './report-filter.ts'

/** Raw SQL, because the client cannot compare two columns with an interval; the tally's trigger counts by the same. */
const timings = {
  late: Prisma.sql`written_at > due_at`,
  delayed: Prisma.sql`arrived_at - written_at > interval '1 hour'`,
}

const unless = (isLeftOut: boolean, condition: Prisma.Sql): Prisma.Sql => (isLeftOut ? Prisma.sql`true` : condition)

function timedSql(scope: Scope, filter: ReportFilter): Prisma.Sql {
  const { type, states, unitPath, authorId, mark, from, until, timing } = filter
  return Prisma.join(
    [
      withinSql(scope),
      timings[timing!],
      unless(!type, Prisma.sql`type_key = ${type}`),
      unless(!states, Prisma.sql`state = ANY (${states ?? []})`),
      unless(!unitPath, Prisma.sql`unit_path LIKE ${`${unitPath}%`}`),
      unless(!authorId, Prisma.sql`author_id = ${authorId}::uuid`),
      unless(!mark, Prisma.sql`warnings @> ${JSON.stringify([{ key: mark }])}::jsonb`),
      unless(!from, Prisma.sql`occurred_on >= ${from && dateOf(from)}`),
      unless(!until, Prisma.sql`occurred_on <= ${until && dateOf(until)}`),
    ],
    ' AND ',
  )
}

/** The ids of one page of reports that were written or arrived late, newest first. */
export async function timedIds(
  tx: Reader,
  scope: Scope,
  filter: ReportFilter,
  after: After | undefined,
  size: number,
): Promise<string[]> {
  const rest = unless(!after, Prisma.sql`(occurred_on, id) < (${after && dateOf(after.on)}, ${after?.id}::uuid)`)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM report WHERE ${timedSql(scope, filter)} AND ${rest} ORDER BY occurred_on DESC, id DESC LIMIT ${size}`
  return rows.map(({ id }) => id)
}

export async function countTimed(tx: Reader, scope: Scope, filter: ReportFilter): Promise<Map<ReportState, number>> {
  const rows = await tx.$queryRaw<{ state: ReportState; reports: number }[]>`
    SELECT state, count(*)::int AS reports FROM report WHERE ${timedSql(scope, filter)} GROUP BY state`
  return new Map(rows.map(({ state, reports }) => [state, reports]))
}
