import { createCipheriv, createECDH, createPrivateKey, randomBytes, sign } from 'node:crypto'
import { newKey, type PublicJwk } from '../../access/devices/index.ts'
import type { EnvelopeClaims, EnvelopeContent, EnvelopeHead } from './envelope.ts'
import { contentKey } from './envelope-crypto.ts'

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What a phone does to its content, the counterpart of `decryptContent`. */
function encryptTo({ kid, jwk }: { kid: string; jwk: PublicJwk }, content: EnvelopeContent): string {
  const own = newKey()
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(jwk.x, 'base64url'), Buffer.from(jwk.y, 'base64url')])
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(own.d, 'base64url')
  const head = base64url({ alg: 'ECDH-ES', enc: 'A256GCM', kid, epk: own.jwk })
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', contentKey(ecdh.computeSecret(point)), iv).setAAD(Buffer.from(head))
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
  return [
    head,
    '',
    iv.toString('base64url'),
    text.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
  ].join('.')
}

export interface Unsent {
  sealingKey: { kid: string; jwk: PublicJwk }
  content: EnvelopeContent
  claims: Omit<EnvelopeClaims, 'content'>
  /** The device that it names; its key is made for this envelope and forgotten. */
  device: string
}

/** An envelope as a phone makes it, signed by a key that nobody knows: for the demonstration. */
export function unknownEnvelope({ sealingKey, content, claims, device }: Unsent): string {
  const { jwk, d } = newKey()
  const head: EnvelopeHead = { alg: 'ES256', typ: 'bos-envelope', kid: device }
  const signed = `${base64url(head)}.${base64url({ ...claims, content: encryptTo(sealingKey, content) })}`
  const key = createPrivateKey({ key: { ...jwk, d }, format: 'jwk' })
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}
