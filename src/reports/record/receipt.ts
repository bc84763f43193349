import { createHash, randomInt } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import type { Answers } from '../engine/index.ts'

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Six signs without look-alikes: with the number they tell a received report from an invented one. */
export const newCheckCode = (): string => Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** As read aloud: `7F3A19` is `7F3-A19`. */
export const showCheckCode = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`

/** In the fingerprint of what a phone encrypted, whose photos come later. */
export const photosInEnvelope: readonly string[] = ['disegel']

/** Whether this is the content that stands under the id: sent again by the same way, or by the other one. */
export const isSameContent = (
  { typeKey, answers, mark, photos }: { typeKey: string; answers: Answers; mark: string; photos: readonly string[] },
  standing: { digest: string; photos: readonly string[] },
): boolean =>
  [photos, standing.photos, photosInEnvelope].some((one) => digestOf(typeKey, answers, one, mark) === standing.digest)

/**
 * The fingerprint of what was sent: type, answers, photos, and the mark of what is confidential. The same id with another
 * fingerprint is another report.
 */
export const digestOf = (typeKey: string, answers: Answers, photos: readonly string[], sealed = ''): string =>
  createHash('sha256')
    .update(canonical({ typeKey, answers, photos: [...photos].sort(), sealed: sealed || null }))
    .digest('hex')
