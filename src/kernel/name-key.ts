// Runs on the server and in the browser: no side effects, and no imports that have any.
import { tidyName } from './tidy.ts'

/** Titles before a name and degrees behind it, in small letters, without the full stops in them. */
const before =
  /^(?:h|hj|kh|haj+i|haj+ah|pa?k|bapa?k|bpk|bp|bu|ibu|ust|usta(?:d|dz|z|dah|dzah|zah)|k[iy]a[iy]|nyai|ny|nyonya|tn|tuan|nn|nona|sdri?|saudar[ai]|almh?|almarhum(?:ah)?|r|rd|rr|raden|drs?|drg|drh|dra|ir|prof|ns|kompol|akp|akbp|a?iptu|a?ipda|bripka|brigadir|briptu|bripda)$/
const after =
  /^(?:almh?|almarhum(?:ah)?|purn|ph?d|mba|amd[a-z]{0,4}|amk|ners|s(?:h|hi|e|ei|t|th|p|si|ag|pd|pdi|pdsd|kom|sos|ip|ik|tk|ikom|km|kep|st|tr|tr[a-z]{1,4}|ked|farm|hum|ap|ab|pt|fil|psi|p[a-z]{1,3})|m(?:h|m|t|a|si|ag|pd|pdi|kes|kom|ap|hum|sc|ikom|eng|kep|psi|han|th)|lc|gr|d[1-4])$/

interface Token {
  text: string
  isDotted: boolean
  isAfterComma: boolean
}

const word = /(,?)[^\p{L}\p{M}\p{N}.,]*([\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}\p{N}]+)*)(\.?)/gu

/** `h.abdul` was written without a blank: what stands before a whole word is not part of it. */
function partsOf(text: string): string[] {
  const parts = text.split('.')
  const joined = parts.join('')
  if (parts.length === 1 || before.test(joined)) return [joined]
  if (after.test(joined)) return [text]
  const titles = parts.slice(0, -1).join('')
  return before.test(titles) ? [titles, parts.at(-1)!] : parts
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(word)].flatMap(([, comma, written = '', stop]) =>
    partsOf(written).map((part) => ({
      text: part,
      isDotted: stop !== '' || written.includes('.'),
      isAfterComma: comma !== '',
    })),
  )

const joinedText = (tokens: Token[]): string =>
  tokens
    .map(({ text }) => text)
    .join('')
    .replaceAll('.', '')

function titlesBefore(tokens: Token[]): number {
  let at = 0
  while (at < tokens.length) {
    if (joinedText(tokens.slice(at, at + 2)) === 'kh' && tokens[at]!.text === 'k') at += 2
    else if (before.test(tokens[at]!.text)) at += 1
    else break
  }
  return at
}

/** How many of the last tokens are one degree: `S.Pd.`, `S. Pd. I`, `, SH`, and `SH` behind two names. */
function degreeAt(names: Token[]): number {
  for (let count = Math.min(4, names.length - 1); count > 0; count -= 1) {
    const last = names.slice(-count)
    const [first] = last as [Token]
    const isMarked = first.isDotted || first.isAfterComma || names.length - count > 1
    const isTitle = after.test(joinedText(last)) || (first.isAfterComma && before.test(joinedText(last)))
    if (isTitle && isMarked && (count === 1 || last.every(({ text }) => text.length < 6))) return count
  }
  return 0
}

const folded = (name: string): string =>
  tidyName(name)
    .replaceAll("'", '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\b(r[tw])(?=\d)/g, '$1 ')

/** A name as it is compared: small letters and digits, words apart by a blank, titles and degrees left out. A name of titles alone keeps them. */
export function nameKey(name: string): string {
  const tokens = tokensOf(folded(name))
  const names = isTitles(tokens) ? tokens : tokens.slice(titlesBefore(tokens))
  for (let count = degreeAt(names); count > 0; count = degreeAt(names)) names.splice(-count)
  return names.map(({ text }) => text.replaceAll('.', ' ').replace(/^0+(?=\d)/, '')).join(' ')
}

/** The words of a place or a name without the titles in it, wherever they stand; titles alone stay. */
export function withoutTitles(text: string): string {
  const tokens = tokensOf(folded(text))
  const isTitle = ({ text: one, isDotted, isAfterComma }: Token) => {
    const isMarked = isDotted || isAfterComma
    return (before.test(one) && (one.length > 1 || isMarked)) || (isMarked && after.test(one.replaceAll('.', '')))
  }
  const names = tokens.filter((token) => !isTitle(token))
  return (names.length === 0 ? tokens : names).map(({ text: one }) => one).join(' ')
}

const isTitles = (tokens: Token[]): boolean => titlesBefore(tokens) === tokens.length

/** Whether there is no name behind the titles: such a name is like no other. */
export const isTitleAlone = (name: string): boolean => isTitles(tokensOf(folded(name)))

/** A real name and yet a slip more often than not: one letter, one letter twice, or nothing but a title. It is asked about. */
export function isUnusualName(name: string): boolean {
  const letters = nameKey(name).match(/\p{L}/gu) ?? []
  return name !== '' && (letters.length < 2 || new Set(letters).size < 2 || isTitleAlone(name))
}
