import { deviceNow } from './clock.ts'
import { openPhone, type PersonKeys, write } from './db.ts'

/** The keys of this person on this phone; made at their first visit. */
export async function keysOf(person: string): Promise<PersonKeys> {
  const found = await (await openPhone()).get('keys', person)
  if (found) return found
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const made: PersonKeys = {
    person,
    pair,
    device: null,
    sequence: 0,
    sealingKey: null,
    draftKey: null,
    contactAt: 0,
  }
  return write(['keys'], async (tx) => {
    const store = tx.objectStore('keys')
    // Another tab may have made them meanwhile; there is one pair of a person.
    const other = await store.get(person)
    if (!other) await store.put(made)
    return other ?? made
  })
}

/** The key of this person's drafts on the phone; undefined once their session would have ended. */
export async function draftKeyOf(person: string): Promise<CryptoKey | undefined> {
  const { draftKey } = (await (await openPhone()).get('keys', person)) ?? {}
  if (!draftKey) return undefined
  if (draftKey.until > deviceNow().getTime()) return draftKey.key
  await dropDraftKeys(({ person: of }) => of === person)
  return undefined
}

/** Takes from the phone what opens drafts. The drafts stay, and their owner's next sign-in brings the same key again. */
export const dropDraftKeys = (whose: (keys: PersonKeys) => boolean): Promise<void> =>
  write(['keys'], async (tx) => {
    const store = tx.objectStore('keys')
    for (const keys of await store.getAll())
      if (keys.draftKey && whose(keys)) await store.put({ ...keys, draftKey: null })
  })
