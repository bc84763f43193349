import type { Tx } from '../platform/db/connect.ts'

export const findDraft = (tx: Tx, authorId: string, id: string) => tx.draft.findFirst({ where: { id, authorId } })

export const draftsOf = (tx: Tx, authorId: string) =>
  tx.draft.findMany({ where: { authorId }, orderBy: { updatedAt: 'desc' }, take: 50 })

/** The photos that wait under a report's id, in the order in which they came. */
export const parkedPhotos = (tx: Tx, authorId: string, reportId: string) =>
  tx.parkedPhoto.findMany({
    where: { reportId, authorId },
    orderBy: [{ parkedAt: 'asc' }, { hash: 'asc' }],
    select: { hash: true, width: true, height: true },
  })

export const findParkedPhoto = (tx: Tx, authorId: string, reportId: string, hash: string) =>
  tx.parkedPhoto.findFirst({ where: { reportId, authorId, hash }, select: { body: true } })
