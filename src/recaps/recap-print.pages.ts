import { showDay, showInstant, showNumber } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import type { Letterhead } from '../units/index.ts'
import { rowHead } from './axes.ts'
import { captionOf, hasNothing, isAhead, legendOf, onTime, periodInWords } from './figures.ts'
import { queryOf } from './question.ts'
import type { RecapReading } from './recaps.pages.ts'
import type { commanderOf } from './recaps.queries.ts'
import { countOf, type Sum } from './table.ts'

export interface PrintReading extends RecapReading {
  letterhead: Letterhead
  commander: Awaited<ReturnType<typeof commanderOf>>
}

/** The recap as a letter: no links, those not yet verified in brackets, so that it reads in grey too. */
export function recapPrintPage(context: Context, reading: PrintReading) {
  const { t, locale, now, today, actor } = context
  const { question, figures, unit, letterhead, commander } = reading
  const at = showInstant(now, actor.timeZone, locale, 'long')
  const signer = ({ name, pangkat, nrp, position }: Signer) => ({
    ...{ position: position.toUpperCase(), name: name.toUpperCase() },
    line: `${pangkat.toUpperCase()} NRP ${nrp}`,
  })
  return {
    title: t('recap.printTitle'),
    orientation: 'c-rekap',
    back: paths.recap(queryOf(question)),
    kop: letterhead.lines,
    filter: t('recap.printFilter', {
      ...{ period: periodInWords(question, locale, 'long'), unit: unit?.name ?? actor.unitName, at },
    }),
    legend: [t('recap.printLegend'), ...legendOf(figures, t)].join(' '),
    table: printTable(context, reading),
    isEmpty: hasNothing(figures),
    placeAndDay: `${letterhead.place}, ${showDay(today, locale, 'long')}`,
    signer: signer(actor),
    commander: commander ? [signer(commander)] : [],
    foot: t('app.printFoot', { at }),
  }
}

interface Signer {
  name: string
  pangkat: string
  nrp: string
  position: string
}

/** More columns than that, those beside the figures too, fit a lying sheet only when they are set closely. */
const mostAtEase = 16

function printTable({ t, locale, today }: Context, { question, figures }: RecapReading) {
  const { table, rowNames, columnNames, extras } = figures
  const hasColumns = question.columns !== 'jumlah'
  const text = (sum: Sum) =>
    sum.unverified === 0
      ? showNumber(sum.verified, locale)
      : `${showNumber(sum.verified, locale)} (${showNumber(sum.unverified, locale)})`
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
    ...[t('recap.onTime'), t('recap.delayed')],
    ...extras.map(({ label }) => label),
  ]
  return {
    isWide: columns.length > mostAtEase,
    caption: captionOf(question, t, locale),
    corner: question.rows === 'petugas' ? t('recap.rows.petugas') : rowHead(question, t)[0]!,
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
