import type { Day } from '../../kernel/days.ts'
import { type Length, showLongDay, showMonth, showNumber, showSpan } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Say } from '../../sentences/say.ts'
import {
  baseFilter,
  type ColumnName,
  columnKeys,
  columnName,
  type ListFilter,
  type RowName,
  rowFilter,
  rowKeys,
  rowName,
  type Words,
} from './axes.ts'
import { type Extra, extrasOf } from './extras.ts'
import type { Question } from './question.ts'
import type { Recap } from './recap.ts'
import { type Pair } from './sum-tally.ts'
import { type SumColumn, sumColumnsOf } from './sums.ts'
import { countOf, type Sum, type Table, tableOf } from './table.ts'

/** A recap with everything named: the screen, the paper and the file are made from it. */
export interface Figures {
  table: Table
  extras: Extra[]
  sums: SumColumn[]
  rowNames: RowName[]
  columnNames: ColumnName[]
}

/** `scope` is the unit that is looked at: officers of it alone need not name it again. */
export function figuresOf(question: Question, recap: Recap, unitPath: string, words: Words): Figures {
  const { types } = words
  const table = tableOf(rowKeys(question, recap, types), columnKeys(question, types), recap.tallies)
  return {
    table,
    extras: extrasOf(question, table, recap, words.t),
    sums: sumColumnsOf(table, recap, words),
    rowNames: table.rows.map(({ key }) => rowName(question, key, recap, unitPath, words)),
    columnNames: table.columns.map((key) => columnName(question, key, words)),
  }
}

/** A number, and the list of exactly the reports that it counts; 0 has no list. */
export interface Figure {
  text: string
  href: string
}

export interface Cell {
  verified: Figure
  /** Its text is '' when nothing waits. */
  unverified: Figure
}

export function cellOf({ verified, unverified }: Pair, filter: ListFilter, locale: Locale): Cell {
  const { jenis, satuan, petugas, dari, sampai } = filter
  // What differs from cell to cell comes last, so that a page of a thousand addresses packs well.
  const list = (count: number, keadaan: string) =>
    count === 0 ? '' : paths.reports({ petugas, satuan, keadaan, jenis, dari, sampai })
  return {
    verified: { text: showNumber(verified, locale), href: list(verified, 'terverifikasi') },
    unverified: {
      text: unverified === 0 ? '' : showNumber(unverified, locale),
      href: list(unverified, 'belum-terverifikasi'),
    },
  }
}

/** A day that has not come is not a day without work. */
export const notYet: Cell = { verified: { text: '–', href: '' }, unverified: { text: '', href: '' } }

export const isAhead = ({ from }: ColumnName, today: Day): boolean => from > today

export const filterOf = (question: Question, row: string | undefined, column: ColumnName | undefined): ListFilter => ({
  ...baseFilter(question),
  ...(row === undefined ? {} : rowFilter(question, row)),
  ...column?.filter,
})

const fewReports = 10

/** How much came in time. A share of a few reports would say more than is known. */
export function onTime(sum: Sum, t: Say, locale: Locale): string {
  const count = countOf(sum)
  const inTime = count - sum.late
  if (count === 0) return '–'
  if (count < fewReports) return t('recap.onTimeOf', { onTime: inTime, count })
  // Rounded down: a hundred per cent is only said when nothing was late.
  return t('recap.onTimePercent', { percent: showNumber(Math.floor((inTime * 100) / count), locale) })
}

export function periodInWords({ kind, period }: Question, locale: Locale, months?: Length): string {
  if (kind === 'hari') return showLongDay(period.from, locale)
  if (kind === 'bulan') return showMonth(period.from, locale)
  return showSpan(period, locale, months)
}

export const captionOf = (question: Question, t: Say, locale: Locale): string => {
  const period = periodInWords(question, locale)
  const rows = t(`recap.rows.${question.rows}`).toLowerCase()
  if (question.columns === 'jumlah') return t('recap.captionTotal', { rows, period })
  return t('recap.caption', { rows, columns: t(`recap.columns.${question.columns}`).toLowerCase(), period })
}

/** Neither reports nor days without any. */
export const hasNothing = ({ table, extras }: Figures): boolean =>
  countOf(table.total) === 0 && extras.every(({ total }) => total === 0)

/** What the columns beside the totals mean, as far as they are there. */
export const legendOf = ({ table, extras }: Figures, t: Say): string[] => [
  ...(table.total.brief > 0 ? [t('recap.legendBrief')] : []),
  ...(table.total.accepted > 0 ? [t('recap.legendAccepted')] : []),
  ...(extras.some(({ label }) => label === t('recap.silent')) ? [t('recap.legendSilent')] : []),
  ...(extras.some(({ label }) => label === t('recap.absent')) ? [t('recap.legendAbsent')] : []),
]
