import { NotFound } from '../../kernel/errors.ts'
import { pathsDownTo } from '../../kernel/unit-path.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { callPerson } from './name.ts'
import type { FoundRequest } from './requests.queries.ts'
import type { AccountAct, ActKind, Revocation } from './second-person.ts'

export type NoticeStage = 'asked' | 'confirmed' | 'rejected' | 'withdrawn' | 'operator' | 'alone'

/** Whose account it is, and where: for a new account the name that was asked for. */
export interface NoticeOf {
  kind: ActKind | Revocation
  holderId: string | null
  name: string
  /** The units before and after the act. */
  unitPaths: string[]
}

interface Names {
  requester: string
  confirmer: string
}

/** Tells the holder and the Kapolres of the polres, on their home pages. Who did it is not told what they did. */
export async function notify(
  tx: Transaction,
  stage: NoticeStage,
  { kind, holderId, name, unitPaths }: NoticeOf,
  names: Names & { actorId: string | null; requestId?: string },
  now: Date,
): Promise<void> {
  const heads = await tx.person.findMany({
    where: { role: 'kapolres', state: 'active', unit: { path: { in: unitPaths.flatMap(pathsDownTo) } } },
    select: { id: true },
  })
  const ids = new Set([...heads.map(({ id }) => id), ...(holderId === null ? [] : [holderId])])
  const { actorId, requestId = null, requester, confirmer } = names
  await tx.accountNotice.createMany({
    data: [...ids]
      .filter((id) => id !== actorId)
      .map((personId) => ({ personId, at: now, stage, kind, subject: name, requester, confirmer, requestId })),
  })
}

/** The same about a request, at each of its stages. */
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
