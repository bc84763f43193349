import { createECDH, type ECDH, randomUUID } from 'node:crypto'
import type { Cipher } from '../../platform/cipher.ts'
import { appendAudit } from '../../platform/db/audit-entry.ts'
import type { Reader, Transaction, Writer } from '../../platform/db/connect.ts'
import { newKey } from './new-key.ts'
import { activeSealingKey, findSealingKey } from './phones.queries.ts'
import type { PublicJwk } from './public-key.ts'

const placeOf = (kid: string) => `sealing_key:private_sealed:${kid}`

function freshKey(cipher: Cipher) {
  const kid = randomUUID()
  const { jwk, d } = newKey()
  return { kid, jwk, sealed: cipher.encrypt(JSON.stringify({ ...jwk, d }), placeOf(kid)) }
}

/** The key that phones encrypt to; made when there is none. Of two who make one at the same moment one is taken. */
export async function sealingKeyNow(tx: Writer, cipher: Cipher, now: Date): Promise<{ kid: string; jwk: PublicJwk }> {
  const standing = await activeSealingKey(tx)
  if (standing) return standing
  const { kid, jwk, sealed } = freshKey(cipher)
  const key = { kid, publicKey: jwk as object, privateSealed: sealed, madeAt: now }
  await tx.sealingKey.createMany({ data: [key], skipDuplicates: true })
  return (await activeSealingKey(tx))!
}

/**
 * Retires the key in use and makes another. The retired one is never deleted: what was encrypted to it may come months
 * later from a phone that lay in a drawer. It has no actor; who runs it holds the server.
 */
export async function rotateSealingKey(tx: Transaction, cipher: Cipher, now: Date): Promise<string> {
  const { count } = await tx.sealingKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: now } })
  const { kid } = await sealingKeyNow(tx, cipher, now)
  await appendAudit(tx, cipher, [{ at: now, action: 'sealingKey.rotated', subject: kid, details: { retired: count } }])
  return kid
}

/** Private keys by their name, opened once: a key never changes under its name. */
export function sealingKeys(cipher: Cipher) {
  const opened = new Map<string, ECDH>()
  return async (tx: Reader, kid: string): Promise<ECDH | undefined> => {
    const known = opened.get(kid)
    if (known) return known
    const key = await findSealingKey(tx, kid)
    if (!key) return undefined
    const { d } = JSON.parse(cipher.decrypt(key.privateSealed, placeOf(kid))) as { d: string }
    const opening = createECDH('prime256v1')
    opening.setPrivateKey(d, 'base64url')
    opened.set(kid, opening)
    return opening
  }
}

export type SealingKeys = ReturnType<typeof sealingKeys>
