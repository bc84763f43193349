import { type CellStyle, type ColumnDef, type WriteSheet, writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { type ColumnKind, dateFormats, serialOf } from './serial-dates.ts'

export type Cells = (string | number)[]

/** A table that is also to be read on paper. */
export interface Sheet {
  name: string
  /** What it tells, of whom, of when, and by whom it was made: a line each. */
  above: string[]
  /** The head, a line for each row, the sum. */
  lines: Cells[]
  /** How many columns name a row. */
  names: number
  below: string[]
}

/** More text in a cell, and a spreadsheet calls the whole file broken. */
const longest = 32_767

/** A spreadsheet takes this for the code of a sign, also where somebody has typed it. */
const signCode = /_(?=x[\da-f]{4}_)/gi

/** Text stays text, whatever it begins with: a formula would have to be written as one, and nothing here does. */
const cellOf = (value: string | number): string | number =>
  typeof value === 'number'
    ? value
    : value
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD')
        .slice(0, longest)
        .replaceAll(signCode, '_x005F_')

/** A name that a sheet may have. */
export const sheetName = (text: string): string =>
  text
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim() || 'BOS'

const font = { name: 'Calibri', size: 11, bold: true }
const bold: CellStyle = { font }
const headStyle: CellStyle = { ...bold, alignment: { wrapText: true, vertical: 'top' } }
const sumStyle: CellStyle = { ...bold, border: { top: { style: 'thin' } }, numFmt: '#,##0' }

const figureWidth = 14
const heightOfLine = 15
/** So many columns can still be read when a lying sheet is as wide as all of them. */
const columnsAcross = 24

const widthOf = (texts: string[]): number => Math.min(40, Math.max(10, ...texts.map((text) => text.length + 2)))

const letterOf = (column: number): string => String.fromCharCode(65 + column)

/** The table with its lines above and below, the head in sight, set up for lying sheets of A4. */
export async function sheetOf({ name: wanted, above, lines, names, below }: Sheet): Promise<Uint8Array> {
  const name = sheetName(wanted)
  const [head = []] = lines
  const headAt = above.length + 1
  const sumAt = headAt + lines.length - 1
  const columns = head.map(
    (_, at): ColumnDef =>
      at < names
        ? { width: widthOf(lines.map((line) => String(line[at]))) }
        : { width: figureWidth, style: { numFmt: '#,##0' } },
  )
  const styled = (row: number, style: CellStyle) => head.map((_, at) => [`${row},${at}`, { style }] as const)
  const highest = Math.max(...head.map((text, at) => Math.ceil(String(text).length / (columns[at]!.width! - 2))))
  const sheet: WriteSheet = {
    name,
    columns,
    rows: [...above.map((text) => [text]), [], ...lines, [], ...below.map((text) => [text])].map((row: Cells) =>
      row.map(cellOf),
    ),
    cells: new Map([
      ['0,0', { style: { font: { ...font, size: 14 } } }],
      ...styled(headAt, headStyle),
      ...styled(sumAt, sumStyle),
    ]),
    rowDefs: new Map([[headAt, { height: highest * heightOfLine }]]),
    freezePane: { rows: headAt + 1, columns: Math.min(names, 2) },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      fitToWidth: Math.ceil(head.length / columnsAcross),
    },
    headerFooter: { oddFooter: '&R&P / &N' },
  }
  // What is repeated on each sheet of paper; by `pageSetup` the package would name this one without its quotes.
  const repeated = `'${name}'!$A:$${letterOf(names - 1)},'${name}'!$${headAt + 1}:$${headAt + 1}`
  return writeXlsx({
    sheets: [sheet],
    namedRanges: [{ name: '_xlnm.Print_Titles', range: repeated, scope: name }],
    properties: { title: above[0] ?? name, creator: 'BOS V2' },
  })
}

/** A table of any length as it grows, its first line in sight and bold: to be worked on, not printed. */
export function longSheetOf(
  name: string,
  rows: AsyncIterable<Cells>,
  kinds: readonly ColumnKind[],
): AsyncIterable<Uint8Array> {
  const wide = kinds.map((): ColumnDef => ({ width: 20, style: headStyle }))
  return writeXlsxStream(written(rows, wide, kinds), { name: sheetName(name), columns: wide, freezePane: { rows: 1 } })
}

/** A column has one style for all its cells, which is asked for with each row: the head's, until the head is written. */
async function* written(
  rows: AsyncIterable<Cells>,
  columns: ColumnDef[],
  kinds: readonly ColumnKind[],
): AsyncGenerator<Cells> {
  let isHead = true
  for await (const row of rows) {
    yield isHead ? row.map(cellOf) : row.map((value, at) => typedCell(value, kinds[at] ?? 'text'))
    if (isHead) for (const [at, column] of columns.entries()) setFormat(column, kinds[at] ?? 'text')
    isHead = false
  }
}

const typedCell = (value: string | number, kind: ColumnKind): string | number =>
  (kind === 'text' ? undefined : serialOf(value)) ?? cellOf(value)

function setFormat(column: ColumnDef, kind: ColumnKind): void {
  if (kind === 'text') delete column.style
  else column.style = { numFmt: dateFormats[kind] }
}
