import { Conflict } from '../../kernel/errors.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Reader, Transaction, Writer } from '../../platform/db/connect.ts'
import type { Draft, Prisma } from '../../platform/generated/prisma/client.ts'
import type { ReportType, Wire } from '../engine/index.ts'
import { draftLocation, encryptAnswers, isQuestion, splitConfidential } from '../record/index.ts'
import type { CleanPhoto } from './photos.ts'

/** Drafts and parked photos are an officer's own desk: they are kept, not audited. */

interface DraftToSave {
  id: string
  authorId: string
  type: ReportType
  wire: Wire
  now: Date
  cipher: Cipher
}

/** A form as it was typed, without what only steers it and without answers to what may not be asked again. */
export function draftWire(sent: Wire): Wire {
  const { aksi: _, laporanId: __, fotoHash: ___, ...rest } = sent
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !isQuestion(name)))
}

/** The two parts of a draft as its row keeps them. */
export function encryptedDraft(cipher: Cipher, type: ReportType, id: string, wire: Wire) {
  const { open, confidential } = splitConfidential(type, wire)
  return { open, sealed: encryptAnswers(cipher, confidential, draftLocation(id)) }
}

/** Keeps a form as it was typed, right or wrong. An id that is somebody else's draft is refused. */
export async function saveDraft(tx: Writer, { id, authorId, type, wire, now, cipher }: DraftToSave): Promise<void> {
  const { open, sealed: body } = encryptedDraft(cipher, type, id, wire)
  const kept = await tx.$executeRaw`
    INSERT INTO draft (id, author_id, type_key, answers, sealed, updated_at)
    VALUES (${id}::uuid, ${authorId}::uuid, ${type.key}, ${JSON.stringify(open)}::jsonb, ${body}, ${now})
    ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, sealed = excluded.sealed, updated_at = excluded.updated_at
    WHERE draft.author_id = excluded.author_id`
  if (kept === 0) throw new Conflict('report.idTaken')
}

/** Puts one answer into a draft and leaves the others, the confidential ones too, as they were. */
export const changeDraft = (tx: Writer, { id, answers }: Draft, change: Wire, now: Date) =>
  tx.draft.update({
    where: { id },
    data: {
      answers: { ...(answers as Prisma.InputJsonObject), ...(change as Prisma.InputJsonObject) },
      updatedAt: now,
    },
  })

export async function removeDraft(tx: Transaction, authorId: string, id: string): Promise<void> {
  await tx.draft.deleteMany({ where: { id, authorId } })
  await tx.parkedPhoto.deleteMany({ where: { reportId: id, authorId } })
}

/** Lays photos under a report's id until it is filed; the same photo again is the same row. */
export const parkPhotos = (tx: Writer, authorId: string, reportId: string, photos: CleanPhoto[], now: Date) =>
  tx.parkedPhoto.createMany({
    skipDuplicates: true,
    data: photos.map(({ body, ...photo }) => ({
      ...photo,
      body: new Uint8Array(body),
      reportId,
      authorId,
      parkedAt: now,
    })),
  })

/** What one person, and all together, may lay down for reports that are not sent yet. */
const mostParked = { ofPerson: 200, ofAll: 10_000 }

export type QuotaFault = 'rule.photoQuota' | 'rule.photoQuotaAll'

/** The key of the sentence that says why no more photos are kept; nothing where there is room. */
export async function photoQuotaFault(tx: Reader, authorId: string, more: number): Promise<QuotaFault | undefined> {
  const [own, all] = [await tx.parkedPhoto.count({ where: { authorId } }), await tx.parkedPhoto.count()]
  if (own + more > mostParked.ofPerson) return 'rule.photoQuota'
  return all + more > mostParked.ofAll ? 'rule.photoQuotaAll' : undefined
}

export const unparkPhoto = (tx: Writer, authorId: string, reportId: string, hash: string) =>
  tx.parkedPhoto.deleteMany({ where: { reportId, authorId, hash } })

/** Nightly: photos whose report never came, after a week. Those of a report that came from a phone and is to be mended are not to be had again. */
export const sweepParkedPhotos = (tx: Writer, now: Date) =>
  tx.$executeRaw`
    DELETE FROM parked_photo p WHERE p.parked_at < ${new Date(now.getTime() - 7 * 86_400_000)}
      AND NOT EXISTS (SELECT FROM envelope e WHERE e.report_id = p.report_id AND e.state = 'faulty')`
