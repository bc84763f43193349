import { kills } from './f01-kills.ts'

/** What came of a fault: the figure in the words of docs/reliability.md, and what must not have been. */
export interface Found {
  figure: string
  violations: string[]
}

export interface Fault {
  name: string
  what: string
  run: () => Promise<Found>
}

/** In the order in which they run. */
export const faults: Fault[] = [kills]
