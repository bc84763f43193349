import { uptime } from 'node:os'

const minuteMs = 60_000
/** Corrections up to this are ordinary (NTP steps, leap seconds) and followed at once. */
const toleranceMs = minuteMs / 2
/** After so long a jump is taken for the truth. */
export const holdMs = 10 * minuteMs

/** What tells the time; each part in milliseconds. */
export interface Timers {
  /** The time of day, as the machine believes it. */
  wall: () => number
  /** Never set by anybody; stands still while the machine sleeps. */
  monotonic: () => number
  /** Goes on while the machine sleeps. */
  sinceBoot: () => number
}

const machine: Timers = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  sinceBoot: () => uptime() * 1000,
}

interface Reading {
  wall: number
  monotonic: number
}

export interface Jump {
  jumpMs: number
}

/**
 * The time of day, without the jumps of a clock that is set wrong for a while: a jump is followed only once it has lasted
 * ten minutes; until then time goes on as the monotonic clock measures it. What is stored meanwhile has the right time. A
 * new process takes the clock of the machine as it is: who has set it right and wants it at once starts the server anew.
 */
export function steadyClock(onJump: (jump: Jump) => void = () => undefined, timers: Timers = machine): () => Date {
  const read = (): Reading => ({ wall: timers.wall(), monotonic: timers.monotonic() })
  const goesOn = (from: Reading, now: Reading) => from.wall + now.monotonic - from.monotonic
  const isNear = (one: number, other: number) => Math.abs(one - other) <= toleranceMs
  let trusted = read()
  let bootAt = timers.sinceBoot()
  let doubted: Reading | undefined

  const trust = (now: Reading): Date => {
    trusted = now
    bootAt = timers.sinceBoot()
    doubted = undefined
    return new Date(now.wall)
  }
  const hasSlept = (now: Reading) => isNear(trusted.wall + timers.sinceBoot() - bootAt, now.wall)

  return () => {
    const now = read()
    const expected = goesOn(trusted, now)
    if (isNear(expected, now.wall)) {
      // Asking for the time since boot reads a file: once a second is enough.
      if (now.monotonic - trusted.monotonic < 1000 && !doubted) return new Date(now.wall)
      return trust(now)
    }
    if (hasSlept(now)) return trust(now)
    if (!doubted || !isNear(goesOn(doubted, now), now.wall)) {
      doubted = now
      onJump({ jumpMs: Math.round(now.wall - expected) })
    }
    return now.monotonic - doubted.monotonic >= holdMs ? trust(now) : new Date(expected)
  }
}
