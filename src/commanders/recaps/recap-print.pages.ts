import type { Letterhead } from '../../administration/units/index.ts'
import { showInstant, showNumber } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { cornerOf } from './axes.ts'
import { captionOf, hasNothing, isAhead, legendOf, onTime, periodInWords } from './figures.ts'
import { queryOf } from './question.ts'
import type { RecapReading } from './recaps.pages.ts'
import { signaturesOf } from './signatures.ts'
import type { Signers } from './signers.queries.ts'
import type { Pair } from './sum-tally.ts'
import { countOf, type Sum } from './table.ts'

export interface PrintReading extends RecapReading {
  letterhead: Letterhead
  signers: Signers
}

/** The recap as a letter: no links, those not yet verified in brackets, so that it reads in grey too. */
export function recapPrintPage(context: Context, reading: PrintReading) {
  const { t, locale, now, actor } = context
  const { question, figures, unitName, letterhead, signers } = reading
  const at = showInstant(now, actor.timeZone, locale, 'long')
  return {
    title: t('recap.printTitle'),
    orientation: 'c-rekap',
    back: paths.recap(queryOf(question)),
    kop: letterhead.lines,
    filter: t('recap.printFilter', {
      period: periodInWords(question, locale, 'long'),
      unit: unitName,
      at,
    }),
    legend: [t('recap.printLegend'), ...legendOf(figures, t)].join(' '),
    tables: [printTable(context, reading), ...printSums(context, reading)],
    isEmpty: hasNothing(figures),
    signatures: signaturesOf(context, letterhead, signers),
    foot: t('app.printFoot', { at }),
  }
}

/** More columns than that, those beside the figures too, fit a lying sheet only when they are set closely. */
const mostAtEase = 16

function printTable({ t, locale, today }: Context, { question, figures }: RecapReading) {
  const { table, rowNames, columnNames, extras } = figures
  const hasColumns = question.columns !== 'jumlah'
  const text = (sum: Sum) => pairText(sum, locale)
  const cellText = (sum: Sum, index: number) =>
    isAhead(columnNames[index]!, today) && countOf(sum) === 0 ? '–' : text(sum)
  const line = (cells: Sum[], total: Sum, counts: number[]) => [
    text(total),
    ...(hasColumns ? cells.map(cellText) : []),
    onTime(total, t, locale),
    showNumber(total.delayed, locale),
    ...counts.map((count) => showNumber(count, locale)),
  ]
  const columns = [
    t('recap.total'),
    ...(hasColumns ? columnNames.map(({ label }) => label) : []),
    t('recap.onTime'),
    t('recap.delayed'),
    ...extras.map(({ label }) => label),
  ]
  return {
    isWide: columns.length > mostAtEase,
    caption: captionOf(question, t, locale),
    title: '',
    corner: cornerOf(question, t),
    columns,
    rows: table.rows.map(({ cells, total }, index) => ({
      label: rowNames[index]!.label,
      detail: rowNames[index]!.detail,
      cells: line(
        cells,
        total,
        extras.map(({ counts }) => counts[index]!),
      ),
    })),
    foot: line(
      table.totals,
      table.total,
      extras.map(({ total }) => total),
    ),
  }
}

const pairText = ({ verified, unverified }: Pair, locale: Locale): string =>
  unverified === 0
    ? showNumber(verified, locale)
    : `${showNumber(verified, locale)} (${showNumber(unverified, locale)})`

function printSums({ t, locale }: Context, { question, figures }: RecapReading) {
  const { table, sums, rowNames } = figures
  if (sums.length === 0) return []
  const rows = table.rows.map((_, at) => ({
    label: rowNames[at]!.label,
    detail: rowNames[at]!.detail,
    cells: sums.map(({ cells }) => pairText(cells[at]!, locale)),
  }))
  return [
    {
      isWide: false,
      caption: t('recap.sums'),
      title: t('recap.sums'),
      corner: cornerOf(question, t),
      columns: sums.map(({ label }) => label),
      rows: question.rows === 'jenis' ? [] : rows,
      foot: sums.map(({ total }) => pairText(total, locale)),
    },
  ]
}
