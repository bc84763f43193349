import type { NamedUnit } from '../../administration/units/index.ts'
import type { OfficerDays } from '../../officers/nihil/index.ts'
import type { Officer } from './roster.queries.ts'
import type { SumTally } from './sum-tally.ts'
import type { Tally } from './table.ts'

export interface Recap {
  tallies: Tally[]
  /** For rows of units. */
  polsek: NamedUnit[]
  /** For rows of people. */
  officers: Officer[]
  days: OfficerDays[]
  sums: SumTally[]
}
