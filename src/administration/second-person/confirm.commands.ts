import { isDeepStrictEqual } from 'node:util'
import { Conflict } from '../../kernel/errors.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { appendAudit } from '../../platform/db/audit-entry.ts'
import type { CommandContext } from '../../platform/db/command.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { lockRows } from '../../platform/db/row-locks.ts'
import { type AccountAct, callPerson, lockedPerson, renewSlip, type Slip, slipStillOpen } from '../accounts/index.ts'
import { type Change, set } from '../audit/index.ts'
import {
  bothNames,
  type CarriedOut,
  carryOut,
  factsOf,
  type LockedSubject,
  lockSubject,
  type Parties,
} from './carry-out.commands.ts'
import { notifyAboutRequest } from './request-notices.commands.ts'
import { close, lockedRequest } from './requests.commands.ts'
import { type FoundRequest, reasonNot } from './requests.queries.ts'

export interface Confirmed {
  request: FoundRequest
  subjectId: string
  /** For the person who confirms, and for no other eye. */
  slip: Slip | undefined
}

/** The second person says yes: the act is done, in their name and that of who asked. */
export async function confirmRequest(context: CommandContext, id: string): Promise<Confirmed> {
  const { tx, actor, now } = context
  const request = await lockedRequest(tx, actor.unitPath, id)
  if (request.state === 'confirmed' && request.decidedBy === actor.id) return confirmedAgain(context, request)
  await lockParties(tx, request, actor.id)
  await lockedPerson(context, actor.id)
  const reason = await reasonNot(tx, actor, request, now)
  if (reason) throw new Conflict(`second.not.${reason}`)
  const carriedOut = await judgeAndCarryOut(tx, request, actor.id, now)
  await close(tx, request, { state: 'confirmed', decidedBy: actor.id, subjectId: carriedOut.subjectId }, now)
  const changes = bothNames(callPerson(request.requester), callPerson(actor))
  await auditDone(
    tx,
    context.cipher,
    { request, carriedOut, actorId: actor.id, changes, requestId: context.requestId },
    now,
  )
  await notifyAboutRequest(tx, request, 'confirmed', actor, now)
  return { request, subjectId: carriedOut.subjectId, slip: carriedOut.slip }
}

/**
 * Pressed twice: nothing is done again. Where the act gave a code that nobody has used, its reader gets another one for
 * the minutes that are left, since the first answer may never have been seen.
 */
async function confirmedAgain({ tx, now }: CommandContext, request: FoundRequest): Promise<Confirmed> {
  const subjectId = request.subjectId!
  const open = await slipStillOpen(tx, subjectId, { issuedBy: request.decidedBy!, issuedAt: request.decidedAt! }, now)
  return { request, subjectId, slip: open ? await renewSlip(tx, open) : undefined }
}

/** All people of a decision at once and in the order of ids, as other commands hold theirs: no two wait for each other. */
export async function lockParties(tx: Transaction, { requestedBy, subjectId }: FoundRequest, confirmerId?: string) {
  const ids = [requestedBy, subjectId, confirmerId].filter((id) => typeof id === 'string')
  await lockRows(tx, 'person', ids)
}

/** The subject is unchanged and the requester still has the right; judged at the confirmation. */
export async function judgeAndCarryOut(tx: Transaction, request: FoundRequest, confirmerId: string | null, now: Date) {
  const subject = request.subjectId === null ? undefined : await lockSubject(tx, request.subjectId)
  const act = request.payload as unknown as AccountAct
  if (subject && !isAsItWas(request, subject)) throw new Conflict('second.stale')
  if (!(await mayStillAsk(tx, request, subject))) throw new Conflict('second.requesterChanged')
  if (act.kind === 'slip' && subject!.state !== 'active') throw new Conflict('personnel.slipSuspended')
  const parties: Parties = { requesterId: request.requestedBy, confirmerId }
  return carryOut(tx, act, subject, parties, now)
}

const isAsItWas = ({ subjectVersion, subjectFacts }: FoundRequest, subject: LockedSubject): boolean =>
  subject.accessVersion === subjectVersion && isDeepStrictEqual(subjectFacts, factsOf(subject))

async function mayStillAsk(
  tx: Transaction,
  request: FoundRequest,
  subject: LockedSubject | undefined,
): Promise<boolean> {
  const { role, state, unit } = await tx.person.findUniqueOrThrow({
    where: { id: request.requestedBy },
    include: { unit: true },
  })
  const places = [request.unitPath, ...(subject ? [subject.unit.path] : [])]
  return role === 'admin' && state === 'active' && places.every((path) => path.startsWith(unit.path))
}

interface Done {
  request: FoundRequest
  carriedOut: CarriedOut
  actorId: string | null
  changes: Change[]
  requestId?: string
}

/** The acts and the confirmation, each with both names. */
export async function auditDone(
  tx: Transaction,
  cipher: Cipher,
  { request, carriedOut, changes, ...by }: Done,
  now: Date,
) {
  const { subjectId: subject, done } = carriedOut
  const entries = [...done, { action: 'request.confirmed' as const, changes: [set('act', request.kind)] }]
  const rows = entries.map(({ action, changes: own }) => ({
    ...by,
    at: now,
    action,
    subject,
    details: { changes: [...own, ...changes], request: request.id },
  }))
  await appendAudit(tx, cipher, rows)
}
