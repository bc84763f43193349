import { deviceNow } from '../phone/clock.ts'
import { openPhone, type PhoneDraft, write } from '../phone/db.ts'
import { decrypt, decryptJson, encrypt, encryptJson } from '../phone/encryption.ts'
import { draftKeyOf } from '../phone/keys.ts'
import { isSent } from '../phone/queue.ts'

/** What is encrypted of a draft besides its photos: all that was typed, and what a list says of it. */
export interface DraftBody {
  wire: Record<string, string | string[]>
  title: string
  /** Where its form is opened. */
  path: string
  progress: { done: number; all: number } | null
  entry: { title: string; lines: string[] } | null
  /** Given to the server when it was last kept here: it goes once the server shows that it has it. */
  isHandedOver: boolean
}

export interface StoredDraft extends DraftBody {
  id: string
  updatedAt: number
}

/** `unkeyed`: nothing here opens what this person keeps. `elsewhere`: another tab has changed it since. */
export type SaveResult = { updatedAt: number } | 'unkeyed' | 'elsewhere' | 'sent'

const placeOf = (id: string) => `draft:${id}`
const photoPlace = (id: string, ordinal: number) => `draft:${id}:photo:${ordinal}`
const photosOf = (person: string, id: string) => IDBKeyRange.bound([person, id], [person, id, []])

export interface Keep {
  person: string
  id: string
  typeKey: string
  body: DraftBody
  /** Undefined when they are as they were when it was last kept. */
  photos: File[] | undefined
  /** When this tab last read or kept it; undefined when it never did. */
  seen: number | undefined
}

/** Seals the draft and lays it on the disk, unless another tab has kept it since this one did. */
export async function saveAsDraft({ person, id, typeKey, body, photos, seen }: Keep): Promise<SaveResult> {
  const key = await draftKeyOf(person)
  if (!key) return 'unkeyed'
  const locked = await encryptJson(key, body, placeOf(id))
  const sealed = await Promise.all(
    (photos ?? []).map(async (photo, ordinal) => ({
      person,
      id,
      ordinal,
      body: await encrypt(key, await photo.arrayBuffer(), photoPlace(id, ordinal)),
    })),
  )
  return write(['drafts', 'draftPhotos', 'queue', 'sent'], async (tx) => {
    if (isSent(await tx.objectStore('queue').getKey(id), await tx.objectStore('sent').get(id))) return 'sent'
    const before = await tx.objectStore('drafts').get([person, id])
    if (before?.updatedAt !== seen) return 'elsewhere'
    const updatedAt = Math.max(deviceNow().getTime(), (seen ?? 0) + 1)
    await tx.objectStore('drafts').put({ person, id, typeKey, body: locked, updatedAt })
    if (photos) {
      await tx.objectStore('draftPhotos').delete(photosOf(person, id))
      for (const photo of sealed) await tx.objectStore('draftPhotos').put(photo)
    }
    return { updatedAt }
  })
}

async function opened({ person, id, body, updatedAt }: PhoneDraft): Promise<StoredDraft | undefined> {
  const key = await draftKeyOf(person)
  if (!key) return undefined
  return { ...(await decryptJson<DraftBody>(key, body, placeOf(id))), id, updatedAt }
}

/** Of this person's drafts, the latest first, those that open. */
export async function draftsOf(person: string): Promise<StoredDraft[]> {
  const all = await (await openPhone()).getAll('drafts', IDBKeyRange.bound([person], [person, []]))
  const found = await Promise.all(all.map((draft) => opened(draft).catch(() => undefined)))
  return found.filter((draft) => draft !== undefined).sort((one, other) => other.updatedAt - one.updatedAt)
}

export async function findDraft(person: string, id: string): Promise<StoredDraft | undefined> {
  const draft = await (await openPhone()).get('drafts', [person, id])
  return draft && opened(draft)
}

export async function photosOfDraft(person: string, id: string): Promise<File[]> {
  const key = await draftKeyOf(person)
  if (!key) return []
  const rows = await (await openPhone()).getAll('draftPhotos', photosOf(person, id))
  return Promise.all(
    rows.map(async ({ ordinal, body }) => {
      const bytes = await decrypt(key, body, photoPlace(id, ordinal))
      return new File([bytes], `foto-${ordinal + 1}.jpg`, { type: 'image/jpeg' })
    }),
  )
}

export const removeDraft = (person: string, id: string): Promise<void> =>
  write(['drafts', 'draftPhotos'], async (tx) => {
    await tx.objectStore('drafts').delete([person, id])
    await tx.objectStore('draftPhotos').delete(photosOf(person, id))
  })
