import { deviceNow } from '../phone/clock.ts'
import { openPhone, write } from '../phone/db.ts'
import { decryptJson, encryptJson } from '../phone/encryption.ts'
import { fetched } from '../phone/fetched.ts'
import { draftKeyOf } from '../phone/keys.ts'

export interface ListedEntry {
  id: string
  kind: string
  name: string
  /** RT, RW and village, in words. */
  place: string
}

interface List {
  tag: string
  entries: [id: string, kind: string, name: string, place: string][]
}

const name = 'daftar-hp'
const place = `list:${name}`

/** The register of the own villages, read again; sent only when it has changed. */
export async function refreshEntries(person: string): Promise<void> {
  const key = await draftKeyOf(person)
  if (!key) return
  const before = await listOf(person)
  const answer = await fetched(`/${name}?tanda=${before?.tag ?? ''}`, {})
  const list = answer?.json as Partial<List> | undefined
  if (answer?.status !== 200 || typeof list?.tag !== 'string' || !list.entries) return
  const body = await encryptJson(key, list, place)
  await write(['lists'], (tx) => tx.objectStore('lists').put({ person, name, body, updatedAt: deviceNow().getTime() }))
}

async function listOf(person: string): Promise<List | undefined> {
  const [key, kept] = await Promise.all([draftKeyOf(person), (await openPhone()).get('lists', [person, name])])
  return key && kept && decryptJson<List>(key, kept.body, place).catch(() => undefined)
}

/** Of one part of the register, what lies on this phone. */
export async function entriesHere(person: string, kind: string): Promise<ListedEntry[]> {
  const all = (await listOf(person))?.entries ?? []
  return all
    .filter(([, of]) => of === kind)
    .map(([id, of, title, where]) => ({ id, kind: of, name: title, place: where }))
}
