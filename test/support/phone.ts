import { createHash, webcrypto } from 'node:crypto'
import { CompactEncrypt, CompactSign, importJWK } from 'jose'
import request from 'supertest'
import {
  type DeviceAnswer,
  type EnvelopeClaims,
  type EnvelopeContent,
  envelopeType,
  type PublicKey,
  photoType,
  sendingPaths,
  signedPart,
} from '../../src/officers/envelopes/envelope.ts'
import type { Browser, Site } from './site.ts'

const { subtle } = webcrypto

export interface Phone extends DeviceAnswer {
  key: webcrypto.CryptoKeyPair
  /** Counts what this device key has signed. */
  sequence: number
}

/** The key of a browser, made as a browser makes it. */
export const deviceKey = () => subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])

export async function publicJwk(key: webcrypto.CryptoKeyPair): Promise<PublicKey> {
  const { kty, crv, x, y } = await subtle.exportKey('jwk', key.publicKey)
  return { kty, crv, x, y } as PublicKey
}

/** A phone in which this person has signed in: its key is known to the server. */
export async function enrolled(browser: Browser, key?: webcrypto.CryptoKeyPair): Promise<Phone> {
  const own = key ?? (await deviceKey())
  const question = { publicKey: await publicJwk(own), clock: '2026-11-24T02:42:00.000Z' }
  const { body } = await browser.post('/perangkat').send(question).expect(200)
  return { ...(body as DeviceAnswer), key: own, sequence: 0 }
}

const text = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const base64url = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as ArrayBuffer).toString('base64url')

export interface SealedPhotoFile {
  hash: string
  size: number
  key: string
  bytes: Buffer
}

export interface Sealing {
  id: string
  wire: EnvelopeContent['wire']
  photos?: Buffer[]
  type?: string
  kind?: EnvelopeContent['kind']
  clock?: EnvelopeContent['clock']
  locale?: EnvelopeContent['locale']
  /** What the claims say instead of the truth. */
  claims?: Partial<EnvelopeClaims>
}

export interface Sealed {
  id: string
  jws: string
  digest: string
  photos: SealedPhotoFile[]
}

export async function encryptPhoto(jpeg: Buffer, id: string, ordinal: number): Promise<SealedPhotoFile> {
  const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt'])
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const sealing = { name: 'AES-GCM', iv, additionalData: text(`${id}:${ordinal}`) }
  const bytes = Buffer.concat([iv, Buffer.from(await subtle.encrypt(sealing, key, new Uint8Array(jpeg)))])
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { hash, bytes, size: bytes.length, key: base64url(await subtle.exportKey('raw', key)) }
}

/** What a phone does when Send is pressed; the JWE and the JWS are made by another hand than ours. */
export async function seal(phone: Phone, sealing: Sealing): Promise<Sealed> {
  const { id, wire, photos = [], type = 'penyuluhan', kind = 'report', locale = 'id', claims = {} } = sealing
  const clock = sealing.clock ?? {
    written: '2026-11-24T02:40:00.000Z',
    offset: 0,
    measured: '2026-11-24T02:00:00.000Z',
  }
  const photosInEnvelope: SealedPhotoFile[] = []
  for (const [ordinal, jpeg] of photos.entries()) photosInEnvelope.push(await encryptPhoto(jpeg, id, ordinal))
  const photoKeys = photosInEnvelope.map(({ key }) => key)
  const content: EnvelopeContent = { v: 1, kind, type, wire, photoKeys, clock, locale }
  phone.sequence += 1
  const whole: EnvelopeClaims = {
    v: 1,
    id,
    author: phone.person,
    sequence: phone.sequence,
    release: '2.0.0-test',
    photos: photosInEnvelope.map(({ hash, size }) => ({ hash, size })),
    content: await encryptContent(phone, content),
    ...claims,
  }
  const jws = await sign(phone, whole)
  return { id, jws, digest: digestOf(jws), photos: photosInEnvelope }
}

export const digestOf = (jws: string): string => createHash('sha256').update(signedPart(jws)).digest('hex')

export const encryptContent = async ({ sealingKey: { kid, ...jwk } }: Phone, content: unknown): Promise<string> =>
  new CompactEncrypt(text(content))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid })
    .encrypt(await importJWK(jwk, 'ECDH-ES'))

export const sign = ({ key, device }: Pick<Phone, 'key' | 'device'>, claims: unknown): Promise<string> =>
  new CompactSign(text(claims))
    .setProtectedHeader({ alg: 'ES256', typ: 'bos-envelope', kid: device })
    .sign(key.privateKey)

/** Sends as a phone does: with nothing that tells of a session. */
export const sendEnvelope = (app: Site['app'], jws: string) =>
  request(app).post(sendingPaths.envelope).set('Content-Type', envelopeType).send(jws)

export const sendPhoto = (app: Site['app'], id: string, { hash, bytes }: SealedPhotoFile) =>
  request(app).post(sendingPaths.photo(id, hash)).set('Content-Type', photoType).send(bytes)

/** The file that a phone saves of what waits on it, as `browser/phone/queue-file.ts` writes it. */
export const queueFile = (envelopes: Sealed[], head: object = { count: envelopes.length }): Buffer =>
  Buffer.from(
    [{ bos: 'berkas-kiriman', v: 1, ...head }, ...envelopes.map(lineOf)]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  )

const lineOf = ({ jws, photos }: Sealed) => ({
  jws,
  photos: Object.fromEntries(photos.map(({ hash, bytes }) => [hash, bytes.toString('base64')])),
})
