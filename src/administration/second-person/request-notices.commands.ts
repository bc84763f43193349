import { NotFound } from '../../kernel/errors.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { type AccountAct, callPerson, type NoticeStage, notify } from '../accounts/index.ts'
import type { FoundRequest } from './requests.queries.ts'

/** Notifies about a request, at each of its stages. */
export async function notifyAboutRequest(
  tx: Transaction,
  request: FoundRequest,
  stage: NoticeStage,
  actor: { id: string; pangkat: string; name: string } | undefined,
  now: Date,
): Promise<void> {
  const { subject, requester, id: requestId, unitPath } = request
  const act = request.payload as unknown as AccountAct
  const unitPaths = [...new Set([unitPath, ...(subject ? [subject.unit.path] : [])])]
  const name = act.kind === 'create' ? callPerson(act.person) : callPerson(subject!)
  const about = { kind: act.kind, holderId: request.subjectId, name, unitPaths }
  const names = { requester: callPerson(requester), confirmer: actor ? callPerson(actor) : '' }
  await notify(tx, stage, about, { ...names, actorId: actor?.id ?? null, requestId }, now)
}

/** Only one's own; read twice it stays read. */
export async function readNotice(tx: Transaction, personId: string, id: string, now: Date): Promise<void> {
  const own = await tx.accountNotice.count({ where: { id, personId } })
  if (own === 0) throw new NotFound()
  await tx.accountNotice.updateMany({ where: { id, personId, readAt: null }, data: { readAt: now } })
}
