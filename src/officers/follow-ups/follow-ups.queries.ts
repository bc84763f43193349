import { uncountedStates } from '../../access/policy/policy.ts'
import type { Scope } from '../../access/policy/scope.ts'
import type { Day } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { within } from '../../platform/db/within.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import { withAuthorsThen } from '../../reports/record/index.ts'

const listed = {
  id: true,
  typeKey: true,
  answers: true,
  villageCode: true,
  entryId: true,
  authorId: true,
  unitPath: true,
  followUpBy: true,
  followUpDue: true,
  outcome: true,
  occurredOn: true,
  author: { select: { pangkat: true, name: true } },
} as const satisfies Prisma.ReportSelect

export type FollowUp = Prisma.ReportGetPayload<{ select: typeof listed }>

/** A report that is not counted promises nothing. */
const promised = {
  followUpDue: { not: null },
  state: { notIn: [...uncountedStates] },
} satisfies Prisma.ReportWhereInput

/** Where a page of a list begins: what its last row before was sorted by, and its id. */
export interface After {
  at: string
  id: string
}

/** The open ones, the longest overdue first; with `before`, only those due earlier than that day. */
export async function openFollowUps(
  tx: Reader,
  scope: Scope,
  { before, after, size }: { before?: Day | undefined; after?: After | undefined; size: number },
): Promise<FollowUp[]> {
  const found = await tx.report.findMany({
    where: {
      AND: [
        within(scope),
        promised,
        { outcome: null },
        before ? { followUpDue: { lt: before } } : {},
        after ? { OR: [{ followUpDue: { gt: after.at } }, { followUpDue: after.at, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ followUpDue: 'asc' }, { id: 'asc' }],
    take: size,
    select: listed,
  })
  return withAuthorsThen(tx, found)
}

/** The closed ones, the last closed first. */
export async function closedFollowUps(
  tx: Reader,
  scope: Scope,
  { after, size }: { after?: After | undefined; size: number },
) {
  const at = after && new Date(after.at)
  const found = await tx.followUpResult.findMany({
    where: {
      AND: [
        { report: within(scope) },
        at ? { OR: [{ closedAt: { lt: at } }, { closedAt: at, reportId: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ closedAt: 'desc' }, { reportId: 'desc' }],
    take: size,
    select: { report: { select: listed } },
  })
  return withAuthorsThen(
    tx,
    found.map(({ report }) => report),
  )
}

export interface FollowUpCounts {
  open: number
  overdue: number
}

export async function countFollowUps(tx: Reader, scope: Scope, today: Day): Promise<FollowUpCounts> {
  const count = (more: Prisma.ReportWhereInput) =>
    tx.report.count({ where: { AND: [within(scope), promised, { outcome: null }, more] } })
  const [open, overdue] = await Promise.all([count({}), count({ followUpDue: { lt: today } })])
  return { open, overdue }
}

/** Of these entries of the register: the open ones by their day, then the closed ones. */
export async function followUpsOfEntries(tx: Reader, entryIds: string[], size: number): Promise<FollowUp[]> {
  const found = await tx.report.findMany({
    where: { AND: [promised, { entryId: { in: entryIds } }] },
    // A missing result sorts before every one when times fall.
    orderBy: [{ outcome: { closedAt: 'desc' } }, { followUpDue: 'asc' }, { id: 'asc' }],
    take: size,
    select: listed,
  })
  return withAuthorsThen(tx, found)
}
