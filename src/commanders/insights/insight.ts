import { percentOf, type Share } from '../quality/index.ts'

/** Below that a change is said in numbers: "from 8 to 12", not "50 %". */
const fewReports = 30
/** A row with less than this of its target is named, in per cent. */
const furthest = 90
/** Fewer expected than that say nothing of a row. */
const leastExpected = 20

export interface Standing {
  name: string
  attainment: Share
}

export type Change =
  | { kind: 'same'; now: number }
  | { kind: 'up' | 'down'; percent: number }
  | { kind: 'from'; before: number; now: number }

/** How the number of reports has moved since the week before. */
export function changeOf(before: number, now: number): Change {
  if (before === now) return { kind: 'same', now }
  if (Math.min(before, now) < fewReports) return { kind: 'from', before, now }
  const percent = Math.round((100 * Math.abs(now - before)) / before)
  // Less than half a per cent is no change that one can steer by.
  return percent === 0 ? { kind: 'same', now } : { kind: now > before ? 'up' : 'down', percent }
}

/** The row that is furthest below its target, where one is far enough. */
export function furthestBehind(rows: readonly Standing[]): Standing | undefined {
  const behind = rows.filter(({ attainment }) => attainment.of >= leastExpected && percentOf(attainment)! < furthest)
  return behind.reduce<Standing | undefined>(
    (worst, one) => (worst && percentOf(worst.attainment)! <= percentOf(one.attainment)! ? worst : one),
    undefined,
  )
}
