import type { ReportState } from '../../access/policy/policy.ts'
import type { Scope } from '../../access/policy/scope.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { within, withinSql } from '../../platform/db/within.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import { type Outage, withOutages } from '../deadlines/index.ts'
import { type After, type ReportFilter } from './report-filter.ts'
import { withAuthorsThen } from './then.queries.ts'
import { countTimed, timedIds } from './timing.queries.ts'

const inList = {
  author: { select: { name: true, pangkat: true, nrp: true } },
  entry: { select: { id: true, name: true, rt: true, rw: true } },
  reviews: {
    where: { undoneAt: null },
    select: { decision: true, note: true, reason: true, decidedAt: true },
    orderBy: [{ version: 'desc' }, { decidedAt: 'desc' }],
    take: 1,
  },
} as const satisfies Prisma.ReportInclude

export type ListedReport = Omit<Prisma.ReportGetPayload<{ include: typeof inList }>, 'state'> & {
  state: ReportState
  outages: Outage[]
}

function whereOf(scope: Scope, filter: ReportFilter): Prisma.ReportWhereInput {
  const { type, states, unitPath, authorId, mark, from, until } = filter
  return {
    AND: [
      within(scope),
      type ? { typeKey: type } : {},
      states ? { state: { in: states } } : {},
      unitPath ? { unitPath: { startsWith: unitPath } } : {},
      authorId ? { authorId } : {},
      mark ? { warnings: { array_contains: [{ key: mark }] } } : {},
      from ? { occurredOn: { gte: dateOf(from) } } : {},
      until ? { occurredOn: { lte: dateOf(until) } } : {},
    ],
  }
}

/** Newest first, by keyset: page one thousand costs what page one does. */
export async function listReports(
  tx: Reader,
  scope: Scope,
  filter: ReportFilter,
  after: After | undefined,
  size: number,
): Promise<ListedReport[]> {
  if (filter.timing) return listReportsById(tx, scope, await timedIds(tx, scope, filter, after, size))
  const reports = await tx.report.findMany({
    where: {
      AND: [
        whereOf(scope, filter),
        after
          ? {
              // Said twice for the planner: an OR alone is a filter, not a place in the index to begin at.
              occurredOn: { lte: dateOf(after.on) },
              OR: [{ occurredOn: { lt: dateOf(after.on) } }, { occurredOn: dateOf(after.on), id: { lt: after.id } }],
            }
          : {},
      ],
    },
    orderBy: [{ occurredOn: 'desc' }, { id: 'desc' }],
    take: size,
    include: inList,
  })
  return (await withOutages(tx, await withAuthorsThen(tx, reports))) as ListedReport[]
}

/** Those of the ids that are in scope, newest first. */
export async function listReportsById(tx: Reader, scope: Scope, ids: readonly string[]): Promise<ListedReport[]> {
  const reports = await tx.report.findMany({
    where: { AND: [within(scope), { id: { in: [...ids] } }] },
    orderBy: [{ occurredOn: 'desc' }, { id: 'desc' }],
    include: inList,
  })
  return (await withOutages(tx, await withAuthorsThen(tx, reports))) as ListedReport[]
}

/** How many there are in each state, whatever states the filter asks for. */
export async function countByState(tx: Reader, scope: Scope, filter: ReportFilter): Promise<Map<ReportState, number>> {
  const { states: _, ...others } = filter
  if (filter.timing) return countTimed(tx, scope, others)
  const rows = await tx.report.groupBy({ by: ['state'], where: whereOf(scope, others), _count: true })
  return new Map(rows.map(({ state, _count }) => [state as ReportState, _count]))
}

export const countReports = (tx: Reader, scope: Scope, filter: ReportFilter): Promise<number> =>
  tx.report.count({ where: whereOf(scope, filter) })

export interface OwnFigures {
  typeKey: string
  occurredOn: Date
  state: ReportState
  reports: number
}

/** The figures of a scope from the tally: a row for each day, type and state. */
export const figuresOf = (tx: Reader, scope: Scope, from: Day, until: Day) =>
  tx.$queryRaw<OwnFigures[]>`
    SELECT type_key AS "typeKey", occurred_on AS "occurredOn", state, sum(reports)::int AS reports
    FROM daily_tally
    WHERE ${withinSql(scope)}
      AND occurred_on BETWEEN ${dateOf(from)} AND ${dateOf(until)} AND reports > 0
    GROUP BY 1, 2, 3`
