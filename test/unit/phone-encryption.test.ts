import { createHash } from 'node:crypto'
import { compactDecrypt, compactVerify, exportJWK, generateKeyPair, importJWK } from 'jose'
import { fromBase64url } from '../../src/browser/phone/bytes.ts'
import { decryptJson, encryptJson } from '../../src/browser/phone/encryption.ts'
import {
  draftKeyFrom,
  encryptEnvelope,
  publicKeyOf,
  type SealingKey,
  TooBig,
} from '../../src/browser/phone/envelope.ts'
import { partsOf } from '../../src/browser/phone/queue-file.ts'
import { type EnvelopeClaims, type EnvelopeContent, limits, signedPart } from '../../src/officers/envelopes/envelope.ts'

const id = '0193a1b2-0000-7000-8000-000000000001'
const author = '0193a1b2-0000-7000-8000-000000000002'
const wrongKey = { name: 'OperationError' }
const wire = { uraian: 'Motor tetangga hilang — "Bu Sri" 🚓', orang: ['satu', 'dua'] }

const letter = (photos: ArrayBuffer[] = [], text = wire.uraian) => ({
  claims: { id, author, sequence: 7, release: '1a2b3c4d' },
  content: {
    kind: 'report' as const,
    type: 'kunjungan-warga',
    wire: { ...wire, uraian: text },
    locale: 'id' as const,
    clock: { written: '2026-11-24T02:42:00.000Z', offset: -1500, measured: '2026-11-24T02:40:00.000Z' },
  },
  photos,
})

async function keys() {
  const server = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  const device = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const to = { ...(await exportJWK(server.publicKey)), kid: 'kunci-1' } as SealingKey
  return { server, device, to, by: { key: device.privateKey, device: 'hp-1' } }
}

describe('an envelope', () => {
  it('is a JWS of the device over claims that anybody may read', async () => {
    const { device, to, by } = await keys()

    const { jws, digest } = await encryptEnvelope(letter(), to, by)

    const verifier = await importJWK(await publicKeyOf(device.publicKey), 'ES256')
    const { payload, protectedHeader } = await compactVerify(jws, verifier)
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'bos-envelope', kid: 'hp-1' })
    const claims = JSON.parse(new TextDecoder().decode(payload)) as EnvelopeClaims
    expect(claims).toMatchObject({ v: 1, id, author, sequence: 7, release: '1a2b3c4d', photos: [] })
    expect(digest).toBe(createHash('sha256').update(signedPart(jws)).digest('hex'))
  })

  it('holds content that only the server opens', async () => {
    const { server, to, by } = await keys()

    const { jws } = await encryptEnvelope(letter(), to, by)

    const { content } = JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()) as EnvelopeClaims
    expect(Buffer.from(jws.split('.')[1]!, 'base64url').toString()).not.toContain('tetangga')
    const { plaintext, protectedHeader } = await compactDecrypt(content, server.privateKey)
    expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc: 'A256GCM', kid: 'kunci-1' })
    expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual({ v: 1, ...letter().content, photoKeys: [] })
    await expect(compactDecrypt(content, (await keys()).server.privateKey)).rejects.toThrow(
      'decryption operation failed',
    )
  })

  it('names photos by the hash of their sealed bytes, and binds each to its report and place', async () => {
    const { server, to, by } = await keys()
    const photos = [Buffer.from('foto pertama'), Buffer.from('foto kedua')]

    const { jws, photos: sealed } = await encryptEnvelope(
      letter(photos.map((photo) => Uint8Array.from(photo).buffer)),
      to,
      by,
    )

    const claims = JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()) as EnvelopeClaims
    const { plaintext } = await compactDecrypt(claims.content, server.privateKey)
    const { photoKeys } = JSON.parse(new TextDecoder().decode(plaintext)) as EnvelopeContent
    for (const [ordinal, { hash, size, bytes }] of sealed.entries()) {
      expect(claims.photos[ordinal]).toEqual({ hash, size })
      expect(hash).toBe(createHash('sha256').update(new Uint8Array(bytes)).digest('hex'))
      expect(size).toBe(12 + photos[ordinal]!.length + 16)
      const opened = await decryptPhoto(bytes, photoKeys[ordinal]!, `${id}:${ordinal}`)
      expect(opened).toBe(photos[ordinal]!.toString())
      await expect(decryptPhoto(bytes, photoKeys[ordinal]!, `${id}:${ordinal + 1}`)).rejects.toMatchObject(wrongKey)
    }
  })

  it('is not made when it would be more than the server takes', async () => {
    const { to, by } = await keys()
    const huge = (bytes: number) => new ArrayBuffer(bytes)

    await expect(encryptEnvelope(letter([], 'a'.repeat(limits.envelope)), to, by)).rejects.toThrow(TooBig)
    await expect(encryptEnvelope(letter([huge(limits.photo)]), to, by)).rejects.toThrow(TooBig)
    await expect(encryptEnvelope(letter([1, 2, 3, 4].map(huge)), to, by)).rejects.toThrow(TooBig)
  })
})

describe('what a person keeps on the phone', () => {
  const secret = Buffer.alloc(32, 5).toString('base64url')

  it('decrypts with the same secret again, at its place only, for that person only', async () => {
    const locked = await encryptJson(await draftKeyFrom(secret, author), wire, 'draft:1')

    expect(await decryptJson(await draftKeyFrom(secret, author), locked, 'draft:1')).toEqual(wire)
    await expect(decryptJson(await draftKeyFrom(secret, author), locked, 'draft:2')).rejects.toMatchObject(wrongKey)
    await expect(decryptJson(await draftKeyFrom(secret, id), locked, 'draft:1')).rejects.toMatchObject(wrongKey)
  })

  it('has a key that cannot be taken out', async () => {
    expect((await draftKeyFrom(secret, author)).extractable).toBe(false)
  })
})

async function decryptPhoto(sealed: ArrayBuffer, key: string, place: string): Promise<string> {
  const decryptor = await crypto.subtle.importKey('raw', fromBase64url(key), 'AES-GCM', false, ['decrypt'])
  const how = { name: 'AES-GCM', iv: sealed.slice(0, 12), additionalData: new TextEncoder().encode(place) }
  return new TextDecoder().decode(await crypto.subtle.decrypt(how, decryptor, sealed.slice(12)))
}

describe('the file of a queue', () => {
  it('is several where it grows too long, in order, and none is empty', () => {
    const line = (million: number, sign: string) => sign.repeat(million * 1_000_000)
    const sizes = (lines: string[]) => partsOf(lines).map((part) => part.map((one) => one[0]).join(''))

    expect(sizes([line(3, 'a'), line(3, 'b'), line(3, 'c'), line(1, 'd')])).toEqual(['ab', 'cd'])
    expect(sizes([line(9, 'a'), line(1, 'b'), line(9, 'c')])).toEqual(['a', 'b', 'c'])
    expect(sizes([line(1, 'a')])).toEqual(['a'])
  })
})
