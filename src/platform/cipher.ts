import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import { DomainError } from '../kernel/errors.ts'

const version = 1

/** An encrypted value that does not open: it was moved to another row, changed, or encrypted with another key. */
export class DecryptionFailed extends DomainError {
  readonly status = 500
  /** Table, column and id: what the log tells the operator. */
  readonly place: string
  constructor(place: string) {
    super('error.sealBroken')
    this.place = place
  }
}

/** Which key new digests are made with; each digest says its own, so that older ones are still checked after a change. */
export const macKeyVersion = 1

/**
 * Encrypts single values at rest. `place` (table, column, row) is bound in, so that an encrypted value moved to another row
 * no longer opens. Form: version byte, 12 bytes nonce, 16 bytes tag, text.
 */
export function cipherOf(secret: string) {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'bos-v2', purpose, 32))
  const encryptionKey = keyFor('seal')
  const indexKey = keyFor('index')
  const chainKey = keyFor('chain')
  const macKeys = new Map<string, Buffer>()
  const macKey = (purpose: string, keyVersion: number): Buffer => {
    const name = `${purpose}:${keyVersion}`
    const known = macKeys.get(name) ?? keyFor(name)
    macKeys.set(name, known)
    return known
  }
  return {
    encrypt(text: string, place: string): Uint8Array<ArrayBuffer> {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce).setAAD(Buffer.from(`${version}:${place}`))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return new Uint8Array(Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]))
    },
    decrypt(sealed: Uint8Array, place: string): string {
      const bytes = Buffer.from(sealed)
      if (bytes.length < 29) throw new DecryptionFailed(place)
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, bytes.subarray(1, 13)).setAAD(
        Buffer.from(`${bytes[0]}:${place}`),
      )
      decipher.setAuthTag(bytes.subarray(13, 29))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
      } catch {
        throw new DecryptionFailed(place)
      }
    },
    /** A secret for one purpose, the same whenever it is asked for. */
    derive: keyFor,
    /** The same text gives the same index; without the key it cannot be guessed from a list of all texts. */
    index: (text: string): Uint8Array<ArrayBuffer> =>
      new Uint8Array(createHmac('sha256', indexKey).update(text).digest()),
    /** A keyed digest (HMAC-SHA-256): without the key it tells nothing of the text and cannot be made. */
    mac: (purpose: 'content' | 'stamp', text: string, keyVersion = macKeyVersion): Buffer =>
      createHmac('sha256', macKey(purpose, keyVersion)).update(text).digest(),
    /** One link of a chain: only who has the key can make the next, or make an old one anew. */
    link: (previous: Uint8Array, text: string): Uint8Array<ArrayBuffer> =>
      new Uint8Array(createHmac('sha256', chainKey).update(previous).update(text).digest()),
  }
}

/** For a page that can do without one value: nothing where it does not open, which is logged under the request's reference. */
export function decryptedOrLogged<T>(log: Pick<Logger, 'error'>, decrypt: () => T): T | undefined {
  try {
    return decrypt()
  } catch (error) {
    if (!(error instanceof DecryptionFailed)) throw error
    log.error({ place: error.place }, decryptionFailed)
    return undefined
  }
}

/** The line of the log that an operator looks for. */
export const decryptionFailed = 'sealed value does not open'

export type Cipher = ReturnType<typeof cipherOf>
