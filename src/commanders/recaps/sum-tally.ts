import type { Sum } from './table.ts'

export type Pair = Pick<Sum, 'verified' | 'unverified'>

/** What the answers to one question of a type come to, in the reports of one row. */
export interface SumTally extends Pair {
  row: string
  type: string
  field: string
}
