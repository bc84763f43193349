import type { Prisma } from '../generated/prisma/client.ts'
import { Conflict } from '../kernel/errors.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Wire } from './engine/wire.ts'
import type { CleanPhoto } from './photos.ts'

/** Drafts and parked photos are an officer's own desk: they are kept, not audited. */

interface Keeping {
  id: string
  authorId: string
  typeKey: string
  wire: Wire
  now: Date
}

/** Keeps a form as it was typed, right or wrong. An id that is somebody else's draft is refused. */
export async function saveDraft(tx: Tx, { id, authorId, typeKey, wire, now }: Keeping): Promise<void> {
  const answers = wire as Prisma.InputJsonObject
  const kept = await tx.$executeRaw`
    INSERT INTO draft (id, author_id, type_key, answers, updated_at)
    VALUES (${id}::uuid, ${authorId}::uuid, ${typeKey}, ${JSON.stringify(answers)}::jsonb, ${now})
    ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, updated_at = excluded.updated_at
    WHERE draft.author_id = excluded.author_id`
  if (kept === 0) throw new Conflict('report.idTaken')
}

export async function removeDraft(tx: Tx, authorId: string, id: string): Promise<void> {
  await tx.draft.deleteMany({ where: { id, authorId } })
  await tx.parkedPhoto.deleteMany({ where: { reportId: id, authorId } })
}

/** Lays photos under a report's id until it is filed; the same photo again is the same row. */
export const parkPhotos = (tx: Tx, authorId: string, reportId: string, photos: CleanPhoto[], now: Date) =>
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

export const unparkPhoto = (tx: Tx, authorId: string, reportId: string, hash: string) =>
  tx.parkedPhoto.deleteMany({ where: { reportId, authorId, hash } })

/** Nightly: photos whose report never came, after a week. */
export const sweepParkedPhotos = (tx: Tx, now: Date) =>
  tx.parkedPhoto.deleteMany({ where: { parkedAt: { lt: new Date(now.getTime() - 7 * 86_400_000) } } })
