import { createHash } from 'node:crypto'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db, Transaction } from '../../platform/db/connect.ts'
import { cleanPhoto, parkPhotos } from '../../reports/drafts/index.ts'
import { type EnvelopeContent, limits, type Receipt } from './envelope.ts'
import { decryptPhoto, parseEnvelope } from './envelope-crypto.ts'
import { attachPhoto, markUnreadable, noteHere, storeEncryptedPhoto } from './intake.commands.ts'
import { type NamedPhoto, photosNamed, storedAmong } from './intake.queries.ts'
import type { Intake, IntakeDeps } from './intake.ts'

/** `unknown`: no envelope names it yet. `broken`: on its way it became something else. */
export type PhotoAnswer = { receipt: Receipt } | { retryAfter: number } | 'unknown' | 'broken'

export function photoIntake(
  { db, clock, budgets, cipher }: Pick<IntakeDeps, 'db' | 'clock' | 'budgets' | 'cipher'>,
  { contentOf, receiptOf }: Intake,
) {
  const contentIn = async (jws: string): Promise<EnvelopeContent | undefined> => contentOf(parseEnvelope(jws)!)

  /** The bytes of a photo to where they belong. What nobody may open yet is kept as it came; false where it no longer is so. */
  const settle = async (named: NamedPhoto, reportId: string, bytes: Buffer, now: Date): Promise<boolean> => {
    if (named.envelopeState === 'held' || named.envelopeState === 'conflict')
      return storeEncryptedPhoto(db, named, bytes, now)
    await decryptInto(db, cipher, { ...named, reportId }, await contentIn(named.jws), bytes, now)
    return true
  }

  return async (reportId: string, hash: string, bytes: Buffer): Promise<PhotoAnswer> => {
    const named = await photosNamed(db, reportId, hash)
    if (named.length === 0) return 'unknown'
    const isWhole = bytes.length <= limits.photo && createHash('sha256').update(bytes).digest('hex') === hash
    if (!isWhole) return 'broken'
    const stranger = named.find((one) => one.isOfUnknownSender && one.state === 'awaited')
    const retryAfter =
      stranger && budgets
        ? await budgets.ofUnknownSendersPhoto({ bytes: bytes.length, author: stranger.authorId ?? undefined })
        : 0
    if (retryAfter > 0) return { retryAfter }
    const now = clock()
    const settleAll = async (photos: NamedPhoto[]): Promise<boolean> => {
      let allSettled = true
      for (const one of photos)
        if (one.state === 'awaited' && !(await settle(one, reportId, bytes, now))) allSettled = false
      return allSettled
    }
    // An envelope is decided on once.
    if (!(await settleAll(named))) await settleAll(await photosNamed(db, reportId, hash))
    const [kept] = await storedAmong(db, [named[0]!.digest])
    return { receipt: receiptOf(kept!, clock()) }
  }
}

/** Opens a photo, draws it anew, and puts it into the report or to the form that is to be mended. */
export async function decryptInto(
  db: Db | Transaction,
  cipher: Cipher,
  {
    digest,
    ordinal,
    reportId,
    envelopeState,
    authorId,
  }: Omit<NamedPhoto, 'state' | 'size' | 'jws' | 'isOfUnknownSender'> & { reportId: string },
  content: EnvelopeContent | undefined,
  bytes: Buffer,
  now: Date,
): Promise<void> {
  const key = content?.photoKeys[ordinal]
  const decrypted = typeof key === 'string' ? decryptPhoto(bytes, key, reportId, ordinal) : undefined
  const clean = decrypted ? await cleanPhoto(decrypted) : 'rule.photoBroken'
  if (typeof clean === 'string') {
    const inReport = envelopeState === 'filed' ? reportId : null
    await markUnreadable(db, { digest, ordinal, body: new Uint8Array(bytes), reportId: inReport }, now)
  } else if (envelopeState === 'filed') {
    await attachPhoto(db, cipher, { ...clean, digest, ordinal, reportId, body: new Uint8Array(clean.body) }, now)
  } else {
    await parkPhotos(db, authorId!, reportId, [clean], now)
    await noteHere(db, { digest, ordinal }, now)
  }
}
