import type { Db } from '../platform/db/connect.ts'
import type { Log } from '../platform/http/log.ts'
import { beat } from './heartbeat.commands.ts'

const everyMs = 60_000

export interface Heart {
  db: Db
  clock: () => Date
  log: Log
}

/** Beats at once and every minute, as long as the process serves. A beat that fails is a minute that is missing, and that is all. */
export function startHeartbeat({ db, clock, log }: Heart): { stop: () => Promise<void> } {
  let running: Promise<unknown> | undefined
  const turn = () => {
    // One that hangs is not overtaken: it is the hanging that the next one measures.
    running ??= beat(db, clock())
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
    },
  }
}
