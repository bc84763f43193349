import { canonical } from '../../kernel/canonical.ts'
import { type Cipher, macKeyVersion } from '../cipher.ts'

/** All of a report that the chain covers, as plain JSON: instants in milliseconds, bytes as their SHA-256. */
export interface ReportFacts {
  id: string
  state: string
  version: number
  /** The columns beside the answers. */
  head: Record<string, unknown>
  answers: unknown
  /** Hashes of the photos that are shown, in their order. */
  photos: readonly string[]
  sealed: readonly { version: number; hash: string }[]
  versions: readonly { version: number; answers: unknown; photos: readonly string[]; replaced: unknown }[]
  reviews: readonly { id: string }[]
  addenda: readonly { id: string }[]
  outcome: unknown
}

/** Keyed digests of a report: state and version in the clear, everything else as one digest for each item. */
export interface Content {
  /** Version of the key. */
  k: number
  s: string
  n: number
  i: Record<string, string>
  /** The stamp of the entry before, about the same report. */
  p?: string
}

/** Half of an HMAC-SHA-256 is still far beyond guessing, and a row stays small. */
const digestBytes = 16

type Item = [name: string, value: unknown]

/**
 * The items by name: `h` the columns, `a1` the answers of version 1, `f1` its photos, `x1` what is encrypted, `v1` why it was
 * replaced, `r…` a decision, `d…` an addendum, `u` the result of the follow-up.
 */
function itemsOf(facts: ReportFacts): Item[] {
  const { version, head, answers, photos, sealed, versions, reviews, addenda, outcome } = facts
  const photosItem = (at: number, hashes: readonly string[]): Item[] => (hashes.length > 0 ? [[`f${at}`, hashes]] : [])
  return [
    ['h', head],
    [`a${version}`, answers],
    ...photosItem(version, photos),
    ...versions.flatMap((one): Item[] => [
      [`a${one.version}`, one.answers],
      ...photosItem(one.version, one.photos),
      [`v${one.version}`, one.replaced],
    ]),
    ...sealed.map((one): Item => [`x${one.version}`, one.hash]),
    ...reviews.map((one): Item => [`r${one.id.slice(0, 8)}`, one]),
    ...addenda.map((one): Item => [`d${one.id.slice(0, 8)}`, one]),
    ...(outcome === null ? [] : [['u', outcome] as Item]),
  ]
}

/** `previous`: the stamp of the entry before about this report; none for its first. */
export function contentOf(
  cipher: Cipher,
  facts: ReportFacts,
  previous?: Uint8Array | null,
  keyVersion = macKeyVersion,
): Content {
  const digest = ([name, value]: Item): Item => {
    const text = `${facts.id}\n${name}\n${canonical(value)}`
    return [name, cipher.mac('content', text, keyVersion).subarray(0, digestBytes).toString('base64url')]
  }
  return {
    k: keyVersion,
    s: facts.state,
    n: facts.version,
    i: Object.fromEntries(itemsOf(facts).map(digest)) as Record<string, string>,
    ...(previous ? { p: linkTo(previous) } : {}),
  }
}

/** How an entry names the one before it. */
export const linkTo = (stamp: Uint8Array): string => Buffer.from(stamp.subarray(-digestBytes)).toString('base64url')
