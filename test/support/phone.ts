import { webcrypto } from 'node:crypto'
import type { DeviceAnswer, PublicKey } from '../../src/intake/envelope.ts'
import type { Browser } from './site.ts'

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
