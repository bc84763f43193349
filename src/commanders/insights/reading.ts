import type { NamedUnit, UncoveredVillage, Village } from '../../administration/units/index.ts'
import { addDays, type Day } from '../../kernel/days.ts'
import { showSpan } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { FollowUpCounts } from '../../officers/follow-ups/index.ts'
import type { Measures } from '../quality/index.ts'
import type { Board } from './board.ts'
import type { EarlyWarning } from './early-warnings.pages.ts'

export interface RowName {
  key: string
  name: string
}

export interface DashboardReading {
  board: Board
  /** The unit it is narrowed down to. */
  unit: NamedUnit | null
  /** What it was called in that week, or the actor's own unit where it is not narrowed. */
  unitName: string
  /** The polsek to which it can be narrowed down. */
  units: NamedUnit[]
  rowKind: 'polsek' | 'petugas'
  names: RowName[]
  /** The chosen week is not over. */
  isOpen: boolean
  /** It is this week or the last one: only then what stands open now is shown beside its figures. */
  isRecent: boolean
  quality: Measures
  followUps: FollowUpCounts
  warnings: EarlyWarning[]
  /** Villages that nobody serves, and villages where nobody was visited for a fortnight. */
  without: UncoveredVillage[]
  quiet: Village[]
}

export const queryOf = ({ unit }: DashboardReading, week: Day) => ({
  minggu: week,
  ...(unit ? { satuan: unit.path } : {}),
})

/** What a list of reports needs to hold what a number of the chosen week counts. */
export const listFilter = ({ unit, board: { chosen } }: DashboardReading): Record<string, string> => ({
  ...(unit ? { satuan: unit.path } : {}),
  dari: chosen,
  sampai: addDays(chosen, 6),
  keadaan: 'dihitung',
})

export const weekInWords = (week: Day, locale: Locale): string =>
  showSpan({ from: week, until: addDays(week, 6) }, locale)
