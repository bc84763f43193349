import type { Draft } from '../generated/prisma/client.ts'
import type { Tx } from '../platform/db/connect.ts'
import { together } from '../platform/db/together.ts'
import type { Sealer } from '../platform/seal.ts'
import type { Wire } from './engine/wire.ts'
import { draftPlace, openAt } from './sealed.ts'

export const findDraft = (tx: Tx, authorId: string, id: string) => tx.draft.findFirst({ where: { id, authorId } })

/** A draft as its form was left, with what is sealed: for its author only. */
export const wireOfDraft = (sealer: Sealer, { id, answers, sealed }: Draft): Wire => ({
  ...(answers as Wire),
  ...(sealed ? openAt(sealer, sealed, draftPlace(id)) : {}),
})

export const draftsOf = (tx: Tx, authorId: string) =>
  tx.draft.findMany({ where: { authorId }, orderBy: { updatedAt: 'desc' }, take: 50 })

/** The photos that wait under a report's id, in the order in which they came. */
export const parkedPhotos = (tx: Tx, authorId: string, reportId: string) => parkedUnder(tx, { authorId, reportId })

interface ParkedPhoto {
  hash: string
  width: number
  height: number
}

const parkedUnder = together(async (tx: Tx, forms: { authorId: string; reportId: string }[]) => {
  const parked = await tx.$queryRaw<(ParkedPhoto & { reportId: string; authorId: string })[]>`
    SELECT report_id AS "reportId", author_id AS "authorId", hash, width, height FROM parked_photo
    WHERE report_id = ANY (${forms.map(({ reportId }) => reportId)}::uuid[]) ORDER BY parked_at, hash`
  return forms.map(({ authorId, reportId }) =>
    parked.filter((photo) => photo.reportId === reportId && photo.authorId === authorId),
  )
})

export const findParkedPhoto = (tx: Tx, authorId: string, reportId: string, hash: string) =>
  tx.parkedPhoto.findFirst({ where: { reportId, authorId, hash }, select: { body: true } })

/** The fields for which the server could not file what came from a phone and lies here as a draft. */
export async function fieldsRefused(tx: Tx, authorId: string, reportId: string): Promise<ReadonlySet<string>> {
  const came = await tx.envelope.findMany({ where: { reportId, authorId, state: 'faulty' }, select: { reasons: true } })
  return new Set(came.flatMap(({ reasons }) => (reasons as { field: string }[]).map(({ field }) => field)))
}
