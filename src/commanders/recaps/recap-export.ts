import type { Cells } from '../../platform/exports/xlsx.ts'
import type { Say } from '../../sentences/say.ts'
import { rowHead } from './axes.ts'
import type { Figures } from './figures.ts'
import type { Question } from './question.ts'
import type { Pair } from './sum-tally.ts'
import type { Sum } from './table.ts'

const pair = ({ verified, unverified }: Pair) => [verified, unverified]

/** The recap for a spreadsheet: a head, a line for each row, the totals; numbers are numbers, and each has its own cell. */
export function* recapLines(
  question: Question,
  { table, rowNames, columnNames, extras, sums }: Figures,
  t: Say,
): Generator<Cells> {
  const names = rowHead(question, t)
  const hasColumns = question.columns !== 'jumlah'
  const columns = [t('recap.total'), ...(hasColumns ? columnNames.map(({ label }) => label) : [])]
  const pairHead = (column: string) => [t('recap.csv.verified', { column }), t('recap.csv.unverified', { column })]
  const line = (cells: Sum[], total: Sum) => [
    ...pair(total),
    ...(hasColumns ? cells.flatMap(pair) : []),
    total.late,
    total.delayed,
  ]
  yield [
    ...names,
    ...columns.flatMap(pairHead),
    t('recap.csv.late'),
    t('recap.delayed'),
    ...extras.map(({ label }) => label),
    ...sums.flatMap(({ label }) => pairHead(label)),
  ]
  for (const [index, { cells, total }] of table.rows.entries())
    yield [
      ...rowNames[index]!.cells,
      ...line(cells, total),
      ...extras.map(({ counts }) => counts[index]!),
      ...sums.flatMap((sum) => pair(sum.cells[index]!)),
    ]
  yield [
    t('recap.total'),
    ...names.slice(1).map(() => ''),
    ...line(table.totals, table.total),
    ...extras.map(({ total }) => total),
    ...sums.flatMap(({ total }) => pair(total)),
  ]
}

/** `rekap-minggu-2026-11-16-petugas`, as long as the name of a sheet may be. */
export const recapName = ({ kind, period, rows }: Question): string => `rekap-${kind}-${period.from}-${rows}`
