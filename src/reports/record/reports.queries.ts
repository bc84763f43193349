import { type ReportState, uncountedStates } from '../../access/policy/policy.ts'
import type { Scope } from '../../access/policy/scope.ts'
import { dayOf } from '../../kernel/days.ts'
import { batched } from '../../platform/db/batched.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { peopleThen, unitNameOn } from '../../platform/db/facts.ts'
import { within } from '../../platform/db/within.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import { type Outage, withOutages } from '../deadlines/index.ts'
import { overdueSince, unansweredSince } from '../states/index.ts'
import { sameHome } from './names.queries.ts'
import { withPeopleThen } from './then.queries.ts'

const people = {
  select: { id: true, name: true, pangkat: true, nrp: true, position: true },
} as const

/** Whether somebody can be waited for is asked of today, whatever they were when it happened. */
const asOfNow = { select: { state: true, role: true, unit: { select: { path: true } } } } as const

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
  acknowledgement: { include: { decider: people, report: { select: { author: asOfNow } } } },
  outcome: { include: { closer: people } },
  original: { select: { id: true, number: true } },
  copies: { select: { id: true, number: true }, orderBy: { arrivedAt: 'asc' } },
} as const satisfies Prisma.ReportInclude

export type FoundReport = Omit<Prisma.ReportGetPayload<{ include: typeof whole }>, 'state'> & {
  state: ReportState
  isOverdue: boolean
  /** Whether the author has left, or had their time to acknowledge it. */
  isUnanswered: boolean
  outages: Outage[]
  /** What its unit was called on the day it happened. */
  unitName: string
}

/** A report of the scope, with people and unit as they were called then. */
export async function findReport(tx: Reader, scope: Scope, id: string, now: Date): Promise<FoundReport | null> {
  const report = await tx.report.findFirst({ where: { AND: [{ id }, within(scope)] }, include: whole })
  if (!report) return null
  const [found] = await withOutages(tx, [await withPeopleThen(tx, report)])
  const unitName = await unitNameOn(tx, report.unitPath, dayOf(report.occurredOn))
  return {
    ...found!,
    unitName,
    state: report.state as ReportState,
    isOverdue: report.arrivedAt <= overdueSince(now),
    isUnanswered: isUnanswered(report, scope, now),
  }
}

/** Whether the author cannot answer: suspended, in another role or outside of the scope. */
function isUnanswered(
  { acknowledgement }: Prisma.ReportGetPayload<{ include: typeof whole }>,
  scope: Scope,
  now: Date,
): boolean {
  if (!acknowledgement || acknowledgement.decidedAt !== null) return false
  const { author } = acknowledgement.report
  const isHere = scope.kind === 'own' || author.unit.path.startsWith(scope.path)
  const mayAnswer = author.state === 'active' && author.role === 'bhabinkamtibmas' && isHere
  return !mayAnswer || acknowledgement.askedAt <= unansweredSince(now)
}

/** What its author has sent under the same id with other content, the first one first. */
export const conflictsOf = (tx: Reader, reportId: string) =>
  tx.reportConflict.findMany({ where: { reportId }, orderBy: { receivedAt: 'asc' } })

export type Conflicting = Awaited<ReturnType<typeof conflictsOf>>[number]

export const countConflicts = (tx: Reader, reportId: string) => tx.reportConflict.count({ where: { reportId } })

/** The report of an id, without a scope: only for sending, which must recognise its own repetition. */
export const filedAs = batched(async (tx: Reader, ids: string[]) => {
  const reports = await tx.$queryRaw<{ id: string; authorId: string; digest: string }[]>`
    SELECT id, author_id AS "authorId", digest FROM report WHERE id = ANY (${ids}::uuid[])`
  const known = new Map(reports.map((report) => [report.id, report]))
  return ids.map((id) => known.get(id) ?? null)
})

/** A photo by its place on the page, or one that a correction replaced, by its hash. */
export const findPhoto = (tx: Reader, scope: Scope, reportId: string, which: { ordinal: number } | { hash: string }) =>
  tx.photo.findFirst({ where: { ...which, reportId, report: within(scope) }, select: { body: true } })

/** The report that people call by this number. */
export const findByNumber = (tx: Reader, scope: Scope, number: string) =>
  tx.report.findFirst({
    where: { AND: [{ number }, within(scope)] },
    select: { id: true, number: true, state: true },
  })

/** How many visits the entry of the register had had by then, this one counted: computed, never typed in. */
export async function visitNumber(
  tx: Reader,
  report: { id: string; entryId: string | null; occurredAt: Date; typeKey: string },
): Promise<number> {
  if (report.entryId === null) return 0
  const { entryId, typeKey, occurredAt, id } = report
  return tx.report.count({
    where: {
      entryId: { in: await sameHome(tx, entryId) },
      typeKey,
      state: { notIn: [...uncountedStates] },
      OR: [{ occurredAt: { lt: occurredAt } }, { occurredAt, id: { lte: id } }],
    },
  })
}

/** What the audit tells of a report, with those who did it as they were called then. */
export async function historyOf(tx: Reader, reportId: string) {
  const entries = await tx.auditEntry.findMany({
    where: {
      subject: reportId,
      OR: [
        { action: { startsWith: 'report.' } },
        { action: { in: ['source.revealed', 'envelope.carried', 'envelope.released'] } },
      ],
    },
    orderBy: { id: 'asc' },
    include: { actor: people },
  })
  const then = await peopleThen(
    tx,
    entries.flatMap(({ actorId, at }) => (actorId ? [{ personId: actorId, at }] : [])),
  )
  return entries.map((entry) => ({
    ...entry,
    actor: entry.actor && { ...entry.actor, ...then(entry.actor.id, entry.at) },
  }))
}
