import type { Scope } from '../../access/policy/scope.ts'
import { type Day, dateOf, type Period } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { type PersonFacts, peopleThen } from '../../platform/db/facts.ts'
import { peopleWithin } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { AbsenceKind } from './kinds.ts'

/** What joins `absence` to a person on a day; both are columns of the question that asks. */
export const absenceOn = (person: Prisma.Sql, day: Prisma.Sql): Prisma.Sql => Prisma.sql`
  absence.person_id = ${person} AND absence.cancelled_at IS NULL
  AND daterange(absence.from_on, absence.until_on, '[]') @> ${day}`

const officer = {
  select: { id: true, name: true, pangkat: true, unit: { select: { name: true, path: true, timeZone: true } } },
} as const

const whole = { person: officer } satisfies Prisma.AbsenceInclude

type Row = Prisma.AbsenceGetPayload<{ include: typeof whole }>

/** An absence that stands, with the officer and who has recorded it, as they were called on that day. */
export type Absence = Omit<Row, 'kind'> & { kind: AbsenceKind; recorder: PersonFacts }

async function withRecorders(tx: Reader, rows: readonly Row[]): Promise<Absence[]> {
  const then = await peopleThen(
    tx,
    rows.map(({ recordedBy, recordedAt }) => ({ personId: recordedBy, at: recordedAt })),
  )
  return rows.map((row) => ({ ...row, recorder: then(row.recordedBy, row.recordedAt) })) as Absence[]
}

const standing = (scope: Scope): Prisma.AbsenceWhereInput => ({ cancelledAt: null, person: peopleWithin(scope) })

/** Those that end on that day or later, the last to end first: what runs and what comes is never cut off. */
export const absencesSince = async (tx: Reader, scope: Scope, since: Day, take: number): Promise<Absence[]> =>
  withRecorders(
    tx,
    await tx.absence.findMany({
      where: { ...standing(scope), untilOn: { gte: dateOf(since) } },
      include: whole,
      orderBy: [{ untilOn: 'desc' }, { fromOn: 'asc' }, { id: 'asc' }],
      take,
    }),
  )

/** One that stands and ended no earlier than that. */
export async function findAbsence(tx: Reader, scope: Scope, id: string, since: Day): Promise<Absence | undefined> {
  const rows = await tx.absence.findMany({
    where: { ...standing(scope), id, untilOn: { gte: dateOf(since) } },
    include: whole,
  })
  return (await withRecorders(tx, rows))[0]
}

/** One that was cancelled, to be recorded again. */
export const cancelledAbsence = (tx: Reader, scope: Scope, id: string) =>
  tx.absence.findFirst({ where: { id, cancelledAt: { not: null }, person: peopleWithin(scope) } })

/** An absence of the officer on one of these days; `besides` is not looked at. */
export const overlappingAbsence = (tx: Reader, personId: string, { from, until }: Period, besides?: string) =>
  tx.absence.findFirst({
    where: {
      personId,
      cancelledAt: null,
      fromOn: { lte: dateOf(until) },
      untilOn: { gte: dateOf(from) },
      ...(besides === undefined ? {} : { id: { not: besides } }),
    },
    orderBy: { fromOn: 'asc' },
  }) as Promise<Pick<Absence, 'kind' | 'fromOn' | 'untilOn'> | null>

/** What an officer has from that day on. */
export const absencesOf = (tx: Reader, personId: string, since: Day) =>
  tx.absence.findMany({
    where: { personId, cancelledAt: null, untilOn: { gte: dateOf(since) } },
    orderBy: { fromOn: 'asc' },
  }) as Promise<OwnAbsence[]>

export type OwnAbsence = Pick<Absence, 'kind' | 'fromOn' | 'untilOn' | 'note'>
