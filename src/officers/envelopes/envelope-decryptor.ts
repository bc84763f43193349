import type { KeyObject } from 'node:crypto'
import { keyOf, type PublicJwk, sealingKeys } from '../../access/devices/index.ts'
import { ttlCache } from '../../kernel/ttl-cache.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { type ReportType, termsIn, typeOn } from '../../reports/engine/index.ts'
import { allTerms } from '../../reports/registry/index.ts'
import type { Doubted } from './arrived.ts'
import type { EnvelopeContent } from './envelope.ts'
import { decryptContent, encryptedTo, isSignedBy, type Parsed } from './envelope-crypto.ts'
import type { Known } from './intake.queries.ts'
import { type Decrypted, type QuarantineCode, readDecrypted } from './verdict.ts'

/** Terms change now and then; a second of the old ones does no harm. */
const termsTtlMs = 1000

/** Verifies the signature of envelopes and decrypts them. */
export function decryptor(db: Reader, cipher: Cipher) {
  const privateKey = sealingKeys(cipher)
  /** By device: a key never changes under its id. */
  const publicKeys = new Map<string, KeyObject>()

  const deviceKeyOf = (id: string, jwk: PublicJwk): KeyObject => {
    const key = publicKeys.get(id) ?? keyOf(jwk)
    publicKeys.set(id, key)
    return key
  }

  const contentOf = async ({ claims: { content } }: Parsed): Promise<EnvelopeContent | undefined> => {
    const kid = encryptedTo(content)
    const key = kid === undefined ? undefined : await privateKey(db, kid)
    return key && decryptContent(content, key)
  }

  /** Why it is quarantined without being decrypted; undefined where the device that it names has signed it. */
  const doubtAbout = async (
    { jws, head, claims }: Parsed,
    { devices, people }: Known,
  ): Promise<QuarantineCode | undefined> => {
    const device = devices.get(head.kid)
    if (!device) return 'unknownDevice'
    if (!(await isSignedBy(jws, deviceKeyOf(device.id, device.publicKey)))) return 'badSignature'
    if (device.personId !== claims.author) return 'otherAuthor'
    if (device.isRevoked) return 'revokedDevice'
    return people.get(claims.author)?.isActive ? undefined : 'inactive'
  }

  const cached = ttlCache(termsTtlMs)
  const termsNow = () => cached('terms', () => allTerms(db))

  /** Decrypts all of them; for one that cannot be read, the reason of its quarantine. */
  const decryptAll = async (arrived: readonly Doubted[], known: Known, now: Date) => {
    const terms = await termsNow()
    const types = new Map<string, ReportType>()
    const typeOnDay = (type: ReportType, day: string, unitPath: string) => {
      const key = `${type.key} ${day} ${unitPath}`
      const one = types.get(key) ?? typeOn(type, termsIn(terms, unitPath), day)
      types.set(key, one)
      return one
    }
    const decrypted: (Decrypted | QuarantineCode)[] = []
    for (const { envelope, doubt } of arrived) {
      const content = doubt ? undefined : await contentOf(envelope)
      const author = known.people.get(envelope.claims.author)!
      decrypted.push(doubt ?? (content ? readDecrypted(envelope, content, author, now, typeOnDay) : 'sealed'))
    }
    return decrypted
  }

  return { contentOf, doubtAbout, decryptAll }
}

export type Decryptor = ReturnType<typeof decryptor>
