import { addDays, type Day, dateOf, daysIn, type Period, weekStart } from '../../kernel/days.ts'
import type { Locale, Text } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Field } from '../../reports/engine/index.ts'
import type { Say } from '../../sentences/say.ts'
import { type Question, queryOf } from './question.ts'
import type { Recap } from './recap.ts'
import type { Officer } from './roster.queries.ts'

/** What the recap needs to know of a report type. */
export interface TypeName {
  key: string
  title: Text
  short: Text
  fields: Readonly<Record<string, Pick<Field, 'label' | 'readAs' | 'recap'>>>
}

export interface Words {
  t: Say
  locale: Locale
  types: readonly TypeName[]
}

/** What narrows a list of reports down to what one number counts. */
export type ListFilter = Partial<Record<'jenis' | 'satuan' | 'petugas' | 'dari' | 'sampai', string>>

export interface RowName {
  label: string
  /** A second line, for telling officers of one name apart. */
  detail: string
  href: string
  /** The same in cells of their own, under `rowHead`. */
  cells: string[]
}

export interface ColumnName {
  label: string
  filter: ListFilter
  from: Day
}

export function rowHead({ rows }: Question, t: Say): string[] {
  if (rows === 'petugas') return [t('personnel.pangkat'), t('personnel.name'), t('session.nrp'), t('personnel.unit')]
  return [t(`recap.rows.${rows}`)]
}

/** The same in one cell. */
export const cornerOf = ({ rows }: Question, t: Say): string => t(`recap.rows.${rows}`)

export const rowFilter = ({ rows }: Question, key: string): ListFilter =>
  ({ polsek: { satuan: key }, petugas: { petugas: key }, jenis: { jenis: key } })[rows]

/** What every number of the recap has in common. */
export const baseFilter = ({ unitPath, period }: Question): ListFilter => ({
  ...(unitPath === '' ? {} : { satuan: unitPath }),
  dari: period.from,
  sampai: period.until,
})

/** The rows that are shown also when they have nothing, in their order. */
export function rowKeys({ rows }: Question, recap: Recap, types: readonly TypeName[]): string[] {
  if (rows === 'polsek') return recap.polsek.map(({ path }) => path)
  return rows === 'petugas' ? recap.officers.map(({ id }) => id) : types.map(({ key }) => key)
}

export function rowName(
  question: Question,
  key: string,
  recap: Recap,
  unitPath: string,
  { t, locale, types }: Words,
): RowName {
  if (question.rows === 'petugas') return officerName(recap.officers.find(({ id }) => id === key)!, unitPath, t)
  if (question.rows === 'jenis') return plainName(types.find((type) => type.key === key)?.title[locale] ?? key)
  const name = recap.polsek.find(({ path }) => path === key)?.name ?? key
  return { ...plainName(name), href: paths.recap({ ...queryOf(question), baris: 'petugas', satuan: key }) }
}

const plainName = (label: string): RowName => ({ label, detail: '', href: '', cells: [label] })

function officerName({ pangkat, name, nrp, state, units }: Officer, unitPath: string, t: Say): RowName {
  const place = units.map((unit) => unit.name).join(', ')
  // Where all are of one polsek, the page has said which.
  const shown = units.every(({ path }) => path === unitPath) ? '' : place
  const detail = [shown, state === 'active' ? '' : t('recap.suspended')].filter((part) => part !== '').join(', ')
  return { label: `${pangkat} ${name}`, detail, href: '', cells: [pangkat, name, nrp, place] }
}

export function columnKeys({ columns, period }: Question, types: readonly TypeName[]): string[] {
  if (columns === 'jenis') return types.map(({ key }) => key)
  if (columns === 'hari') return daysIn(period)
  return columns === 'minggu' ? [...new Set(daysIn(period).map(weekStart))] : ['']
}

export function columnName({ columns, kind, period }: Question, key: string, { t, locale, types }: Words): ColumnName {
  if (columns === 'hari') {
    const number = String(Number(key.slice(8)))
    const label = kind === 'bulan' ? number : `${weekday(key, t)} ${number}`
    return { label, filter: { dari: key, sampai: key }, from: key }
  }
  if (columns === 'minggu') {
    const { from, until } = within(period, { from: key, until: addDays(key, 6) })
    const label = from === until ? dayNumber(from) : `${dayNumber(from)}–${dayNumber(until)}`
    return { label, filter: { dari: from, sampai: until }, from }
  }
  if (columns === 'jumlah') return { label: '', filter: {}, from: period.from }
  const label = types.find((type) => type.key === key)?.short[locale] ?? key
  return { label, filter: { jenis: key }, from: period.from }
}

const dayNumber = (day: Day): string => String(Number(day.slice(8)))

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
const weekday = (day: Day, t: Say): string => t(`recap.weekday.${weekdays[dateOf(day).getUTCDay()]!}`)

const within = (outer: Period, inner: Period): Period => ({
  from: inner.from < outer.from ? outer.from : inner.from,
  until: inner.until > outer.until ? outer.until : inner.until,
})
