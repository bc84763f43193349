import { orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Reader, Transaction } from '../../platform/db/connect.ts'
import { lockRows } from '../../platform/db/row-locks.ts'
import { callPerson, isOpen, type Slip } from '../accounts/index.ts'
import { bothNames } from './carry-out.commands.ts'
import { auditDone, judgeAndCarryOut, lockParties } from './confirm.commands.ts'
import { notifyAboutRequest } from './request-notices.commands.ts'
import { close } from './requests.commands.ts'
import { type FoundRequest, findRequest, pendingRequests, possibleConfirmers } from './requests.queries.ts'

export interface OperatorRequest {
  request: FoundRequest
  /** Who could confirm it in the application. */
  confirmers: string[]
}

/** What waits for a second person on this server, for its operator. */
export async function operatorRequests(tx: Reader, now: Date): Promise<OperatorRequest[]> {
  const found: OperatorRequest[] = []
  for (const request of await pendingRequests(tx, '/', now))
    found.push({ request, confirmers: (await possibleConfirmers(tx, request, now)).map(callPerson) })
  return found
}

export type OperatorAnswer =
  | { done: FoundRequest; slip: Slip | undefined }
  | { refused: 'unknown' | 'closed' }
  | { confirmers: string[] }

/**
 * The operator of the server is the second person where the polres has none. Where it has, they are named and nothing is
 * done unless `force` says so. The operator has no account: the audit knows the entry by its missing actor.
 */
export async function confirmAsOperator(
  tx: Transaction,
  cipher: Cipher,
  { id, force }: { id: string; force: boolean },
  now: Date,
): Promise<OperatorAnswer> {
  if (!isUuid(id)) return { refused: 'unknown' }
  await lockRows(tx, 'accountRequest', [id])
  const request = await findRequest(tx, '/', id)
  if (!request) return { refused: 'unknown' }
  if (!isOpen(request, now)) return { refused: 'closed' }
  await lockParties(tx, request)
  const confirmers = await possibleConfirmers(tx, request, now)
  if (confirmers.length > 0 && !force) return { confirmers: confirmers.map(callPerson) }
  const carriedOut = await judgeAndCarryOut(tx, request, null, now)
  await close(tx, request, { state: 'confirmed', decidedBy: null, subjectId: carriedOut.subjectId }, now)
  const changes = bothNames(callPerson(request.requester), 'operator server')
  await auditDone(tx, cipher, { request, carriedOut, actorId: null, changes }, now)
  await notifyAboutRequest(tx, request, 'operator', undefined, now)
  return { done: orNotFound(await findRequest(tx, '/', id)), slip: carriedOut.slip }
}
