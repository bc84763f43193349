import { paths } from '../../kernel/paths.ts'
import type { Say } from '../../sentences/say.ts'
import { baseFilter, type ListFilter, rowFilter } from './axes.ts'
import type { Question } from './question.ts'
import type { Recap } from './recap.ts'
import type { Sum, Table } from './table.ts'

/** A column beside the totals, for what is in neither of a cell's two figures. */
export interface Extra {
  label: string
  /** One for each row of the table. */
  counts: number[]
  total: number
  /** Where the number of that row, or of all, is spelled out. */
  href: (row: string | undefined) => string
}

/** What is rare has a column only where it occurs; nihil and silent days have theirs wherever officers are rows. */
export function extrasOf(question: Question, table: Table, { days }: Recap, t: Say): Extra[] {
  const filter = (row: string | undefined): ListFilter => ({
    ...baseFilter(question),
    ...(row === undefined ? {} : rowFilter(question, row)),
  })
  const ofState = (label: string, count: (sum: Sum) => number, keadaan: string): Extra[] =>
    count(table.total) === 0
      ? []
      : [
          {
            label,
            counts: table.rows.map(({ total }) => count(total)),
            total: count(table.total),
            href: (row) => paths.reports({ ...filter(row), keadaan }),
          },
        ]
  const ofDays = (label: string, which: 'nihil' | 'silent' | 'absent', isi: string): Extra => {
    const counts = table.rows.map(({ key }) => days.find(({ personId }) => personId === key)?.[which] ?? 0)
    const total = counts.reduce((sum, count) => sum + count, 0)
    return { label, counts, total, href: (row) => paths.daysTold({ ...filter(row), isi }) }
  }
  return [
    ...ofState(t('recap.accepted'), ({ accepted }) => accepted, 'tanpa-dibaca'),
    ...ofState(t('recap.brief'), ({ brief }) => brief, 'kilat'),
    ...(question.rows === 'petugas'
      ? [
          ofDays(t('recap.nihil'), 'nihil', ''),
          ofDays(t('recap.silent'), 'silent', 'tanpa-kabar'),
          ...[ofDays(t('recap.absent'), 'absent', 'tidak-hadir')].filter(({ total }) => total > 0),
        ]
      : []),
  ]
}
