import { uncountedStates } from '../../access/policy/policy.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'

/** The rules of a unit that hold or will hold, and those that ended in the last month. */
export const rulesOf = (tx: Reader, unitId: string, since: Day) =>
  tx.reportingRule.findMany({
    where: { unitId, OR: [{ untilOn: null }, { untilOn: { gte: dateOf(since) } }] },
    orderBy: [{ typeKey: { sort: 'asc', nulls: 'first' } }, { sinceOn: 'asc' }],
  })

export type StandingRule = Awaited<ReturnType<typeof rulesOf>>[number]

/** The rule of a unit for that type, or for all, whose days are among these. */
export const overlappingRule = (
  tx: Reader,
  unitId: string,
  { typeKey, since, until }: { typeKey: string | null; since: Day; until: Day | null },
) =>
  tx.reportingRule.findFirst({
    where: {
      unitId,
      typeKey,
      ...(until === null ? {} : { sinceOn: { lte: dateOf(until) } }),
      OR: [{ untilOn: null }, { untilOn: { gte: dateOf(since) } }],
    },
    orderBy: { sinceOn: 'asc' },
  })

/** A rule of the unit by its id, as long as it has not ended. */
export const standingRule = (tx: Reader, unitId: string, id: string, today: Day) =>
  tx.reportingRule.findFirst({
    where: { id, unitId, OR: [{ untilOn: null }, { untilOn: { gt: dateOf(today) } }] },
  })

const person = {
  select: { id: true, name: true, pangkat: true, unit: { select: { name: true, path: true } } },
} as const

/** What is open now, the one that closes first on top. */
export const openExceptions = (tx: Reader, unitId: string, now: Date) =>
  tx.dueException.findMany({
    where: { unitId, openUntil: { gt: now }, withdrawnAt: null },
    include: { person },
    orderBy: [{ openUntil: 'asc' }, { id: 'asc' }],
  })

export type OpenException = Awaited<ReturnType<typeof openExceptions>>[number]

/** How many late reports of these days would be on time if they could be written until then. */
export const lateReports = (
  tx: Reader,
  { personId, from, until, openUntil }: { personId: string; from: Day; until: Day; openUntil: Date },
) =>
  tx.report.count({
    where: {
      authorId: personId,
      occurredOn: { gte: dateOf(from), lte: dateOf(until) },
      writtenAt: { gt: tx.report.fields.dueAt, lte: openUntil },
      state: { notIn: [...uncountedStates] },
    },
  })
