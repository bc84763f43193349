import { stringify } from 'csv-stringify/sync'

/** Rows that are turned into text at once: enough to be quick, few enough to be on their way early. */
const atOnce = 500

/** Signs with which a formula begins whatever follows, after what a spreadsheet skips. */
const startsFormula = /^[\s\p{C}"]{0,20}[=+@＝＋＠]/u
const startsWithDash = /^[\s\p{C}"]{0,20}[-－](?<after>.*)$/su

/** A word that is neither the name of a cell (`RW7`) nor of a function (`SUM(`): with one in it nothing can be worked out. */
const plainWord = /(?<![\p{L}\p{N}])\p{L}{2,}(?![\p{L}\p{N}(])/u
/** Operators, a call, a reference to another file or program: what a formula needs in order to do anything. */
const works = /[=+*^@|{}[\]$<>＝＋＠]|![\S]|[\p{L}\p{N}_.]\(|\(.*"|".*\(/su

/** A line of a list, `-5 orang` or a number begins with a dash and computes nothing; `-1+2` and `-cmd|…` do. */
function computes(afterDash: string): boolean {
  const rest = afterDash.replace(/^[-－\s]+/, '')
  if (rest === '' || /^\d+(?:[.,]\d+)*\s*%?$/.test(rest)) return false
  return works.test(rest) || !plainWord.test(rest)
}

const isFormula = (text: string): boolean => {
  const dashed = startsWithDash.exec(text)?.groups?.after
  return startsFormula.test(text) || (dashed !== undefined && computes(dashed))
}

/**
 * Where a spreadsheet expects `;` between cells, it begins a new one there, at a tab and at the end of a line, also inside
 * quotes of ours: each of these beginnings is judged like that of the cell.
 */
function harmless(text: string): string {
  const pieces = text.split(/(?<=[;\t\r\n])/)
  // Where only some of the separators hold, a piece runs on to the end of its line.
  const line = (at: number) =>
    pieces
      .slice(at)
      .join('')
      .split(/[\r\n]/, 1)[0]!
  const apart = pieces
    .map((piece, at) => (at > 0 && (isFormula(piece) || isFormula(line(at))) ? `'${piece}` : piece))
    .join('')
  return /^\p{Cc}/u.test(apart) || isFormula(apart) ? `'${apart}` : apart
}

const settings = {
  quoted: true,
  quoted_empty: true,
  record_delimiter: 'windows',
  cast: {
    string: harmless,
    boolean: (value: boolean) => String(value),
    date: (value: Date) => value.toISOString(),
    object: (value: Record<string, unknown>) => harmless(JSON.stringify(value)),
  },
} as const

/** The rows as CSV that a spreadsheet opens as it is meant: in UTF-8, no cell run as a formula, numbers still numbers. */
export async function* csvOf(rows: AsyncIterable<unknown[]> | Iterable<unknown[]>): AsyncGenerator<string> {
  let mark = '\uFEFF'
  let waiting: unknown[][] = []
  for await (const row of rows) {
    if (waiting.push(row) < atOnce) continue
    yield mark + stringify(waiting, settings)
    mark = ''
    waiting = []
  }
  if (waiting.length > 0 || mark !== '') yield mark + stringify(waiting, settings)
}
