import type { EnvelopeContent } from '../../officers/envelopes/envelope.ts'
import { broadcast } from './broadcast.ts'
import { deviceNow } from './clock.ts'
import { serverClock } from './contact.ts'
import { openPhone, type PersonKeys, type QueuedReport, type SentReport, write } from './db.ts'
import { type Encrypted, encryptJson } from './encryption.ts'
import { type Envelope, encryptEnvelope, TooBig } from './envelope.ts'
import { draftKeyOf, keysOf } from './keys.ts'

export interface Sending {
  person: string
  id: string
  kind: EnvelopeContent['kind']
  type: string
  wire: EnvelopeContent['wire']
  photos: Blob[]
  /** How many were left out because this phone cannot open them. */
  badPhotos?: number
  /** Its label in the author's list. */
  label: string
  locale: EnvelopeContent['locale']
  release: string
}

/**
 * `stored`: it is on the disk, and only then may a page say so. `unkeyed`: this phone has never been in contact for this
 * person. `refused`: the browser keeps nothing, or it is too much; nothing was changed.
 */
export type Storing = 'stored' | 'unkeyed' | 'refused'

export const labelPlace = (id: string) => `queue:${id}`

/** Send: encrypted, signed and laid on the disk in one transaction, which also takes the draft away. Repeating it changes nothing. */
export async function storeReport(sending: Sending): Promise<Storing> {
  try {
    const written = deviceNow()
    const photos = await Promise.all(sending.photos.map((photo) => photo.arrayBuffer()))
    const label = await lockedLabel(sending)
    for (;;) {
      const keys = await keysOf(sending.person)
      if (keys.device === null || !keys.sealingKey) return 'unkeyed'
      const envelope = await encryptWith(keys, sending, photos, written)
      const { id, person, type } = sending
      const report: QueuedReport = {
        id,
        person,
        typeKey: type,
        label,
        receipt: null,
        tries: 0,
        nextTry: 0,
        jws: envelope.jws,
        digest: envelope.digest,
        queuedAt: written.getTime(),
        photos: envelope.photos.map(({ hash, size }) => ({ hash, size })),
        badPhotos: sending.badPhotos ?? 0,
      }
      if (await lay(report, envelope, keys)) break
    }
    broadcast({ kind: 'changed' })
    return 'stored'
  } catch (error) {
    if (error instanceof TooBig || error instanceof DOMException) return 'refused'
    throw error
  }
}

async function lockedLabel({ person, id, label }: Sending): Promise<Encrypted | null> {
  const key = await draftKeyOf(person)
  return key ? encryptJson(key, label, labelPlace(id)) : null
}

async function encryptWith(
  keys: PersonKeys,
  sending: Sending,
  photos: ArrayBuffer[],
  written: Date,
): Promise<Envelope> {
  const { id, person: author, release, kind, type, wire, locale } = sending
  const { offset = null, measured = null } = (await serverClock()) ?? {}
  const clock = { written: written.toISOString(), offset, measured }
  return encryptEnvelope(
    {
      claims: { id, author, sequence: keys.sequence + 1, release },
      content: { kind, type, wire, clock, locale },
      photos,
    },
    keys.sealingKey!,
    { key: keys.pair.privateKey, device: keys.device! },
  )
}

/** Whether nothing more is to be done with it here. What the server found fault with goes back to its author. */
export const isSent = (queued: string | undefined, sent: SentReport | undefined): boolean =>
  queued !== undefined || (sent !== undefined && sent.state !== 'faulty')

/** Whether it lies there now. Not when another tab took this number meanwhile: then it is encrypted again with the next. */
const lay = (report: QueuedReport, { photos }: Envelope, encryptedWith: PersonKeys): Promise<boolean> =>
  write(['queue', 'queuePhotos', 'sent', 'keys', 'drafts', 'draftPhotos'], async (tx) => {
    const { id, person } = report
    // What was sent is sent: the first press stands.
    if (isSent(await tx.objectStore('queue').getKey(id), await tx.objectStore('sent').get(id))) return true
    const keys = await tx.objectStore('keys').get(person)
    if (keys?.sequence !== encryptedWith.sequence) return false
    await tx.objectStore('keys').put({ ...keys, sequence: keys.sequence + 1 })
    await tx.objectStore('queue').add(report)
    await tx.objectStore('sent').delete(id)
    for (const { hash, bytes } of photos) await tx.objectStore('queuePhotos').put({ id, hash, bytes })
    await tx.objectStore('drafts').delete([person, id])
    await tx.objectStore('draftPhotos').delete(IDBKeyRange.bound([person, id], [person, id, []]))
    return true
  })

export const queuedReports = async (): Promise<QueuedReport[]> => (await openPhone()).getAll('queue')

/** Takes it from the phone unsent; only its author's word does that. The gap in the numbers tells the server. */
export async function removeQueued(ids: string[]): Promise<void> {
  await write(['queue', 'queuePhotos'], async (tx) => {
    for (const id of ids) {
      await tx.objectStore('queue').delete(id)
      await tx.objectStore('queuePhotos').delete(photosOf(id))
    }
  })
  broadcast({ kind: 'changed' })
}

export const photosOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []])
