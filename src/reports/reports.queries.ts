import { type Outage, withOutages } from '../deadlines/index.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { type Day, dateOf } from '../kernel/days.ts'
import type { Tx } from '../platform/db/connect.ts'
import { within, withinSql } from '../platform/db/within.ts'
import type { ReportState } from '../policy/policy.ts'
import type { Reach } from '../policy/reach.ts'
import { sameHome } from './names.queries.ts'
import { overdueSince } from './reports.workflow.ts'

const people = {
  select: { id: true, name: true, pangkat: true, nrp: true, position: true, unit: { select: { name: true } } },
} as const

const whole = {
  author: people,
  entry: true,
  photos: {
    select: { ordinal: true, hash: true, width: true, height: true },
    where: { ordinal: { not: null } },
    orderBy: { ordinal: 'asc' },
  },
  // What was undone is no decision; the audit still tells of it.
  sealed: { select: { version: true } },
  reviews: {
    where: { undoneAt: null },
    include: { reviewer: people },
    orderBy: [{ version: 'asc' }, { decidedAt: 'asc' }],
  },
  versions: { orderBy: { version: 'asc' } },
  addenda: { include: { author: people }, orderBy: { addedAt: 'asc' } },
  outcome: { include: { closer: people } },
  original: { select: { id: true, number: true } },
  copies: { select: { id: true, number: true }, orderBy: { arrivedAt: 'asc' } },
} as const satisfies Prisma.ReportInclude

export type FoundReport = Omit<Prisma.ReportGetPayload<{ include: typeof whole }>, 'state'> & {
  state: ReportState
  isOverdue: boolean
  outages: Outage[]
}

export async function findReport(tx: Tx, reach: Reach, id: string, now: Date): Promise<FoundReport | null> {
  const report = await tx.report.findFirst({ where: { AND: [{ id }, within(reach)] }, include: whole })
  if (!report) return null
  const [found] = await withOutages(tx, [report])
  return { ...found!, state: report.state as ReportState, isOverdue: report.arrivedAt <= overdueSince(now) }
}

/** What stands under an id, whoever asks: only for the send, which must know its own repetition. */
export async function filedAs(tx: Tx, id: string) {
  const [report] = await tx.$queryRaw<{ id: string; authorId: string; digest: string }[]>`
    SELECT id, author_id AS "authorId", digest FROM report WHERE id = ${id}::uuid`
  return report ?? null
}

/** A photo by its place on the page, or one that a correction replaced, by its hash. */
export const findPhoto = (tx: Tx, reach: Reach, reportId: string, which: { ordinal: number } | { hash: string }) =>
  tx.photo.findFirst({ where: { ...which, reportId, report: within(reach) }, select: { body: true } })

/** The report that people call by this number. */
export const findByNumber = (tx: Tx, reach: Reach, number: string) =>
  tx.report.findFirst({
    where: { AND: [{ number }, within(reach)] },
    select: { id: true, number: true, state: true },
  })

export interface ReportFilter {
  type?: string
  states?: ReportState[]
  unitPath?: string
  authorId?: string
  /** The key of a warning. */
  mark?: string
  from?: Day
  until?: Day
}

/** The place in a list after which a page begins: the day and id of the last row before it. */
export interface After {
  on: Day
  id: string
}

const inList = {
  author: { select: { name: true, pangkat: true } },
  entry: { select: { id: true, name: true, rt: true, rw: true } },
  reviews: {
    where: { undoneAt: null },
    select: { decision: true, note: true },
    orderBy: [{ version: 'desc' }, { decidedAt: 'desc' }],
    take: 1,
  },
} as const satisfies Prisma.ReportInclude

export type ListedReport = Omit<Prisma.ReportGetPayload<{ include: typeof inList }>, 'state'> & {
  state: ReportState
  outages: Outage[]
}

function whereOf(reach: Reach, filter: ReportFilter): Prisma.ReportWhereInput {
  const { type, states, unitPath, authorId, mark, from, until } = filter
  return {
    AND: [
      within(reach),
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
  tx: Tx,
  reach: Reach,
  filter: ReportFilter,
  after: After | undefined,
  size: number,
): Promise<ListedReport[]> {
  const reports = await tx.report.findMany({
    where: {
      AND: [
        whereOf(reach, filter),
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
  return (await withOutages(tx, reports)) as ListedReport[]
}

/** Those of the ids that are in reach, in no order. */
export async function listReportsById(tx: Tx, reach: Reach, ids: readonly string[]): Promise<ListedReport[]> {
  const reports = await tx.report.findMany({
    where: { AND: [within(reach), { id: { in: [...ids] } }] },
    include: inList,
  })
  return (await withOutages(tx, reports)) as ListedReport[]
}

export const countReports = (tx: Tx, reach: Reach, filter: ReportFilter): Promise<number> =>
  tx.report.count({ where: whereOf(reach, filter) })

/** How many visits the entry of the register had had by then, this one counted: computed, never typed in. */
export async function visitNumber(
  tx: Tx,
  report: { id: string; entryId: string | null; occurredAt: Date; typeKey: string },
): Promise<number> {
  if (report.entryId === null) return 0
  const { entryId, typeKey, occurredAt, id } = report
  return tx.report.count({
    where: {
      ...{ entryId: { in: await sameHome(tx, entryId) }, typeKey, state: { notIn: ['cancelled', 'duplicate'] } },
      OR: [{ occurredAt: { lt: occurredAt } }, { occurredAt, id: { lte: id } }],
    },
  })
}

export const historyOf = (tx: Tx, reportId: string) =>
  tx.auditEntry.findMany({
    where: {
      subject: reportId,
      OR: [{ action: { startsWith: 'report.' } }, { action: { in: ['source.revealed', 'envelope.carried'] } }],
    },
    orderBy: { id: 'asc' },
    include: { actor: people },
  })

export interface OwnFigures {
  typeKey: string
  occurredOn: Date
  state: ReportState
  reports: number
}

/** The figures of a reach from the tally: a row for each day, type and state. */
export const figuresOf = (tx: Tx, reach: Reach, from: Day, until: Day) =>
  tx.$queryRaw<OwnFigures[]>`
    SELECT type_key AS "typeKey", occurred_on AS "occurredOn", state, sum(reports)::int AS reports
    FROM daily_tally
    WHERE ${withinSql(reach)}
      AND occurred_on BETWEEN ${dateOf(from)} AND ${dateOf(until)} AND reports > 0
    GROUP BY 1, 2, 3`
