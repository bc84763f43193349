import { submitPlainly } from '../submit-plainly.ts'
import { broadcast } from './broadcast.ts'
import { write } from './db.ts'
import { stopDraining } from './drain.ts'
import { dropDraftKeys } from './keys.ts'
import { type Place, thisPlace } from './place.ts'
import { queuedReports, removeQueued } from './queue.ts'

const patience = 3000

/**
 * Sign-out. With unsent reports it first leads to the page that lists them. Then in this order: nothing more is written
 * for this person, nothing more sent, the key of their drafts goes, what was kept of pages goes, and the server is told.
 * What is encrypted stays, and goes with anybody's signal.
 */
export async function leave(form: HTMLFormElement): Promise<void> {
  const place = thisPlace()
  if (!place?.person) return submitPlainly(form, null)
  const mode = form.dataset.signOut
  const own = (await queuedReports()).filter(({ person }) => person === place.person)
  if (mode === 'ask' && own.length > 0) return location.assign(form.dataset.askAt ?? '')
  await closeGate(place)
  if (mode === 'erase')
    await erase(
      place,
      own.map(({ id }) => id),
    )
  submitPlainly(form, null)
}

async function closeGate({ person }: Place): Promise<void> {
  broadcast({ kind: 'leaving', person })
  await Promise.race([stopDraining(), new Promise((settle) => setTimeout(settle, patience))])
  await dropDraftKeys((keys) => keys.person === person)
  if ('caches' in globalThis)
    for (const name of await caches.keys()) if (name.startsWith('pages ')) await caches.delete(name)
}

async function erase({ person }: Place, ids: string[]): Promise<void> {
  await removeQueued(ids)
  const own = IDBKeyRange.bound([person], [person, []])
  await write(['drafts', 'draftPhotos', 'lists'], async (tx) => {
    for (const store of ['drafts', 'draftPhotos', 'lists'] as const) await tx.objectStore(store).delete(own)
  })
}
