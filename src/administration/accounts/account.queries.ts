import type { Scope } from '../../access/policy/scope.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import { tidyName } from '../../kernel/tidy.ts'
import { pathsDownTo } from '../../kernel/unit-path.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { peopleWithin, within } from '../../platform/db/within.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import { tidyNrp } from './nrp.ts'
import type { PeopleFilter, PeopleKind } from './people-filter.ts'

/** Rows that hold on that day: from their first day to their last. */
export const validOn = (day: Day) => ({
  sinceOn: { lte: dateOf(day) },
  OR: [{ untilOn: null }, { untilOn: { gte: dateOf(day) } }],
})

const withPlace = (day: Day) =>
  ({
    unit: { select: { name: true, path: true } },
    assignments: { where: validOn(day), orderBy: { village: { name: 'asc' } }, include: { village: true } },
  }) satisfies Prisma.PersonInclude

export type ListedPerson = Prisma.PersonGetPayload<{ include: ReturnType<typeof withPlace> }>

const kindsOn = (day: Day): Record<PeopleKind, Prisma.PersonWhereInput> => ({
  aktif: { state: 'active' },
  nonaktif: { state: 'suspended' },
  'belum-masuk': { state: 'active', lastSignInAt: null },
  'tanpa-wilayah': { state: 'active', role: 'bhabinkamtibmas', assignments: { none: validOn(day) } },
})

/** Prisma does not escape what LIKE takes for a wildcard. */
const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

function matching(scope: Scope, { search, unit, state }: PeopleFilter, day: Day): Prisma.PersonWhereInput {
  const conditions: Prisma.PersonWhereInput[] = [peopleWithin(scope)]
  const [nrp, name] = [tidyNrp(search), tidyName(search)]
  if (/^\d+$/.test(nrp)) conditions.push({ nrp: { startsWith: nrp } })
  else if (name !== '') conditions.push({ name: { contains: literal(name), mode: 'insensitive' } })
  if (unit !== '') conditions.push({ unit: { path: unit } })
  if (state !== '') conditions.push(kindsOn(day)[state])
  return { AND: conditions }
}

/** The people that match, by name, and how many there are on all pages. */
export async function peoplePage(tx: Reader, scope: Scope, filter: PeopleFilter, day: Day, take: number) {
  const where = matching(scope, filter, day)
  const last =
    filter.after === ''
      ? null
      : await tx.person.findFirst({ where: { AND: [peopleWithin(scope), { id: filter.after }] } })
  const onward = last ? { OR: [{ name: { gt: last.name } }, { name: last.name, id: { gt: last.id } }] } : {}
  const [people, count] = await Promise.all([
    tx.person.findMany({
      where: { AND: [where, onward] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      include: withPlace(day),
      take,
    }),
    tx.person.count({ where }),
  ])
  return { people, count }
}

const whole = {
  unit: true,
  postings: { orderBy: [{ sinceOn: 'desc' }, { untilOn: { sort: 'desc', nulls: 'first' } }], include: { unit: true } },
  assignments: { orderBy: [{ sinceOn: 'desc' }, { villageCode: 'asc' }], include: { village: true } },
} satisfies Prisma.PersonInclude

/** A person with all postings and assignments, the latest first. */
export type FoundPerson = Prisma.PersonGetPayload<{ include: typeof whole }>

export const findPerson = (tx: Reader, scope: Scope, id: string): Promise<FoundPerson | null> =>
  tx.person.findFirst({ where: { AND: [peopleWithin(scope), { id }] }, include: whole })

/** Whether any account has this NRP, in the scope or not: an NRP is used once in the whole police. */
export const nrpIsTaken = async (tx: Reader, nrp: string): Promise<boolean> =>
  (await tx.person.count({ where: { nrp } })) > 0

/** When the newest code that still works stops working. */
export async function openSlipUntil(tx: Reader, personId: string, now: Date): Promise<Date | undefined> {
  const slip = await tx.passwordSlip.findFirst({
    where: { personId, usedAt: null, expiresAt: { gt: now } },
    orderBy: { issuedAt: 'desc' },
  })
  return slip?.expiresAt
}

export interface Handover {
  returned: number
  undecided: number
  /** Villages that nobody else serves. */
  villages: { code: string; name: string }[]
}

/** What somebody leaves behind who moves today. Reports are counted, never read. */
export async function handoverOf(tx: Reader, scope: Scope, personId: string, day: Day): Promise<Handover> {
  const mine = { AND: [within(scope), { authorId: personId }] }
  const counted = (...states: string[]) => tx.report.count({ where: { AND: [mine, { state: { in: states } }] } })
  const returned = await counted('returned', 'recalled')
  const undecided = await counted('brief', 'submitted', 'checked')
  return { returned, undecided, villages: await villagesOnlyOf(tx, personId, day) }
}

/** The villages of this officer that nobody else serves. */
export async function villagesOnlyOf(tx: Reader, personId: string, day: Day): Promise<Handover['villages']> {
  const assignments = await tx.assignment.findMany({
    where: { personId, ...validOn(day) },
    include: { village: true },
  })
  const codes = assignments.map(({ villageCode }) => villageCode)
  const others = await tx.assignment.findMany({
    where: { villageCode: { in: codes }, personId: { not: personId }, person: { state: 'active' }, ...validOn(day) },
  })
  const covered = new Set(others.map(({ villageCode }) => villageCode))
  return assignments.map(({ village }) => village).filter(({ code }) => !covered.has(code))
}

/** Whether another active admin could still manage the accounts of that unit: one there, or in a unit above it. */
export async function hasOtherAdmin(tx: Reader, personId: string, unitPath: string): Promise<boolean> {
  const others = await tx.person.count({
    where: { id: { not: personId }, role: 'admin', state: 'active', unit: { path: { in: pathsDownTo(unitPath) } } },
  })
  return others > 0
}

/** What the admin sees at a glance. */
export async function accountFigures(tx: Reader, scope: Scope, day: Day) {
  const mine = peopleWithin(scope)
  const kinds = kindsOn(day)
  const count = (where: Prisma.PersonWhereInput) => tx.person.count({ where: { AND: [mine, where] } })
  const [people, suspended, neverSignedIn, withoutVillage] = await Promise.all([
    count(kinds.aktif),
    count(kinds.nonaktif),
    count(kinds['belum-masuk']),
    count(kinds['tanpa-wilayah']),
  ])
  return { people, suspended, neverSignedIn, withoutVillage }
}

/** The code that this person gave at that moment, while nobody has used it and its minutes last. */
export const slipStillOpen = (tx: Reader, personId: string, given: { issuedBy: string; issuedAt: Date }, now: Date) =>
  tx.passwordSlip.findFirst({ where: { personId, ...given, usedAt: null, expiresAt: { gt: now } } })
