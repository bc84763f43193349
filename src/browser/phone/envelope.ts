import {
  type EncryptedPhoto,
  type EnvelopeClaims,
  type EnvelopeContent,
  type EnvelopeHead,
  limits,
  type PublicKey,
  signedPart,
} from '../../officers/envelopes/envelope.ts'
import { base64url, bytesOf, fromBase64url, joined, sha256Hex } from './bytes.ts'

export type SealingKey = PublicKey & { kid: string }

/** Who signs: the key pair of this person on this phone, and the name that the server gave it. */
export interface Signer {
  key: CryptoKey
  device: string
}

export interface Envelope {
  jws: string
  digest: string
  photos: (EncryptedPhoto & { bytes: ArrayBuffer })[]
}

/** More than travels in an envelope: it goes as an ordinary form. */
export class TooBig extends Error {}

export interface EnvelopeInput {
  claims: Pick<EnvelopeClaims, 'id' | 'author' | 'sequence' | 'release'>
  content: Omit<EnvelopeContent, 'v' | 'photoKeys'>
  photos: ArrayBuffer[]
}

/** Makes the envelope: readable by the server alone, and signed. See docs/sending.md. */
export async function encryptEnvelope(
  { claims, content, photos }: EnvelopeInput,
  to: SealingKey,
  by: Signer,
): Promise<Envelope> {
  const sealed = []
  for (const [ordinal, photo] of photos.entries()) sealed.push(await encryptPhoto(photo, claims.id, ordinal))
  const whole: EnvelopeContent = { v: 1, ...content, photoKeys: sealed.map(({ key }) => key) }
  const payload: EnvelopeClaims = {
    v: 1,
    ...claims,
    photos: sealed.map(({ hash, size }) => ({ hash, size })),
    content: await encrypted(JSON.stringify(whole), to),
  }
  const jws = await signed(payload, by)
  if (jws.length > limits.envelope || sealed.length > limits.photos || sealed.some(({ size }) => size > limits.photo))
    throw new TooBig()
  const digest = await sha256Hex(bytesOf(signedPart(jws)))
  return { jws, digest, photos: sealed.map(({ hash, size, bytes }) => ({ hash, size, bytes })) }
}

async function encryptPhoto(photo: ArrayBuffer, id: string, ordinal: number) {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const how = { name: 'AES-GCM', iv: nonce, additionalData: bytesOf(`${id}:${ordinal}`) }
  const bytes = joined(nonce, new Uint8Array(await crypto.subtle.encrypt(how, key, photo)))
  return { key: base64url(raw), hash: await sha256Hex(bytes), size: bytes.length, bytes: bytes.buffer }
}

const encoded = (value: unknown): string => base64url(bytesOf(JSON.stringify(value)))

/** JWE compact (RFC 7516) with a key agreed directly (RFC 7518, 4.6): a pair made for this envelope alone. */
async function encrypted(text: string, { kid, kty, crv, x, y }: SealingKey): Promise<string> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const theirs = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, [])
  const ours = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const epk = await publicKeyOf(ours.publicKey)
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256)
  const head = encoded({ alg: 'ECDH-ES', enc: 'A256GCM', kid, epk })
  const key = await crypto.subtle.importKey('raw', await agreedKey(shared), 'AES-GCM', false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv, additionalData: bytesOf(head) }
  const out = new Uint8Array(await crypto.subtle.encrypt(how, key, bytesOf(text)))
  return [head, '', base64url(iv), base64url(out.slice(0, -16)), base64url(out.slice(-16))].join('.')
}

/** Concat KDF (NIST SP 800-56A) for one block of 256 bits, both parties unnamed. */
async function agreedKey(shared: ArrayBuffer): Promise<ArrayBuffer> {
  const algorithm = bytesOf('A256GCM')
  const info = joined(number(algorithm.length), algorithm, number(0), number(0), number(256))
  return crypto.subtle.digest('SHA-256', joined(number(1), new Uint8Array(shared), info))
}

const number = (value: number): Uint8Array<ArrayBuffer> => new Uint8Array([0, 0, value >> 8, value & 255])

async function signed(payload: EnvelopeClaims, { key, device }: Signer): Promise<string> {
  const head: EnvelopeHead = { alg: 'ES256', typ: 'bos-envelope', kid: device }
  const part = `${encoded(head)}.${encoded(payload)}`
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(part))
  return `${part}.${base64url(signature)}`
}

export async function publicKeyOf(key: CryptoKey): Promise<PublicKey> {
  const { x, y } = await crypto.subtle.exportKey('jwk', key)
  return { kty: 'EC', crv: 'P-256', x: x!, y: y! }
}

/** From the secret that the server gives to this person on this device. It can encrypt and open, and not be taken out. */
export async function draftKeyFrom(secret: string, person: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', fromBase64url(secret), 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf(`bos draft ${person}`) }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
