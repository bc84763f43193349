import { derivedId } from '../../kernel/derived-id.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { batched } from '../../platform/db/batched.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Draft } from '../../platform/generated/prisma/client.ts'
import type { Wire } from '../engine/index.ts'
import { decryptAnswers, draftLocation } from '../record/index.ts'

export const findDraft = (tx: Reader, authorId: string, id: string) => tx.draft.findFirst({ where: { id, authorId } })

/** A draft as its form was left, with what is confidential: for its author only. */
export const wireOfDraft = (cipher: Cipher, { id, answers, sealed }: Draft): Wire => ({
  ...(answers as Wire),
  ...(sealed ? decryptAnswers(cipher, sealed, draftLocation(id)) : {}),
})

export const draftsOf = (tx: Reader, authorId: string) =>
  tx.draft.findMany({ where: { authorId }, orderBy: { updatedAt: 'desc' }, take: 50 })

/**
 * The id under which an author's form is kept: the one it was opened with, unless that belongs to somebody else's draft,
 * photos or report. Then it is another, the same at every send, so that nothing of theirs is touched or told.
 */
export async function ownFormId(tx: Reader, authorId: string, id: string): Promise<string> {
  const own = derivedId(authorId, id)
  return (await takenByOthers(tx, { authorId, id, own })) ? own : id
}

const takenByOthers = batched(async (tx: Reader, forms: { authorId: string; id: string; own: string }[]) => {
  const column = (name: 'authorId' | 'id' | 'own') => forms.map((form) => form[name])
  const taken = await tx.$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT FROM report r WHERE r.id = f.id AND r.author_id <> f.author)
      OR EXISTS (SELECT FROM draft d WHERE d.id = f.id AND d.author_id <> f.author)
      OR EXISTS (SELECT FROM parked_photo p WHERE p.report_id = f.id AND p.author_id <> f.author)
      -- What was theirs may be gone since the first send.
      OR EXISTS (SELECT FROM report r WHERE r.id = f.own AND r.author_id = f.author) AS taken
    FROM unnest(${column('authorId')}::uuid[], ${column('id')}::uuid[], ${column('own')}::uuid[])
      WITH ORDINALITY AS f (author, id, own, at) ORDER BY at`
  return taken.map((one) => one.taken)
})

/** The photos that wait under a report's id, in the order in which they came. */
export const parkedPhotos = (tx: Reader, authorId: string, reportId: string) => parkedUnder(tx, { authorId, reportId })

const parkedUnder = batched(async (tx: Reader, forms: { authorId: string; reportId: string }[]) => {
  const parked = await tx.parkedPhoto.findMany({
    where: { reportId: { in: forms.map(({ reportId }) => reportId) } },
    select: { reportId: true, authorId: true, hash: true, width: true, height: true },
    orderBy: [{ parkedAt: 'asc' }, { hash: 'asc' }],
  })
  return forms.map(({ authorId, reportId }) =>
    parked.filter((photo) => photo.reportId === reportId && photo.authorId === authorId),
  )
})

export const findParkedPhoto = (tx: Reader, authorId: string, reportId: string, hash: string) =>
  tx.parkedPhoto.findFirst({ where: { reportId, authorId, hash }, select: { body: true } })

/** The fields for which the server could not file what came from a phone and lies here as a draft. */
export async function fieldsRefused(tx: Reader, authorId: string, reportId: string): Promise<ReadonlySet<string>> {
  const came = await tx.envelope.findMany({ where: { reportId, authorId, state: 'faulty' }, select: { reasons: true } })
  return new Set(came.flatMap(({ reasons }) => (reasons as { field: string }[]).map(({ field }) => field)))
}
