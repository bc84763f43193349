import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * A stream of bytes, encrypted in pieces, each encrypted with its place in the order and whether it is the last. So nothing
 * of it can be changed, moved, left out or cut off without being noticed, and neither side holds more than a piece.
 *
 * Form: the mark, 16 bytes of salt, then pieces: four bytes (highest bit: the last; the rest: length), text, 16 bytes tag.
 */
const mark = Buffer.from('BOSCAD01')
const saltBytes = 16
const tagBytes = 16
const pieceBytes = 64 * 1024
const lastBit = 0x8000_0000

/** The file is not what was written, or the secret is not the one it was written with. */
export class Unreadable extends Error {}

const keyFor = (secret: string, salt: Buffer) => Buffer.from(hkdfSync('sha256', secret, salt, 'bos-v2 backup', 32))

function nonceOf(place: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt8(isLast ? 1 : 0, 0)
  nonce.writeBigUInt64BE(BigInt(place), 4)
  return nonce
}

type Bytes = AsyncIterable<Buffer>

export async function* encryptBytes(source: Bytes, secret: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes)
  const key = keyFor(secret, salt)
  let place = 0
  const piece = (text: Buffer, isLast: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place, isLast)).setAAD(mark)
    place += 1
    const head = Buffer.alloc(4)
    head.writeUInt32BE(text.length + (isLast ? lastBit : 0))
    return Buffer.concat([head, cipher.update(text), cipher.final(), cipher.getAuthTag()])
  }

  yield Buffer.concat([mark, salt])
  let rest: Buffer = Buffer.alloc(0)
  for await (const bytes of source) {
    rest = Buffer.concat([rest, bytes])
    let at = 0
    // The last piece is only known to be the last at the end: one that is exactly full waits for it.
    for (; rest.length - at > pieceBytes; at += pieceBytes) yield piece(rest.subarray(at, at + pieceBytes), false)
    rest = rest.subarray(at)
  }
  yield piece(rest, true)
}

export async function* decryptBytes(source: Bytes, secret: string): AsyncGenerator<Buffer> {
  const take = byteReader(source)
  const start = await take(mark.length)
  if (!start?.equals(mark)) throw new Unreadable('this is no backup of ours, or its beginning is damaged')
  const salt = await take(saltBytes)
  if (salt === undefined) throw new Unreadable('the file is cut off')
  const key = keyFor(secret, salt)
  for (let place = 0, isLast = false; !isLast; place += 1) {
    const head = (await take(4))?.readUInt32BE()
    if (head === undefined) throw new Unreadable('the file is cut off')
    isLast = head >= lastBit
    const length = isLast ? head - lastBit : head
    if (length > pieceBytes) throw new Unreadable(`piece ${place} is damaged`)
    const sealed = await take(length + tagBytes)
    if (sealed === undefined) throw new Unreadable('the file is cut off')
    yield decryptPiece(sealed, key, place, isLast)
  }
  if ((await take(1)) !== undefined) throw new Unreadable('something was added to the file')
}

function decryptPiece(sealed: Buffer, key: Buffer, place: number, isLast: boolean): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place, isLast)).setAAD(mark)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new Unreadable(
      place === 0 ? 'the secret is another one, or the beginning is damaged' : `piece ${place} is damaged`,
    )
  }
}

/** Takes exactly so many bytes from a stream; `undefined` when it ends before. */
export function byteReader(source: Bytes): (count: number) => Promise<Buffer | undefined> {
  const chunks = source[Symbol.asyncIterator]()
  let have: Buffer = Buffer.alloc(0)
  return async (count) => {
    const parts = [have]
    let length = have.length
    while (length < count) {
      const { value, done } = await chunks.next()
      if (done) return undefined
      parts.push(value)
      length += value.length
    }
    const all = parts.length === 1 ? have : Buffer.concat(parts)
    have = all.subarray(count)
    return all.subarray(0, count)
  }
}
