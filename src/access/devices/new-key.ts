import { createECDH, type ECDH } from 'node:crypto'
import type { PublicJwk } from './public-key.ts'

export interface NewKey {
  jwk: PublicJwk
  /** The private number, base64url. */
  d: string
  ecdh: ECDH
}

/**
 * A key on P-256. Not by `generateKeyPairSync`: where the collector of garbage takes what has made the pair while that is
 * exported, Node waits for itself for ever (seen with 20.20).
 */
export function newKey(): NewKey {
  const ecdh = createECDH('prime256v1')
  const point = ecdh.generateKeys()
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const d = Buffer.alloc(32)
  const number = ecdh.getPrivateKey()
  number.copy(d, 32 - number.length)
  return { jwk: { kty: 'EC', crv: 'P-256', x, y }, d: d.toString('base64url'), ecdh }
}
