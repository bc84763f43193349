import type { OfficerDays } from '../nihil/index.ts'
import type { NamedUnit } from '../units/index.ts'
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
