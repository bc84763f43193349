import { deviceNow } from './clock.ts'
import { openPhone } from './db.ts'
import { photosOf, queuedReports } from './queue.ts'

/** What a file begins with that carries envelopes to the polsek; `count` tells there when its end was cut off. */
const headOf = (lines: readonly string[]) => `${JSON.stringify({ bos: 'berkas-kiriman', v: 1, count: lines.length })}\n`

/** Characters of one file: less than the desk takes, and soon sent over a slow line. A full queue makes several. */
const mostOfFile = 8_000_000

/**
 * The envelopes of this person as files: whoever reaches the server may hand them in. They stay in the queue; whichever
 * comes first is taken, and the other answered with the same receipt.
 */
export async function saveQueueFile(person: string): Promise<void> {
  const parts = partsOf(await linesOf(person))
  const name = `bos-kiriman-${deviceNow().toISOString().slice(0, 16).replace(/[T:]/g, '-')}`
  for (const [at, lines] of parts.entries())
    save(lines, parts.length === 1 ? `${name}.jsonl` : `${name}-${at + 1}.jsonl`)
}

function save(lines: string[], name: string): void {
  const file = new Blob([headOf(lines), ...lines], { type: 'application/jsonl' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Lines in their order, each part as long as a file may be; a line that is longer has one of its own. */
export function partsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]]
  let size = 0
  for (const line of lines) {
    if (size > 0 && size + line.length > mostOfFile) {
      parts.push([])
      size = 0
    }
    parts.at(-1)!.push(line)
    size += line.length
  }
  return parts
}

async function linesOf(person: string): Promise<string[]> {
  const own = (await queuedReports()).filter((report) => report.person === person)
  const lines = await Promise.all(own.map(({ id, jws }) => lineOf(id, jws)))
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
