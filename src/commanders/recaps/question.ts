import { type Actor, polsekRoles } from '../../access/policy/actor.ts'
import { addDays, type Day, isDay, type Period, type PeriodKind, periodOf } from '../../kernel/days.ts'

export const periodKinds = ['hari', 'minggu', 'bulan'] as const
export const rowKinds = ['polsek', 'petugas', 'jenis'] as const
export const columnKinds = ['jenis', 'hari', 'minggu'] as const

export type RowKind = (typeof rowKinds)[number]
/** `jumlah`: the period does not divide any further. */
export type ColumnKind = (typeof columnKinds)[number] | 'jumlah'

/** What somebody asks of the recap, once everything that made no sense has become the usual. */
export interface Question {
  kind: PeriodKind
  day: Day
  period: Period
  rows: RowKind
  columns: ColumnKind
  /** The unit it is narrowed down to, by path; '' for the whole scope. */
  unitPath: string
}

const firstDay = '2000-01-01'

const columnsWithin: Record<PeriodKind, readonly ColumnKind[]> = {
  hari: ['jenis'],
  minggu: ['jenis', 'hari'],
  bulan: ['jenis', 'minggu', 'hari'],
}

const oneOf = <T extends string>(values: readonly T[], given: unknown, otherwise: T): T =>
  values.find((value) => value === given) ?? otherwise

export function questionOf(query: Record<string, unknown>, actor: Pick<Actor, 'role'>, today: Day): Question {
  const kind = oneOf(periodKinds, query.periode, 'minggu')
  const day = dayWithin(query.tanggal, today)
  const rows = oneOf(rowKinds, query.baris, polsekRoles.includes(actor.role) ? 'petugas' : 'polsek')
  const possible = columnsWithin[kind].filter((columns) => columns !== rows)
  const columns = oneOf(possible, query.kolom, possible[0] ?? 'jumlah')
  const unitPath = typeof query.satuan === 'string' ? query.satuan : ''
  return { kind, day, period: periodOf(kind, day), rows, columns, unitPath }
}

/** Nothing has happened yet in days to come, and nothing was reported here in the last century. */
function dayWithin(given: unknown, today: Day): Day {
  const isKnown = typeof given === 'string' && isDay(given) && given >= firstDay && given <= today
  return isKnown ? given : today
}

/** The question as the query of an address, with every part said: sent to a colleague, it asks the same tomorrow. */
export const queryOf = ({ kind, day, rows, columns, unitPath }: Question): Record<string, string> => ({
  periode: kind,
  tanggal: day,
  baris: rows,
  ...(columns === 'jumlah' ? {} : { kolom: columns }),
  ...(unitPath === '' ? {} : { satuan: unitPath }),
})

/** The same question of the period before. */
export const earlier = (question: Question): Question => moved(question, addDays(question.period.from, -1))

/** The same question of the period after, while that has begun. */
export function later(question: Question, today: Day): Question | undefined {
  const day = addDays(question.period.until, 1)
  return day <= today ? moved(question, day) : undefined
}

const moved = (question: Question, day: Day): Question => ({ ...question, day, period: periodOf(question.kind, day) })
