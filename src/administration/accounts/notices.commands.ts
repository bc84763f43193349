import { pathsDownTo } from '../../kernel/unit-path.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import type { ActKind, Revocation } from './second-person.ts'

export type NoticeStage = 'asked' | 'confirmed' | 'rejected' | 'withdrawn' | 'operator' | 'alone'

/** The account that the notice is about; of a new one the requested name. */
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

/** Notifies the holder of the account and the Kapolres on their home pages. The person who acted gets no notice. */
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
