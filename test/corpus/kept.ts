import type { CorpusKind } from './inputs.ts'

/** What of a text can be seen. */
const plain = (text: string): string =>
  text
    .replace(/[\s\u0085\u2800]/g, (sign) => (sign === '\ufeff' ? '' : sign === '\n' ? sign : ' '))
    .replace(/(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu, '')
    .normalize('NFC')
    .trim()
/** As a keyboard types it: full-width signs, digits of other scripts, hyphens and quotes. */
const ascii = (text: string): string =>
  [
    ...plain(text)
      .normalize('NFKC')
      .replace(/\p{Pd}|\u2212/gu, '-'),
  ]
    .map((sign) => (/\p{Nd}/u.test(sign) ? digitOf(sign) : sign))
    .join('')
    .replace(/^['’‘`]/, '')
const zeros = [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xe50, 0x1040, 0xa9d0, 0x1b50]
const digitOf = (sign: string): string => {
  const code = sign.codePointAt(0)!
  const zero = zeros.find((one) => code >= one && code < one + 10)
  return zero === undefined ? sign : String(code - zero)
}
const spaced = (text: string): string => plain(text).replace(/\s+/g, ' ')
const inOrder = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number)
const numbers = (text: string): number[] => inOrder(text).sort((a, b) => a - b)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was typed, in the only spelling that its kind has. */
const kinds: Record<CorpusKind, (typed: string, stored: unknown) => boolean> = {
  text: (typed, stored) => stored === spaced(typed),
  name: (typed, stored) =>
    spaced(String(stored)) === spaced(typed.replace(/[’‘`´]/g, "'").normalize('NFKC')).replace(/'+/g, "'"),
  long: (typed, stored) => spaced(String(stored)) === spaced(typed),
  integer: (typed, stored) => stored === Number(ascii(typed)),
  date: (typed, stored) => same(numbers(String(stored)), numbers(ascii(typed))),
  // Seconds are not asked, and let go.
  time: (typed, stored) => same(inOrder(String(stored)), inOrder(ascii(typed)).slice(0, 2)),
  position: (typed, stored) => same(String(stored).split(',').map(Number), ascii(typed).split(',').map(Number)),
  phone: (typed, stored) =>
    String(stored).replace(/^\+62/, '') ===
    ascii(typed)
      .replace(/\D/g, '')
      .replace(/^(?:0062|620|62|0)0?/, ''),
  nik: (typed, stored) => stored === ascii(typed).replace(/\D/g, ''),
  nrp: (typed, stored) => stored === ascii(typed).replace(/\D/g, ''),
  choice: (typed, stored) => stored === spaced(typed),
  many: (typed, stored) => same(stored, [spaced(typed)]),
  village: (typed, stored) => stored === ascii(typed),
  entry: (typed, stored) => stored === plain(typed).toLowerCase(),
}

/** Whether what is stored says what was typed: nothing of nothing, else the same but for spaces and Unicode's spelling. */
export const isKept = (kind: CorpusKind, typed: string, stored: unknown): boolean =>
  plain(typed) === '' ? stored === null || stored === undefined : kinds[kind](typed, stored)
