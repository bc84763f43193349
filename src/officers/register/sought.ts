// Runs on the server and in the browser: no side effects, and no imports that have any.
import { tidyDigits } from '../../kernel/tidy.ts'

/** What somebody looks for: a name, an RT, an RW, or some of them. */
export interface Sought {
  name: string
  rt: number | undefined
  rw: number | undefined
}

const number = '0*(\\d{1,3}|[ivx]{1,5}(?=$|[\\s/,.]))(?!\\d)'
const word = (letter: string, long: string) => `(?:r\\.?\\s?${letter}(?![a-z])|rukun ${long})\\.?`
const [rt, rw] = [word('t', 'tetangga'), word('w', 'warga')]
const start = '(^|[^a-z])'

/** The ways in which people write RT and RW, those with both first. */
const ways: [pattern: RegExp, rt: number, rw: number][] = [
  [new RegExp(`${start}${rt}[\\s/&-]*${rw}[\\s.:/-]*${number}[\\s/.,-]+${number}`, 'i'), 2, 3],
  [new RegExp(`${start}${rt}[\\s.:/-]*${number}\\s*[/-]\\s*${number}`, 'i'), 2, 3],
  [new RegExp(`()(?:^|[\\s,(])0*(\\d{1,3})\\s*/\\s*0*(\\d{1,3})(?![\\d/])`), 2, 3],
  [new RegExp(`${start}${rt}[\\s.:/-]*${number}`, 'i'), 2, 0],
  [new RegExp(`${start}${rw}[\\s.:/-]*${number}`, 'i'), 0, 2],
]

const romans: Record<string, number> = { i: 1, v: 5, x: 10 }
const fromRoman = (text: string): number =>
  [...text].reduce((sum, sign, at) => {
    const [value, next] = [romans[sign]!, romans[text[at + 1] ?? ''] ?? 0]
    return sum + (value < next ? -value : value)
  }, 0)
const valueOf = (text: string): number => (/^\d/.test(text) ? Number(text) : fromRoman(text.toLowerCase()))

/** `siti rt 3`, `Siti Rohmah RW 07`, `RT 95/RW 95`, `rt95rw95`, `003/007`, or a plain number, which is an RT. */
export function soughtIn(text: string): Sought {
  let rest = tidyDigits(text)
  const found: Record<'rt' | 'rw', number | undefined> = { rt: undefined, rw: undefined }
  if (/^\d{1,3}$/.test(rest)) return { name: '', rt: Number(rest), rw: undefined }
  for (const [pattern, rtAt, rwAt] of ways) {
    const match = pattern.exec(rest)
    const isKnown = (rtAt > 0 && found.rt !== undefined) || (rwAt > 0 && found.rw !== undefined)
    if (!match || isKnown) continue
    if (rtAt > 0) found.rt = valueOf(match[rtAt]!)
    if (rwAt > 0) found.rw = valueOf(match[rwAt]!)
    rest = rest.replace(match[0], `${match[1]} `)
  }
  const name = rest
    .replace(/\([\s/,-]*\)/g, ' ')
    .replace(/(^|[^\p{L}])r[tw](?![\p{L}\p{N}])\.?/giu, '$1 ')
    .replace(/\s+/g, ' ')
  return { name: name.replace(/^[\s,;/-]+|[\s,;/-]+$/g, ''), ...found }
}
