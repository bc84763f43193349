import type { Scope } from '../../access/policy/scope.ts'
import { isDay } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { type QuarantineFilter, spanOf } from './quarantine-list.ts'
import type { Reason } from './verdict.ts'

export async function unitOfPerson(tx: Reader, id: string): Promise<string | null> {
  const person = await tx.person.findUnique({ where: { id }, select: { unit: { select: { path: true } } } })
  return person?.unit.path ?? null
}

/** The unit that answers for a village now. */
export async function unitOfVillage(tx: Reader, villageCode: string): Promise<string | null> {
  const found = await tx.jurisdiction.findFirst({
    where: { villageCode, untilOn: null },
    select: { unit: { select: { path: true } } },
  })
  return found?.unit.path ?? null
}

/** An envelope that tells of nobody and of no place that is known. */
export interface UnassignedEnvelope {
  digest: string
  reportId: string
  reasons: Reason[]
  receivedAt: Date
  sequence: number
  release: string
}

const unassigned = { unitPath: null, authorId: null, state: 'held', decision: null } as const
const told = { digest: true, reportId: true, reasons: true, receivedAt: true, sequence: true, release: true } as const

/** What of an envelope that names nobody can be looked for: its number, its release, the day on which it came. */
function matching(search: string) {
  if (search === '') return {}
  if (isDay(search)) return { receivedAt: dayOfJakarta(search) }
  const sequence = /^\d{1,9}$/.test(search) ? [{ sequence: Number(search) }] : []
  return { OR: [{ release: { contains: search, mode: 'insensitive' as const } }, ...sequence] }
}

function dayOfJakarta(day: string) {
  const from = new Date(`${day}T00:00:00+07:00`)
  return { gte: from, lt: new Date(from.getTime() + 86_400_000) }
}

/** Those that came on a phone we know first, then the newest. */
export const unassignedEnvelopes = async (tx: Reader, filter: QuarantineFilter) =>
  (await tx.envelope.findMany({
    where: { ...unassigned, ...matching(filter.search) },
    select: told,
    orderBy: [{ deviceId: { sort: 'asc', nulls: 'last' } }, { receivedAt: 'desc' }, { digest: 'asc' }],
    ...spanOf(filter),
  })) as unknown as UnassignedEnvelope[]

export const countUnassigned = (tx: Reader) => tx.envelope.count({ where: unassigned })

export const unassignedEnvelope = (tx: Reader, digest: string) =>
  tx.envelope.findFirst({ where: { ...unassigned, digest }, select: { digest: true, reportId: true } })

/** The polres of a scope, whose Kasat may be asked. */
export const polresWithin = (tx: Reader, scope: Scope) =>
  scope.kind === 'own'
    ? Promise.resolve([])
    : tx.unit.findMany({
        where: { kind: 'polres', untilOn: null, path: { startsWith: scope.path } },
        select: { path: true, name: true },
        orderBy: { name: 'asc' },
      })
