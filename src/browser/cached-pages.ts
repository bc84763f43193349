// What the phone keeps of the site. Runs in pages and in the service worker: touches no document.

const shellPrefix = 'shell '
const pagesPrefix = 'pages '

export const shellName = (version: string): string => shellPrefix + version

/** The pages kept for a person; the rest of the name says of which day, language and release they are. */
export const pagesName = (person: string, edition: string): string => `${pagesPrefix}${person} ${edition}`

/** Held while somebody fills a form in: then no new release takes over. */
export const formLock = 'bos-form'

/** Held while the queue is on its way to the server. */
export const drainLock = 'bos-drain'

async function removeCaches(isMeant: (name: string) => boolean): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter(isMeant).map((name) => caches.delete(name)))
}

/** A kept page by its address without the query: of the newest edition that has it. */
export async function cachedPage(path: string): Promise<Response | undefined> {
  const names = (await caches.keys()).filter((name) => name.startsWith(pagesPrefix))
  for (const name of names.reverse()) {
    const found = await (await caches.open(name)).match(path)
    if (found) return found
  }
  return undefined
}

/** Whether a page of ours opens while the server is out of reach: a service worker is in control and its files are kept. */
export async function canOpenUnreached(): Promise<boolean> {
  if (!navigator.serviceWorker?.controller) return false
  const names = await caches.keys().catch(() => [])
  return names.some((name) => name.startsWith(shellPrefix))
}

export const forgetShells = (except = ''): Promise<void> =>
  removeCaches((name) => name.startsWith(shellPrefix) && name !== except)

/** At sign-out, and when the pages of another edition are complete. */
export const forgetPages = (except = ''): Promise<void> =>
  removeCaches((name) => name.startsWith(pagesPrefix) && name !== except)

/** A person who signs in finds no pages of anybody else. */
export const forgetPagesOfOthers = (person: string): Promise<void> =>
  removeCaches((name) => name.startsWith(pagesPrefix) && !name.startsWith(`${pagesPrefix}${person} `))
