import type { Outage } from './outages.ts'

export interface MovedDeadline {
  /** Those of the last day that have moved it, in order. */
  outages: Outage[]
  usual: Date
  due: Date
}
