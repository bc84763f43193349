import { isDeepStrictEqual } from 'node:util'
import { Conflict, Forbidden, orNotFound } from '../../kernel/errors.ts'
import { command } from '../../platform/db/command.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { lockRows } from '../../platform/db/row-locks.ts'
import { type AccountAct, callPerson, isOpen, lockedPerson, requestHours } from '../accounts/index.ts'
import { type Change, set } from '../audit/index.ts'
import { factsOf, type LockedSubject, lockSubject } from './carry-out.commands.ts'
import { notifyAboutRequest } from './request-notices.commands.ts'
import { type FoundRequest, findRequest, reasonNot } from './requests.queries.ts'

/** Of one requester: nobody reads more, and a flood would hide the one that matters. */
const mostWaiting = 50

export interface RequestedAct {
  act: AccountAct
  subjectId: string | undefined
  /** The path of the unit in which the person serves after the act. */
  unitPath: string
}

/** Asks for a second person. Asked again by the same person while it waits, it is the same request. */
export const requestAct = command('request.made', async (context, { act, subjectId, unitPath }: RequestedAct) => {
  const { tx, actor, now } = context
  const held = await lockedPerson(context, subjectId ?? actor.id)
  if (!held.unit.path.startsWith(actor.unitPath) || !unitPath.startsWith(actor.unitPath)) throw new Forbidden()
  const subject = subjectId === undefined ? undefined : await lockSubject(tx, subjectId)
  if (act.kind === 'slip' && subject!.state !== 'active') throw new Conflict('personnel.slipSuspended')
  const wanted = { requestedBy: actor.id, subjectId: subjectId ?? null, ...pinned(subject) }
  const same = await sameRequest(tx, { ...wanted, act }, now)
  if (same) return { result: same, unchanged: true }
  await refuseFlood(tx, actor.id, now)
  const { id } = await tx.accountRequest.create({
    data: {
      ...wanted,
      kind: act.kind,
      unitPath,
      payload: act,
      requestedAt: now,
      expiresAt: new Date(now.getTime() + requestHours * 3_600_000),
    },
  })
  const request = orNotFound(await findRequest(tx, actor.unitPath, id))
  await notifyAboutRequest(tx, request, 'asked', actor, now)
  const changes = [set('act', act.kind), ...aboutNew(act), set('requestedBy', callPerson(actor))]
  return { result: id, subject: subjectId ?? actor.id, details: { changes, request: id } }
})

const aboutNew = (act: AccountAct): Change[] =>
  act.kind === 'create' ? [set('nrp', act.person.nrp), set('name', act.person.name), set('role', act.person.role)] : []

/** What a request keeps of the account as it is. */
const pinned = (subject: LockedSubject | undefined) => ({
  subjectVersion: subject?.accessVersion ?? null,
  subjectFacts: subject ? factsOf(subject) : {},
})

async function refuseFlood(tx: Transaction, requestedBy: string, now: Date): Promise<void> {
  const count = await tx.accountRequest.count({ where: { requestedBy, state: 'pending', expiresAt: { gt: now } } })
  if (count >= mostWaiting) throw new Conflict('second.tooMany')
}

interface Wanted extends ReturnType<typeof pinned> {
  requestedBy: string
  subjectId: string | null
  act: AccountAct
}

async function sameRequest(
  tx: Transaction,
  { requestedBy, subjectId, subjectVersion, subjectFacts: facts, act }: Wanted,
  now: Date,
): Promise<string | undefined> {
  const waiting = await tx.accountRequest.findMany({
    where: { requestedBy, subjectId, subjectVersion, kind: act.kind, state: 'pending', expiresAt: { gt: now } },
  })
  const asStored = JSON.parse(JSON.stringify(act)) as unknown
  return waiting.find(
    ({ payload, subjectFacts }) => isDeepStrictEqual(payload, asStored) && isDeepStrictEqual(subjectFacts, facts),
  )?.id
}

/** Locks the request and reads it as it is now, so that of two who decide the second sees what the first did. */
export async function lockedRequest(tx: Transaction, unitPath: string, id: string): Promise<FoundRequest> {
  await lockRows(tx, 'accountRequest', [id])
  return orNotFound(await findRequest(tx, unitPath, id))
}

type Decision = { state: 'confirmed' | 'rejected' | 'withdrawn'; decidedBy: string | null; subjectId?: string }

export async function close(tx: Transaction, request: FoundRequest, decision: Decision, now: Date): Promise<void> {
  await tx.accountRequest.update({ where: { id: request.id }, data: { ...decision, decidedAt: now } })
}

/** The second person says no. */
export const rejectRequest = command('request.rejected', async (context, id: string) => {
  const { tx, actor, now } = context
  const request = await lockedRequest(tx, actor.unitPath, id)
  if (request.state === 'rejected' && request.decidedBy === actor.id) return { result: undefined, unchanged: true }
  await lockedPerson(context, actor.id)
  // The holder may refuse what is asked about their own account; only a yes needs somebody independent.
  const reason = await reasonNot(tx, actor, request, now)
  if (reason === 'closed' || reason === 'requester') throw new Conflict(`second.not.${reason}`)
  await close(tx, request, { state: 'rejected', decidedBy: actor.id }, now)
  await notifyAboutRequest(tx, request, 'rejected', actor, now)
  return { result: undefined, ...told(request) }
})

/** The requester takes it back. */
export const withdrawRequest = command('request.withdrawn', async ({ tx, actor, now }, id: string) => {
  const request = await lockedRequest(tx, actor.unitPath, id)
  if (request.requestedBy !== actor.id) throw new Forbidden()
  if (request.state === 'withdrawn') return { result: undefined, unchanged: true }
  if (!isOpen(request, now)) throw new Conflict('second.not.closed')
  await close(tx, request, { state: 'withdrawn', decidedBy: actor.id }, now)
  await notifyAboutRequest(tx, request, 'withdrawn', actor, now)
  return { result: undefined, ...told(request) }
})

const told = (request: FoundRequest) => ({
  subject: request.subjectId ?? request.requestedBy,
  details: {
    changes: [set('act', request.kind), set('requestedBy', callPerson(request.requester))],
    request: request.id,
  },
})
