import { stringify } from 'csv-stringify/sync'

/** Rows that are turned into text at once: enough to be quick, few enough to be on their way early. */
const atOnce = 500

/** What a spreadsheet may take for a formula, after signs that it skips or that begin a cell. */
const startsFormula = /^(?:\p{Cc}|[\s\p{C}]{0,20}[=+\-@＝＋－＠])/u

/**
 * The same after a sign at which a spreadsheet that expects `;` between cells, as ours here do, begins a new one; there
 * a pair of quotes is an empty beginning of the cell.
 */
const hiddenFormula = /([;\t\r\n])(?=[\s\p{C}"]{0,20}[=+\-@＝＋－＠])/gu

function harmless(text: string): string {
  const apart = text.replace(hiddenFormula, "$1'")
  return startsFormula.test(apart) ? `'${apart}` : apart
}

const settings = {
  quoted: true,
  quoted_empty: true,
  escape_formulas: true,
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
