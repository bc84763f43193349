import type { NamedUnit } from '../../administration/units/index.ts'
import { showNumber, showTime, zoneName } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { cornerOf } from './axes.ts'
import {
  type Cell,
  captionOf,
  cellOf,
  type Figures,
  filterOf,
  hasNothing,
  isAhead,
  legendOf,
  notYet,
  onTime,
  periodInWords,
} from './figures.ts'
import { columnKinds, earlier, later, periodKinds, type Question, queryOf, rowKinds } from './question.ts'
import type { Pair } from './sum-tally.ts'
import { countOf, type Sum } from './table.ts'

export interface RecapReading {
  question: Question
  figures: Figures
  /** The unit it is narrowed down to. */
  unit: NamedUnit | null
  /** What it was called at the end of the period, or the actor's own unit where it is not narrowed. */
  unitName: string
  /** The polsek to which it can be narrowed down. */
  units: NamedUnit[]
}

export function recapPage(context: Context, reading: RecapReading) {
  const { t, locale, now, actor } = context
  const { question, figures, unitName } = reading
  const isEmpty = hasNothing(figures)
  const time = `${showTime(now, actor.timeZone, locale)} ${zoneName(actor.timeZone)}`
  return {
    title: t('recap.title'),
    heading: t('recap.title'),
    period: periodInWords(question, locale),
    unit: unitName,
    asOf: t('app.asOf', { time }),
    ...neighbours(context, question),
    actions: actionsOf(context, queryOf(question)),
    form: formOf(context, reading),
    table: isEmpty ? [] : [tableModel(context, question, figures)],
    sums: figures.sums.length === 0 ? [] : [sumsModel(context, question, figures)],
    earlierAction: t(`recap.earlier.${question.kind}`),
  }
}

/** On a phone four buttons find place in two lines: what they show is short, and their name says all. */
const actionsOf = ({ t }: Context, query: Record<string, string>) => {
  const sheet = paths.recapFile({ ...query, bentuk: 'xlsx' })
  return [
    { href: sheet, icon: 'download', label: t('app.xlsx.short'), name: t('app.xlsx') },
    { href: paths.recapFile(query), icon: 'download', label: t('app.csv.short'), name: t('app.csv') },
    { href: paths.printRecap(query), icon: 'printer', label: t('app.print'), name: t('app.print') },
    { href: paths.recapText(query), icon: 'message', label: t('recap.text.short'), name: t('recap.text.title') },
  ]
}

function neighbours({ t, today }: Context, question: Question) {
  const next = later(question, today)
  return {
    earlier: { href: paths.recap(queryOf(earlier(question))), label: t(`recap.earlier.${question.kind}`) },
    later: { href: next ? paths.recap(queryOf(next)) : '', label: t(`recap.later.${question.kind}`) },
  }
}

function formOf({ t, today }: Context, { question, units }: RecapReading) {
  const option = (value: string, label: string, chosen: string) => ({ value, label, selected: value === chosen })
  return {
    action: paths.recap(),
    today,
    day: question.day,
    selects: [
      {
        name: 'periode',
        label: t('recap.period'),
        options: periodKinds.map((kind) => option(kind, t(`recap.period.${kind}`), question.kind)),
      },
      {
        name: 'baris',
        label: t('recap.rows'),
        options: rowKinds.map((rows) => option(rows, t(`recap.rows.${rows}`), question.rows)),
      },
      {
        name: 'kolom',
        label: t('recap.columns'),
        options: [...columnKinds, ...(question.columns === 'jumlah' ? (['jumlah'] as const) : [])].map((columns) =>
          option(columns, t(`recap.columns.${columns}`), question.columns),
        ),
      },
      ...(units.length < 2 && question.unitPath === ''
        ? []
        : [
            {
              name: 'satuan',
              label: t('recap.unit'),
              options: [{ path: '', name: t('recap.allUnits') }, ...units].map(({ path, name }) =>
                option(path, name, question.unitPath),
              ),
            },
          ]),
    ],
  }
}

/** The table as a screen shows it: every number that counts something leads to what it counts. */
export function tableModel({ t, locale, today }: Context, question: Question, figures: Figures) {
  const { table, rowNames, columnNames, extras } = figures
  const hasColumns = question.columns !== 'jumlah'
  const cellsOf = (sums: Sum[], row: string | undefined): Cell[] =>
    !hasColumns
      ? []
      : sums.map((sum, index) => {
          const column = columnNames[index]!
          return isAhead(column, today) && countOf(sum) === 0
            ? notYet
            : cellOf(sum, filterOf(question, row, column), locale)
        })
  const extra = (row: string | undefined, at: number) =>
    extras.map(({ counts, total, href }) => {
      const count = row === undefined ? total : counts[at]!
      return { text: showNumber(count, locale), href: count === 0 ? '' : href(row) }
    })
  const timed = (text: string, count: number, waktu: string, row: string | undefined) => ({
    text,
    href: count === 0 ? '' : paths.reports({ ...filterOf(question, row, undefined), keadaan: 'dihitung', waktu }),
  })
  const line = (sums: Sum[], total: Sum, row: string | undefined, at: number) => ({
    cells: [cellOf(total, filterOf(question, row, undefined), locale), ...cellsOf(sums, row)],
    onTime: timed(onTime(total, t, locale), total.late, 'terlambat', row),
    delayed: timed(showNumber(total.delayed, locale), total.delayed, 'lama-terkirim', row),
    extras: extra(row, at),
  })
  return {
    caption: captionOf(question, t, locale),
    corner: cornerOf(question, t),
    hasDays: question.columns === 'hari' || question.columns === 'minggu',
    columns: [t('recap.total'), ...(hasColumns ? columnNames.map(({ label }) => label) : [])],
    rows: table.rows.map(({ key, cells, total }, index) => {
      const { label, detail, href } = rowNames[index]!
      return { label, detail, href, ...line(cells, total, key, index) }
    }),
    foot: line(table.totals, table.total, undefined, 0),
    // Where there are that many, each must do with less, so that all of them fit a desk.
    extras: extras.map(({ label }) => ({ label, isLong: extras.length < 4 && label.split(' ').length > 2 })),
    legend: legendOf(figures, t),
  }
}

/** Where types are rows, each question has its own type only: the sum says all. */
function sumsModel({ t, locale }: Context, question: Question, { table, sums, rowNames }: Figures) {
  const cell = (sum: Pair, type: string, row: string | undefined) =>
    cellOf(sum, { ...filterOf(question, row, undefined), jenis: type }, locale)
  const rows = table.rows.map(({ key }, at) => ({
    label: rowNames[at]!.label,
    detail: rowNames[at]!.detail,
    cells: sums.map(({ cells, type }) => cell(cells[at]!, type, key)),
  }))
  return {
    title: t('recap.sums'),
    corner: cornerOf(question, t),
    columns: sums.map(({ label }) => label),
    rows: question.rows === 'jenis' ? [] : rows,
    foot: sums.map(({ total, type }) => cell(total, type, undefined)),
  }
}
