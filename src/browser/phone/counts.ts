import { all, say } from '../dom.ts'
import { deviceNow } from './clock.ts'
import { toggle } from './network.ts'
import type { Place } from './place.ts'
import { queuedReports } from './queue.ts'

const day = 86_400_000

/** How much waits: in the bar of every page, and in the strips. A colleague's is only counted. */
export async function countQueue({ person }: Place): Promise<void> {
  const own = (await queuedReports()).filter((report) => report.person === person)
  const old = own.filter(({ queuedAt }) => deviceNow().getTime() - queuedAt > day)
  fill('[data-queue-count]', own.length)
  fill('[data-queue-old]', old.length)
  toggle('over-a-day', old.length > 0)
  const isFull = await nearlyFull()
  fill('[data-queue-full]', own.length)
  toggle('nearly-full', isFull && own.length > 0)
}

function fill(selector: string, count: number): void {
  for (const element of all(selector)) {
    element.hidden = count === 0
    element.textContent = say(element, 'words', { count })
  }
}

async function nearlyFull(): Promise<boolean> {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {}
  return quota > 0 && usage / quota > 0.9
}
