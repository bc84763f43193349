import type { Actor } from '../../access/policy/actor.ts'
import { pathsDownTo } from '../../kernel/unit-path.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import { confirmingRoles, newCommanderDays, type WhyNot, whyNotConfirm } from '../accounts/index.ts'

type Row = Prisma.AccountRequestGetPayload<object>
type Party = Prisma.PersonGetPayload<{ include: { unit: true } }>

/** A request with its people as they are now. */
export interface FoundRequest extends Row {
  requester: Party
  decider: Party | null
  subject: Party | null
}

async function withPeople(tx: Reader, rows: Row[]): Promise<FoundRequest[]> {
  const ids = rows.flatMap(({ requestedBy, decidedBy, subjectId }) => [requestedBy, decidedBy, subjectId])
  const where = { id: { in: ids.filter((id) => id !== null) } }
  const people = new Map((await tx.person.findMany({ where, include: { unit: true } })).map((one) => [one.id, one]))
  const of = (id: string | null) => (id === null ? null : (people.get(id) ?? null))
  return rows.map((row) => ({
    ...row,
    requester: people.get(row.requestedBy)!,
    decider: of(row.decidedBy),
    subject: of(row.subjectId),
  }))
}

const mostListed = 100

/** Those that wait for a second person in the scope, the oldest first. */
export const pendingRequests = async (tx: Reader, unitPath: string, now: Date): Promise<FoundRequest[]> => {
  const rows = await tx.accountRequest.findMany({
    where: { unitPath: { startsWith: unitPath }, state: 'pending', expiresAt: { gt: now } },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: mostListed,
  })
  return withPeople(tx, rows)
}

/** Those that were decided or lapsed since then, the latest first. */
export const closedRequests = async (tx: Reader, unitPath: string, now: Date, since: Date): Promise<FoundRequest[]> => {
  const rows = await tx.accountRequest.findMany({
    where: {
      unitPath: { startsWith: unitPath },
      requestedAt: { gt: since },
      OR: [{ state: { not: 'pending' } }, { expiresAt: { lte: now } }],
    },
    orderBy: [{ requestedAt: 'desc' }, { id: 'asc' }],
    take: mostListed,
  })
  return withPeople(tx, rows)
}

export async function findRequest(tx: Reader, unitPath: string, id: string): Promise<FoundRequest | undefined> {
  const row = await tx.accountRequest.findFirst({ where: { id, unitPath: { startsWith: unitPath } } })
  return row ? (await withPeople(tx, [row]))[0] : undefined
}

/** What waits for a second person on this account. */
export const pendingOf = (tx: Reader, subjectId: string, now: Date) =>
  tx.accountRequest.findMany({
    where: { subjectId, state: 'pending', expiresAt: { gt: now } },
    orderBy: { requestedAt: 'asc' },
    select: { id: true, kind: true },
  })

interface Lineage {
  id: string
  role: string
  isShared: boolean
  isRecent: boolean
}

/**
 * Whether one of these people came to the account or the role at the request of the other, or of those whom the other owes
 * theirs to. An admin who did is never a second person, a commander not in the first days: else one admin would be two.
 */
async function dependentOn(tx: Reader, requesterId: string, confirmerIds: string[], now: Date): Promise<Set<string>> {
  const since = new Date(now.getTime() - newCommanderDays * 86_400_000)
  const rows = await tx.$queryRaw<Lineage[]>`
    WITH RECURSIVE line AS (
      SELECT id AS member, id AS ancestor FROM person WHERE id = ANY (${[requesterId, ...confirmerIds]}::uuid[])
      UNION
      SELECT line.member, p.sponsor_id FROM line JOIN person p ON p.id = line.ancestor WHERE p.sponsor_id IS NOT NULL
    )
    SELECT p.id, p.role, coalesce(p.sponsored_at > ${since}, false) AS "isRecent",
      EXISTS (SELECT FROM line a JOIN line b USING (ancestor)
        WHERE a.member = p.id AND b.member = ${requesterId}::uuid) AS "isShared"
    FROM person p WHERE p.id = ANY (${confirmerIds}::uuid[])`
  const isDependent = ({ role, isShared, isRecent }: Lineage) => isShared && (role === 'admin' || isRecent)
  return new Set(rows.filter(isDependent).map(({ id }) => id))
}

/** Why this person may not confirm each of the requests; undefined where they may. Asked once for each requester. */
export async function reasonsNot(tx: Reader, actor: Actor, requests: FoundRequest[], now: Date) {
  const dependent = new Set<string>()
  for (const requester of new Set(requests.map(({ requestedBy }) => requestedBy)))
    if ((await dependentOn(tx, requester, [actor.id], now)).size > 0) dependent.add(requester)
  return requests.map((request) => whyNotConfirm(actor, request, !dependent.has(request.requestedBy), now))
}

/** Why this person may not confirm the request; undefined when they may. */
export const reasonNot = async (
  tx: Reader,
  actor: Actor,
  request: FoundRequest,
  now: Date,
): Promise<WhyNot | undefined> => (await reasonsNot(tx, actor, [request], now))[0]

/** Who could confirm the request today: active, with a password of their own, neither requester nor holder, independent. */
export async function possibleConfirmers(tx: Reader, request: FoundRequest, now: Date) {
  const people = await tx.person.findMany({
    where: {
      state: 'active',
      role: { in: [...confirmingRoles] },
      passwordHash: { not: null },
      unit: { path: { in: pathsDownTo(request.unitPath) } },
    },
    // Who sits nearest first: a polres asks its own people before those above.
    orderBy: [{ unit: { path: 'desc' } }, { name: 'asc' }],
    select: { id: true, pangkat: true, name: true },
  })
  const dependent = await dependentOn(
    tx,
    request.requestedBy,
    people.map(({ id }) => id),
    now,
  )
  return people.filter(({ id }) => id !== request.requestedBy && id !== request.subjectId && !dependent.has(id))
}

/** How many requests wait for this very person. */
export async function countToConfirm(tx: Reader, actor: Actor, now: Date): Promise<number> {
  if (!confirmingRoles.includes(actor.role)) return 0
  const pending = await pendingRequests(tx, actor.unitPath, now)
  const reasons = await reasonsNot(tx, actor, pending, now)
  return reasons.filter((reason) => reason === undefined).length
}

export const unitNameAt = async (tx: Reader, path: string): Promise<string> =>
  (await tx.unit.findUnique({ where: { path }, select: { name: true } }))?.name ?? ''

/** Whom the page of a code names. */
export const slipOwner = (tx: Reader, id: string) =>
  tx.person.findUniqueOrThrow({ where: { id }, include: { unit: true } })

/** Notices that the person has not read, the latest first. */
export const unreadNotices = (tx: Reader, personId: string) =>
  tx.accountNotice.findMany({ where: { personId, readAt: null }, orderBy: { at: 'desc' }, take: 20 })

export type AccountNotice = Awaited<ReturnType<typeof unreadNotices>>[number]
