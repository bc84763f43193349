import { deviceNow } from './clock.ts'
import { openPhone } from './db.ts'
import { photosOf, queuedReports } from './queue.ts'

/** What a file begins with that carries envelopes to the polsek. */
export const fileHead = { bos: 'berkas-kiriman', v: 1 }

/**
 * The envelopes of this person as a file: any browser that reaches the server may hand it in. They stay in the queue;
 * whichever comes first is taken, and the other answered with the same receipt.
 */
export async function saveQueueFile(person: string): Promise<void> {
  const file = new Blob(await linesOf(person), { type: 'application/jsonl' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `bos-kiriman-${deviceNow().toISOString().slice(0, 16).replace(/[T:]/g, '-')}.jsonl`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function linesOf(person: string): Promise<string[]> {
  const own = (await queuedReports()).filter((report) => report.person === person)
  const lines = [fileHead, ...(await Promise.all(own.map(({ id, jws }) => lineOf(id, jws))))]
  return lines.map((line) => `${JSON.stringify(line)}\n`)
}

async function lineOf(id: string, jws: string) {
  const photos = await (await openPhone()).getAll('queuePhotos', photosOf(id))
  const encoded = await Promise.all(photos.map(async ({ hash, bytes }) => [hash, await base64(bytes)] as const))
  return { jws, photos: Object.fromEntries(encoded) }
}

function base64(bytes: ArrayBuffer): Promise<string> {
  return new Promise((settle, fail) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => settle(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => fail(reader.error ?? new Error('not read')))
    reader.readAsDataURL(new Blob([bytes]))
  })
}
