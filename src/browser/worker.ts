import { all } from './dom.ts'
import { saveNow } from './signs.ts'

/** Starts the service worker, and says when a new release waits for a form to be finished. */
export function startWorker(): void {
  // Directly: a `load` listener of a late module would never be called.
  if ('serviceWorker' in navigator && 'caches' in globalThis) void register().catch(noSync)
  // Firefox and Safari send nothing while no page is open.
  if (!('SyncManager' in globalThis && 'serviceWorker' in navigator)) noSync()
}

/** The sentences on the page that promise sending by itself give way to those that ask to open it again. */
const noSync = (): void => document.documentElement.classList.add('no-sync')

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) announce(registration.waiting)
  }
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer))
  registration.waiting?.postMessage('take over', [])
  offer()
}

function announce(waiting: ServiceWorker): void {
  for (const banner of all('[data-new-release]')) {
    banner.hidden = false
    for (const button of all('button', banner))
      button.addEventListener('click', () => void reload(waiting), { once: true })
  }
  waiting.addEventListener('statechange', () => {
    if (waiting.state !== 'activated') return
    for (const banner of all('[data-new-release]')) banner.hidden = true
  })
}

/** The page that comes next is of the new release, and brings back what was typed here. */
async function reload(waiting: ServiceWorker): Promise<void> {
  const works: Promise<void>[] = []
  document.dispatchEvent(new CustomEvent(saveNow, { detail: works }))
  await Promise.all(works)
  waiting.postMessage('take over', [])
  location.reload()
}
