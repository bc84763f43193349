import type { Db } from '../../platform/db/connect.ts'
import type { Log } from '../../platform/http/log.ts'
import { beat } from './heartbeat.commands.ts'
import { leastOutageMs } from './outages.ts'

const everyMs = 60_000

export interface Heart {
  db: Db
  clock: () => Date
  log: Log
  monotonic?: () => number
}

/** When a beat of this process last succeeded, by its monotonic clock. */
let beatenAt: number | undefined

/** Whether this process has written a sign of life lately, by a clock that nobody sets: then no silence is an outage. */
export const isBeating = (monotonic = () => performance.now()): boolean =>
  beatenAt !== undefined && monotonic() - beatenAt < leastOutageMs

/** Beats at once and every minute, as long as the process serves. A beat that fails is a minute that is missing, and that is all. */
export function startHeartbeat({ db, clock, log, monotonic = () => performance.now() }: Heart): {
  stop: () => Promise<void>
} {
  let running: Promise<unknown> | undefined
  beatenAt = undefined
  const beatOnce = async () => {
    const began = monotonic()
    await beat(db, clock(), beatenAt === undefined ? null : began - beatenAt)
    beatenAt = began
  }
  const turn = () => {
    // One that hangs is not overtaken: it is the hanging that the next one measures.
    running ??= beatOnce()
      .catch((error: unknown) => log.error({ err: error }, 'heartbeat'))
      .finally(() => {
        running = undefined
      })
  }
  turn()
  const timer = setInterval(turn, everyMs)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
      beatenAt = undefined
    },
  }
}
