import type { CorpusKind } from './inputs.ts'

const plain = (text: string): string => text.normalize('NFC').trim()
const spaced = (text: string): string => plain(text).replace(/\s+/g, ' ')
const inOrder = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number)
const numbers = (text: string): number[] => inOrder(text).sort((a, b) => a - b)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was typed, in the only spelling that its kind has. */
const kinds: Record<CorpusKind, (typed: string, stored: unknown) => boolean> = {
  text: (typed, stored) => stored === spaced(typed),
  name: (typed, stored) => stored === spaced(typed),
  long: (typed, stored) => spaced(String(stored)) === spaced(typed),
  integer: (typed, stored) => stored === Number(plain(typed)),
  date: (typed, stored) => same(numbers(String(stored)), numbers(typed)),
  // Seconds are not asked, and let go.
  time: (typed, stored) => same(inOrder(String(stored)), inOrder(typed).slice(0, 2)),
  position: (typed, stored) => same(String(stored).split(',').map(Number), plain(typed).split(',').map(Number)),
  phone: (typed, stored) => String(stored).replace(/^\+62/, '') === typed.replace(/\D/g, '').replace(/^(?:62|0)/, ''),
  nik: (typed, stored) => stored === typed.replace(/\D/g, ''),
  nrp: (typed, stored) => stored === plain(typed),
  choice: (typed, stored) => stored === plain(typed),
  many: (typed, stored) => same(stored, [plain(typed)]),
  village: (typed, stored) => stored === plain(typed),
  entry: (typed, stored) => stored === plain(typed).toLowerCase(),
}

/** Whether what is stored says what was typed: nothing of nothing, else the same but for spaces and Unicode's spelling. */
export const isKept = (kind: CorpusKind, typed: string, stored: unknown): boolean =>
  plain(typed) === '' ? stored === null || stored === undefined : kinds[kind](typed, stored)
