import type { KeyObject } from 'node:crypto'
import { keyOf, type PublicJwk, sealingKeys } from '../../access/devices/index.ts'
import type { Tx } from '../../platform/db/connect.ts'
import type { Sealer } from '../../platform/seal.ts'
import { type ReportType, termsIn, typeOn } from '../../reports/engine/index.ts'
import { allTerms } from '../../reports/registry/index.ts'
import type { Doubted } from './arrived.ts'
import type { EnvelopeContent } from './envelope.ts'
import type { Known } from './intake.queries.ts'
import { isSignedBy, openContent, type Parsed, sealedTo } from './opening.ts'
import { recent } from './recent.ts'
import { type HoldCode, type Opened, readOpened } from './verdict.ts'

/** Knows the keys: who has signed an envelope, and what is inside. */
export function opener(db: Tx, sealer: Sealer) {
  const privateKey = sealingKeys(sealer)
  /** By device: a key never changes under its id. */
  const publicKeys = new Map<string, KeyObject>()

  const deviceKeyOf = (id: string, jwk: PublicJwk): KeyObject => {
    const key = publicKeys.get(id) ?? keyOf(jwk)
    publicKeys.set(id, key)
    return key
  }

  const contentOf = async ({ claims: { content } }: Parsed): Promise<EnvelopeContent | undefined> => {
    const kid = sealedTo(content)
    const key = kid === undefined ? undefined : await privateKey(db, kid)
    return key && openContent(content, key)
  }

  /** Why it is held before it is opened, or undefined where its signature is that of the device it names. */
  const doubtAbout = async (
    { jws, head, claims }: Parsed,
    { devices, people }: Known,
  ): Promise<HoldCode | undefined> => {
    const device = devices.get(head.kid)
    if (!device) return 'unknownDevice'
    if (!(await isSignedBy(jws, deviceKeyOf(device.id, device.publicKey)))) return 'badSignature'
    if (device.personId !== claims.author) return 'otherAuthor'
    if (device.isRevoked) return 'revokedDevice'
    return people.get(claims.author)?.isActive ? undefined : 'inactive'
  }

  const termsNow = recent(() => allTerms(db))

  /** Opens what can be opened; what cannot is held. */
  const openAll = async (arrived: readonly Doubted[], known: Known, now: Date) => {
    const terms = await termsNow()
    const types = new Map<string, ReportType>()
    const typeOnDay = (type: ReportType, day: string, unitPath: string) => {
      const key = `${type.key} ${day} ${unitPath}`
      const one = types.get(key) ?? typeOn(type, termsIn(terms, unitPath), day)
      types.set(key, one)
      return one
    }
    const opened: (Opened | HoldCode)[] = []
    for (const { envelope, doubt } of arrived) {
      const content = doubt ? undefined : await contentOf(envelope)
      const author = known.people.get(envelope.claims.author)!
      opened.push(doubt ?? (content ? readOpened(envelope, content, author, now, typeOnDay) : 'sealed'))
    }
    return opened
  }

  return { contentOf, doubtAbout, openAll }
}

export type Opener = ReturnType<typeof opener>
