import type { Cipher } from '../../platform/cipher.ts'
import type { Reader } from '../../platform/db/connect.ts'
import type { Listener } from '../../platform/db/outbox.ts'
import { notifyReviewer } from '../filing/index.ts'
import { parseEnvelope } from './envelope-crypto.ts'
import { decryptor } from './envelope-decryptor.ts'
import { filedFrom } from './intake.queries.ts'

/** Tells the reviewer what is odd about a report that came encrypted; once more when its photos are there. A form was asked about. */
export function reviewerNotifier(db: Reader, cipher: Cipher): Listener {
  const { contentOf } = decryptor(db, cipher)
  return async (tx, { payload }) => {
    const id = String(payload.subject)
    const jws = await filedFrom(db, id)
    if (jws === undefined) return
    const content = await contentOf(parseEnvelope(jws)!)
    await notifyReviewer(tx, db, id, content?.wire ?? {})
  }
}
