import type { Db } from './platform/db/connect.ts'
import { type Listener, pruneOutbox, workOffOne } from './platform/db/outbox.ts'
import type { Log } from './platform/http/log.ts'

export interface WorkDeps {
  db: Db
  clock: () => Date
  log: Log
}

/** Who acts on what happened. The audit has it already; here is only what goes beyond. */
const listeners: Record<string, Listener[]> = {}

const pauseMs = 2000

/** Works off the outbox, and once a night what belongs to the night. One process or several: each event is done once. */
export function startWorker({ db, clock, log }: WorkDeps): { stop: () => Promise<void> } {
  let stopped = false
  let wake = () => {}
  const rest = () =>
    new Promise<void>((settle) => {
      const timer = setTimeout(settle, pauseMs)
      wake = () => {
        clearTimeout(timer)
        settle()
      }
    })
  const turn = async () => {
    while (!stopped) {
      const busy = await workOffOne(db, listeners, clock(), (error) => log.error({ err: error }, 'listener')).catch(
        (error: unknown) => {
          log.error({ err: error }, 'outbox')
          return false
        },
      )
      if (!busy && !stopped) await rest()
    }
  }
  const running = turn()
  return {
    stop: async () => {
      stopped = true
      wake()
      await running
    },
  }
}

/** What is done once a night, in this order. */
export const nightly = [pruneOutbox]
