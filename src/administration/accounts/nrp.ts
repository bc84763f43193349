import type { Day } from '../../kernel/days.ts'

/** Nobody serves younger or older than this; the margin on top is for those whose papers round it. */
const youngest = 17
const oldest = 60

export { tidyCode as tidyNrp } from '../../kernel/tidy.ts'

export type NrpFault = 'empty' | 'digits' | 'length' | 'birth'

/** What is wrong with an NRP: 8 digits, of which the first four are the year and month of a serving person's birth. */
export function nrpFault(nrp: string, today: Day): NrpFault | undefined {
  if (nrp === '') return 'empty'
  if (!/^\d+$/.test(nrp)) return 'digits'
  if (nrp.length !== 8) return 'length'
  return isBirthMonth(nrp.slice(0, 4), Number(today.slice(0, 4))) ? undefined : 'birth'
}

function isBirthMonth(yymm: string, year: number): boolean {
  const month = Number(yymm.slice(2))
  // Two digits of a year: of the century that lets the person be alive.
  const age = (year - Number(yymm.slice(0, 2))) % 100
  return month >= 1 && month <= 12 && age >= youngest && age <= oldest
}
