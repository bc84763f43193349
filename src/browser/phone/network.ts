import { all, say, showTime } from '../dom.ts'
import { store, stored } from '../site-storage.ts'
import { broadcast } from './broadcast.ts'
import { deviceNow } from './clock.ts'
import type { Contact } from './contact.ts'
import { fetched } from './fetched.ts'

/** `silent`: nothing of ours answers. `ailing`: the server does, and says that it is not well. */
type Health = 'well' | 'silent' | 'ailing'

const again = 60_000
const patience = 8000
/** A person waits for the answer, and the phone can do without it. */
const shortPatience = 4000
const sinceKey = 'bos ailing since'
let timer: ReturnType<typeof setTimeout> | undefined
let health: Health = 'well'
/** ISO instant since when the server is not well; also where the browser refuses storage. */
let since: string | null = null

/** Says in a strip what is away: by what answers, never by what the browser believes of the network. */
export function watchNetwork(): void {
  for (const name of ['online', 'offline']) addEventListener(name, () => void probe())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && health !== 'well') void probe()
  })
  // A page that came from the server is an answer; one that the phone kept is none.
  if (navigator.serviceWorker?.controller) void probe()
}

/** Asks how the server is; while it is not well, each minute anew. */
export async function probe(): Promise<void> {
  const before = health
  health = await ask(patience)
  show()
  clearTimeout(timer)
  if (health !== 'well') timer = setTimeout(() => void probe(), again)
  else if (before !== 'well') broadcast({ kind: 'changed' })
}

async function ask(within: number): Promise<Health> {
  const answer = await fetched('/sehat', {}, within)
  if (!answer) return 'silent'
  const { now, ok } = (answer.json ?? {}) as { now?: unknown; ok?: unknown }
  if (answer.status >= 500) return 'ailing'
  // Somebody answers in our place: a portal that wants a sign-in of its own.
  if (typeof now !== 'string') return 'silent'
  return ok === true ? 'well' : 'ailing'
}

export const isReached = async (): Promise<boolean> => (await ask(shortPatience)) === 'well'

function show(): void {
  since = health === 'ailing' ? (stored('sessionStorage', sinceKey) ?? since ?? deviceNow().toISOString()) : null
  store('sessionStorage', sinceKey, since)
  toggle('no-signal', health === 'silent')
  toggle('server-down', health === 'ailing')
  for (const text of all('[data-since]'))
    if (since) text.textContent = say(text, 'words', { time: showTime(new Date(since)) })
}

/** The session ended while the page stood: what is typed stays, and goes once somebody has signed in again. */
export const sayContact = (contact: Contact): void => toggle('session-ended', contact === 'other')

export function toggle(banner: string, isShown: boolean): void {
  for (const element of all(`[data-strip="${banner}"]`)) element.hidden = !isShown
}
