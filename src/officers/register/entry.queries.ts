import type { ReportState } from '../../access/policy/policy.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import { type RegisterName } from '../../reports/engine/index.ts'
import { withAuthorsThen } from '../../reports/record/index.ts'
import { uncounted } from './entry-values.ts'

const whole = {
  standsIn: { select: { id: true, name: true } },
  doubles: { select: { id: true, name: true, rt: true, rw: true }, orderBy: { createdAt: 'asc' } },
} as const satisfies Prisma.RegisterEntryInclude

export type WholeEntry = Prisma.RegisterEntryGetPayload<{ include: typeof whole }>

/** An entry of that part of the register in one of these villages. */
export const findEntry = (tx: Reader, kind: RegisterName, villages: readonly string[], id: string) =>
  tx.registerEntry.findFirst({ where: { id, kind, villageCode: { in: [...villages] } }, include: whole })

const aboutEntry = {
  id: true,
  typeKey: true,
  state: true,
  occurredAt: true,
  occurredOn: true,
  authorId: true,
  unitPath: true,
  author: { select: { pangkat: true, name: true } },
} as const satisfies Prisma.ReportSelect

export type EntryReport = Omit<Prisma.ReportGetPayload<{ select: typeof aboutEntry }>, 'state'> & { state: ReportState }

/** All that was reported of an entry and its doubles, the newest first. */
export async function reportsAbout(tx: Reader, entryIds: string[], take: number): Promise<EntryReport[]> {
  const reports = await tx.report.findMany({
    where: { entryId: { in: entryIds } },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take,
    select: aboutEntry,
  })
  return (await withAuthorsThen(tx, reports)) as EntryReport[]
}

/** How many of them count as visits. */
export const countVisits = (tx: Reader, entryIds: string[]): Promise<number> =>
  tx.report.count({ where: { entryId: { in: entryIds }, state: { notIn: [...uncounted] } } })
