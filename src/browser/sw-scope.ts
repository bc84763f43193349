// As much of a service worker's world as ours uses: the library of a page and that of a worker cannot be loaded together.

interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void
}

interface Fetching extends Lasting {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}

interface Syncing extends Lasting {
  tag: string
}

interface Events {
  install: Lasting
  activate: Lasting
  fetch: Fetching
  sync: Syncing
  message: MessageEvent & Lasting
}

interface WorkerScope {
  addEventListener: <E extends keyof Events>(type: E, listener: (event: Events[E]) => void) => void
  skipWaiting: () => Promise<void>
  registration: ServiceWorkerRegistration
  clients: { claim: () => Promise<void> }
}

export const scope = globalThis as unknown as WorkerScope
