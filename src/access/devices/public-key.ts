import { createHash, createPublicKey, type KeyObject } from 'node:crypto'

/** The public half of a P-256 key, as RFC 7517 writes it; nothing else of what was sent is kept. */
export interface PublicJwk {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
}

const coordinate = /^[\w-]{43}$/

/** The key of what was sent, or undefined where it is none: another curve, or a point that is not on it. */
export function readPublicKey(sent: unknown): PublicJwk | undefined {
  try {
    const { kty, crv, x, y } = sent as PublicJwk
    if (kty !== 'EC' || crv !== 'P-256' || !coordinate.test(x) || !coordinate.test(y)) return undefined
    const jwk: PublicJwk = { kty, crv, x, y }
    keyOf(jwk)
    return jwk
  } catch {
    return undefined
  }
}

export const keyOf = (jwk: PublicJwk): KeyObject => createPublicKey({ key: { ...jwk }, format: 'jwk' })

/** RFC 7638: the same key has one name, however its JSON was written. */
export const thumbprintOf = ({ crv, kty, x, y }: PublicJwk): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')
