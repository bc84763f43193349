import { pathsDownTo } from '../../kernel/unit-path.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import type { ActKind, Revocation } from './second-person.ts'

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
