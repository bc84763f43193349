/** What of a report is not as it was written. */
export const reportParts = [
  'state',
  'columns',
  'answers',
  'photos',
  'source',
  'decision',
  'addendum',
  'outcome',
  'replaced',
  'number',
  'writtenAt',
] as const
export type ReportPart = (typeof reportParts)[number]

export const entryFaults = ['changed', 'missing', 'gap', 'inserted', 'repeated', 'unsealed'] as const

/** What a check has found, with the name of the thing. */
export type Fault =
  | { kind: 'cutOff' }
  | { kind: 'entry'; why: (typeof entryFaults)[number]; ordinal: number; entry: string }
  | { kind: 'report'; why: 'removed' | 'inserted'; report: string; number: string; unitPath: string; entry?: string }
  | {
      kind: 'report'
      why: 'changed'
      part: ReportPart
      report: string
      number: string
      unitPath: string
      entry?: string
    }
  | { kind: 'nihil'; why: 'changed' | 'removed' | 'inserted'; nrp: string; day: string; unitPath: string }
  | { kind: 'photo'; why: 'changed' | 'removed'; report: string; number: string; unitPath: string; hash: string }

/** One line of plain text for the command line and the log; holds numbers and ids, no content. */
export function faultLine(fault: Fault): string {
  if (fault.kind === 'cutOff')
    return 'chain: the head from outside is not in it; its end was cut off or all of it made anew'
  if (fault.kind === 'entry') return `entry ${fault.entry} (link ${fault.ordinal}): ${fault.why}`
  if (fault.kind === 'nihil') return `nihil of NRP ${fault.nrp} on ${fault.day}: ${fault.why}`
  const name = fault.number === '' ? fault.report : `${fault.number} (${fault.report})`
  if (fault.kind === 'photo') return `report ${name}: photo ${fault.hash.slice(0, 12)} ${fault.why}`
  const entry = fault.entry === undefined ? '' : `, told by entry ${fault.entry}`
  return `report ${name}: ${fault.why === 'changed' ? `${fault.part} changed` : fault.why}${entry}`
}
