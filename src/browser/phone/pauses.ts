import { deviceNow } from './clock.ts'
import { openPhone, type Pause, type QueuedReport, write } from './db.ts'

const shortest = 2000
const longest = 10 * 60_000

/** Full jitter: anything up to the limit, which doubles. However often, it goes on. */
const waitAfter = (tries: number) => Math.random() * Math.min(longest, shortest * 2 ** Math.min(tries, 20))

const pause = async (): Promise<Pause | undefined> =>
  (await (await openPhone()).get('facts', 'pause')) as Pause | undefined

/** Whether nothing is to be sent now. A pause longer than any of ours comes from a clock that was set back. */
export async function pauseNow(eager: boolean): Promise<boolean> {
  const found = await pause()
  const left = (found?.until ?? 0) - deviceNow().getTime()
  return left > 0 && left <= longest && (!eager || found!.isAsked)
}

export const nextPause = async (): Promise<number> => (await pause())?.until ?? 0

export async function pauseAll(askedFor: number): Promise<void> {
  const tries = (await pause())?.tries ?? 0
  const wait = askedFor > 0 ? Math.min(longest, askedFor + Math.random() * shortest) : waitAfter(tries)
  const until = deviceNow().getTime() + wait
  await write(['facts'], (tx) =>
    tx.objectStore('facts').put({ tries: tries + 1, until, isAsked: askedFor > 0 }, 'pause'),
  )
}

export const clearPause = (): Promise<void> => write(['facts'], (tx) => tx.objectStore('facts').delete('pause'))

/** Puts one report behind the others for a while. */
export const postpone = ({ id }: QueuedReport): Promise<void> =>
  write(['queue'], async (tx) => {
    const here = await tx.objectStore('queue').get(id)
    if (!here) return
    const nextTry = deviceNow().getTime() + waitAfter(here.tries)
    await tx.objectStore('queue').put({ ...here, tries: here.tries + 1, nextTry })
  })
