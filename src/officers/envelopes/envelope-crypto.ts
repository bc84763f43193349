import { createDecipheriv, createHash, type ECDH, type KeyObject, type VerifyKeyObjectInput, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { isHash, isUuid } from '../../kernel/ids.ts'
import { type EnvelopeClaims, type EnvelopeContent, type EnvelopeHead, limits, signedPart } from './envelope.ts'

/** An envelope that can be read as one; nothing it says has been proven. */
export interface Parsed {
  jws: string
  digest: string
  head: EnvelopeHead
  claims: EnvelopeClaims
}

const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/
/** More than anybody encrypts in a life, and what an integer column holds. */
const mostSequence = 2_000_000_000

const jsonIn = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))

const isText = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value)

function isHead(value: unknown): value is EnvelopeHead {
  const { alg, typ, kid } = (value ?? {}) as Partial<EnvelopeHead>
  return alg === 'ES256' && typ === 'bos-envelope' && isText(kid, /^[\w-]{1,64}$/)
}

const isPhoto = (value: unknown): boolean => {
  const { hash, size } = (value ?? {}) as { hash?: unknown; size?: unknown }
  return isHash(hash) && Number.isInteger(size) && (size as number) > 0 && (size as number) <= limits.photo
}

function isClaims(value: unknown): value is EnvelopeClaims {
  const { id, author, sequence, release, photos, content } = (value ?? {}) as Partial<EnvelopeClaims>
  return (
    isUuid(id) &&
    isUuid(author) &&
    Number.isInteger(sequence) &&
    sequence! > 0 &&
    sequence! <= mostSequence &&
    isText(release, /^[\w.+-]{1,60}$/) &&
    Array.isArray(photos) &&
    photos.length <= limits.photos &&
    photos.every(isPhoto) &&
    typeof content === 'string'
  )
}

/** The envelope in these characters, or undefined where they are none of ours. */
export function parseEnvelope(jws: string): Parsed | undefined {
  if (!compact.test(jws)) return undefined
  try {
    const [head, claims] = jws.split('.', 2).map((part) => jsonIn(part))
    if (!isHead(head) || !isClaims(claims)) return undefined
    const digest = createHash('sha256').update(signedPart(jws)).digest('hex')
    return { jws, digest, head, claims }
  } catch {
    return undefined
  }
}

const verified = promisify(verify) as (
  algorithm: string,
  data: Buffer,
  key: VerifyKeyObjectInput,
  signature: Buffer,
) => Promise<boolean>

/** Whether that key has signed it (RFC 7515, ES256). It is found out on another thread than that of all requests. */
export async function isSignedBy(jws: string, key: KeyObject): Promise<boolean> {
  const signature = Buffer.from(jws.slice(jws.lastIndexOf('.') + 1), 'base64url')
  if (signature.length !== 64) return false
  return verified('sha256', Buffer.from(signedPart(jws)), { key, dsaEncoding: 'ieee-p1363' }, signature)
}

interface JweHead {
  alg: string
  enc: string
  kid: string
  epk: { kty: string; crv: string; x: string; y: string }
}

const lengthened = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** RFC 7518, 4.6.2: one round of the Concat KDF with SHA-256; neither party has a name here. */
const otherInfo = Buffer.concat([
  lengthened(Buffer.from('A256GCM')),
  lengthened(Buffer.alloc(0)),
  lengthened(Buffer.alloc(0)),
  Buffer.from([0, 0, 1, 0]),
])
const firstRound = Buffer.from([0, 0, 0, 1])

export const contentKey = (secret: Buffer): Buffer =>
  createHash('sha256').update(firstRound).update(secret).update(otherInfo).digest()

function jweHead(content: string): JweHead | undefined {
  try {
    const head = jsonIn(content.slice(0, content.indexOf('.'))) as JweHead
    const isOurs = head.alg === 'ECDH-ES' && head.enc === 'A256GCM' && typeof head.kid === 'string'
    return isOurs ? head : undefined
  } catch {
    return undefined
  }
}

/** Which of our sealing keys the content was encrypted to. */
export const encryptedTo = (content: string): string | undefined => jweHead(content)?.kid

/** The content (RFC 7516, ECDH-ES), or undefined where this key does not open it or what is inside is none of ours. */
export function decryptContent(content: string, privateKey: ECDH): EnvelopeContent | undefined {
  try {
    const [head, encryptedKey, iv, text, tag] = content.split('.') as [string, string, string, string, string]
    const { kty, crv, x, y } = jweHead(content)!.epk
    if (encryptedKey !== '') return undefined
    if (kty !== 'EC' || crv !== 'P-256') return undefined
    // Twice as fast as by way of a key object; a point that is not on the curve is refused just so.
    const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
    const key = contentKey(privateKey.computeSecret(point))
    const decrypted = gcm(key, Buffer.from(iv, 'base64url'), Buffer.from(head), Buffer.from(tag, 'base64url'), text)
    const value: unknown = JSON.parse(decrypted.toString('utf8'))
    return isContent(value) ? { ...value, wire: cleanWire(value.wire) } : undefined
  } catch {
    return undefined
  }
}

function gcm(key: Buffer, iv: Buffer, aad: Buffer, tag: Buffer, text: string | Buffer): Buffer {
  if (tag.length !== 16) throw new Error('a tag of another length')
  const opening = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: 16 }).setAAD(aad).setAuthTag(tag)
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64url') : text
  return Buffer.concat([opening.update(bytes), opening.final()])
}

function isContent(value: unknown): value is EnvelopeContent {
  const { kind, type, wire, photoKeys, clock } = (value ?? {}) as Partial<EnvelopeContent>
  return (
    (kind === 'report' || kind === 'brief') &&
    typeof type === 'string' &&
    typeof wire === 'object' &&
    wire !== null &&
    Array.isArray(photoKeys) &&
    typeof clock === 'object' &&
    clock !== null &&
    !Number.isNaN(Date.parse(clock.written))
  )
}

/** As a body parser would have it: no more names than a form has, words only, and nothing that PostgreSQL has no sign for. */
function cleanWire(wire: Record<string, unknown>): EnvelopeContent['wire'] {
  const clean = (value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD') : ''
  const entries = Object.entries(wire).slice(0, 600)
  return Object.fromEntries(
    entries.map(([name, value]) => [clean(name), Array.isArray(value) ? value.map(clean) : clean(value)]),
  )
}

/** A photo: 12 bytes nonce, the JPEG under AES-256-GCM, 16 bytes tag. Bound to its report and place in it. */
export function decryptPhoto(sealed: Buffer, key: string, reportId: string, ordinal: number): Buffer | undefined {
  try {
    const tag = sealed.subarray(-16)
    return gcm(
      Buffer.from(key, 'base64url'),
      sealed.subarray(0, 12),
      Buffer.from(`${reportId}:${ordinal}`),
      tag,
      sealed.subarray(12, -16),
    )
  } catch {
    return undefined
  }
}
