import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createRequire } from 'node:module'
import { hash, verify } from '@node-rs/argon2'
import { atMost } from '../../kernel/at-most.ts'

/** argon2id with 19 MiB and two passes (OWASP's second profile): about 12 ms here. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const shortestPassword = 12
export const longestPassword = 256

/** Two at a time: a login storm must not take both cores from those who send. */
const twoAtATime = atMost(2)

export const hashPassword = (password: string): Promise<string> =>
  twoAtATime(() => hash(password.normalize('NFKC'), cost))

const nobody = hashPassword(randomBytes(16).toString('hex'))

/** Takes the same time whether or not there is a hash to compare with; what nobody can have chosen fits nothing. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const against = stored !== null && [...password].length <= longestPassword ? stored : await nobody
  const fits = await twoAtATime(() => verify(against, password.slice(0, 2 * longestPassword).normalize('NFKC')))
  return fits && against === stored
}

export type PasswordFault = 'short' | 'long' | 'common'

const words = [
  'bhabin',
  'binmas',
  'polres',
  'polsek',
  'kamtibmas',
  'cirebon',
  'password',
  'katasandi',
  'rahasia',
  'qwerty',
  '12345',
]

interface CommonList {
  test(password: string): boolean
}

let common: CommonList | undefined

/** The list is unpacked when the first password is judged: that takes 20 to 50 ms, which no start needs. */
function isCommon(password: string): boolean {
  common ??= createRequire(import.meta.url)('fxa-common-password-list') as CommonList
  return common.test(password)
}

/** Why a password is refused: too short, too long, or what everybody would try first. */
export function faultOf(password: string, own: { nrp: string; name: string }): PasswordFault | undefined {
  const length = [...password].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  const plain = password.toLowerCase()
  const guesses = [
    ...words,
    own.nrp,
    ...own.name
      .toLowerCase()
      .split(/\s+/)
      .filter((part) => part.length > 3),
  ]
  // What is left when the guessable words are taken out must still be a password.
  const rest = guesses.reduce((text, word) => text.replaceAll(word, ''), plain)
  return isCommon(plain) || rest.length < 6 || new Set(plain).size < 5 ? 'common' : undefined
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A one-time code for a slip of paper: 10 signs (50 bits) of an alphabet without look-alikes, as `7KQ2M-9XW4T`. */
export function newSlipCode(): string {
  const signs = [...randomBytes(10)].map((byte) => alphabet[byte % 32]).join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}

/** Case, dashes and spaces are how people read a slip aloud; they say nothing. */
const slipSigns = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')

const slipShape = new RegExp(`^[${alphabet}]{10}$`)

/** Whether it could be a one-time code, whatever account it is for. */
export const isSlipShaped = (shown: string): boolean => shown.length <= 60 && slipShape.test(slipSigns(shown))

export const slipHash = (code: string): string =>
  createHmac('sha256', 'slip').update(slipSigns(code)).digest('base64url')

export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
