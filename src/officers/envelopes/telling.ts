import type { Tx } from '../../platform/db/connect.ts'
import type { Listener } from '../../platform/db/outbox.ts'
import type { Sealer } from '../../platform/seal.ts'
import { tellReviewer } from '../filing/index.ts'
import { filedFrom } from './intake.queries.ts'
import { opener } from './opener.ts'
import { parseEnvelope } from './opening.ts'

/** Tells the reviewer what is odd about a report that came sealed; once more when its photos are there. A form was asked about. */
export function telling(db: Tx, sealer: Sealer): Listener {
  const { contentOf } = opener(db, sealer)
  return async (tx, { payload }) => {
    const id = String(payload.subject)
    const jws = await filedFrom(db, id)
    if (jws === undefined) return
    const content = await contentOf(parseEnvelope(jws)!)
    await tellReviewer(tx, db, id, content?.wire ?? {})
  }
}
