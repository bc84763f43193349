import { createHash } from 'node:crypto'
import { stampOf } from '../../platform/db/audit-entry.ts'
import { contentOf } from '../../platform/db/content.ts'
import type { Filing } from './filing-model.ts'

/** The digests of the report and the stamp of its entry, made here and not in the statement: there is no key in the database. */
export function stamped({ cipher, ...filing }: Filing) {
  if (!cipher) return { content: null, stamp: null }
  const { id, state, answers, photos, sealed, sums, narrative, priority, digest, checkCode } = filing
  const { typeKey, typeVersion, authorId, unitPath, villageCode, entryId, occurredOn, clockOffsetMs, lateReason } =
    filing
  const { authorship = 'own' } = filing
  const hash = sealed === null ? '' : createHash('sha256').update(sealed, 'base64').digest('hex')
  const content = contentOf(cipher, {
    id,
    state,
    version: 1,
    answers,
    photos,
    versions: [],
    reviews: [],
    addenda: [],
    outcome: null,
    head: {
      typeKey,
      typeVersion,
      authorId,
      unitPath,
      villageCode,
      entryId,
      occurredOn,
      clockOffsetMs,
      lateReason,
      sums,
      narrative,
      priority,
      digest,
      checkCode,
      authorship,
      occurredAt: filing.occurredAt.getTime(),
      arrivedAt: filing.arrivedAt.getTime(),
      dueAt: filing.dueAt.getTime(),
    },
    sealed: sealed === null ? [] : [{ version: 1, hash }],
  })
  const actorId = authorship === 'own' ? authorId : null
  const entry = { at: filing.arrivedAt, actorId, action: 'report.filed', subject: id, content }
  const stamp = stampOf(cipher, { ...entry, requestId: filing.requestId })
  return { content, stamp: Buffer.from(stamp).toString('base64') }
}

/** The report itself is not touched: its entry tells no content. */
export const stampOfConflict = ({ cipher, id, authorId, arrivedAt, requestId }: Filing) =>
  cipher
    ? stampOf(cipher, { at: arrivedAt, actorId: authorId, action: 'report.conflicted', subject: id, requestId })
    : null
