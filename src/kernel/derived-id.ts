import { createHash } from 'node:crypto'

/** The same words give the same id, on every machine. */
export function derivedId(...words: (string | number)[]): string {
  const bytes = createHash('sha256').update(words.join('/')).digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
