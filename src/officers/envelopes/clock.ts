import type { EnvelopeClock } from './envelope.ts'

export interface WritingTime {
  /** By the server's clock, as well as can be known, and never after it came. */
  at: Date
  /** What was added to the phone's clock; undefined where it was never compared. */
  offsetMs: number | undefined
  /** What is odd about the clock. */
  odd: ClockFault[]
  /** What day it is for the rules: where the phone cannot know, the later one refuses less. */
  judgedAt: Date
}

export type ClockFault = 'unmeasured' | 'far' | 'back' | 'ahead'

const minute = 60_000
/** Farther from ours than any phone that sets its clock by the net. */
const farMs = 60 * minute
/** Before that there was nothing to write with: such a clock has been reset. */
const oldestMs = 180 * 86_400_000
/** What a measurement over a slow line may be wrong by. */
const slackMs = 2 * minute

const instantOf = (text: string | null): number | undefined => {
  const at = text === null ? Number.NaN : Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

/** When it was written. A clock that cannot be right refuses nothing; the reviewer is told. */
export function writingTimeOf(clock: EnvelopeClock, arrivedAt: Date): WritingTime {
  const written = Date.parse(clock.written)
  const offsetMs =
    typeof clock.offset === 'number' && Number.isFinite(clock.offset) ? Math.round(clock.offset) : undefined
  const measured = instantOf(clock.measured)
  const corrected = written + (offsetMs ?? 0)
  const latest = arrivedAt.getTime()
  const odd: ClockFault[] = []
  if (offsetMs === undefined) odd.push('unmeasured')
  else if (Math.abs(offsetMs) > farMs) odd.push('far')
  // It was compared with ours at a moment that, by its own account, was still to come.
  if (measured !== undefined && measured > written + slackMs) odd.push('back')
  if (corrected > latest + slackMs) odd.push('ahead')
  if (corrected < latest - oldestMs) odd.push('back')
  const at = corrected > latest || corrected < latest - oldestMs ? arrivedAt : new Date(corrected)
  return { at, offsetMs, odd, judgedAt: odd.length > 0 ? arrivedAt : at }
}
