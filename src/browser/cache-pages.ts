import { forgetPages, forgetPagesOfOthers, pagesName } from './cached-pages.ts'
import { all } from './dom.ts'

/** Stands in an edition of which nothing is missing. */
const complete = '/assets/complete'

/** Whether this page came from the phone: it may be days old. */
export const isCached = (): boolean => document.documentElement.dataset.kept !== undefined

/** Where it stands what belongs into an edition that is not complete yet. */
const wanted = '/assets/wanted'

interface Wanted {
  edition: string
  pages: string[]
  files: string[]
}

/**
 * After a visit of the home page with a network, the forms open without one. Whoever leaves it before all is here takes
 * the rest along: every page goes on with what is missing.
 */
export function cachePages(): void {
  const { person } = document.body.dataset
  if (!('caches' in globalThis) || !person || isCached()) return
  void forgetPagesOfOthers(person)
    .then(() => noteWanted(person))
    .then(() => cacheMissing(person))
    .catch(() => undefined)
}

const wishOf = (person: string): Promise<Cache> => caches.open(pagesName(person, 'wanted'))

/** The home page says what belongs to today's edition. */
async function noteWanted(person: string): Promise<void> {
  for (const { dataset } of all('[data-keep]')) {
    const { keep = '', edition = '' } = dataset
    // The pages stand by themselves: the style and script they name may be gone from the server by then.
    const files = all('link[rel=stylesheet], script[src]').map((one) => new URL(addressOf(one)).pathname)
    const wish: Wanted = { edition, pages: keep.split(' '), files }
    await (await wishOf(person)).put(wanted, new Response(JSON.stringify(wish)))
  }
}

async function cacheMissing(person: string): Promise<void> {
  const wish = await (await wishOf(person)).match(wanted)
  if (!wish) return
  const { edition, pages, files } = (await wish.json()) as Wanted
  const name = pagesName(person, edition)
  const kept = await caches.open(name)
  if (!(await kept.match(complete))) {
    for (const path of pages) if (!(await kept.match(path)) && !(await cachePage(kept, path, person))) return
    await kept.addAll(files)
    await kept.put(complete, new Response(''))
  }
  // The wish is fulfilled, and goes with what was kept before.
  await forgetPages(name)
}

const addressOf = (element: HTMLElement) =>
  element instanceof HTMLLinkElement ? element.href : (element as HTMLScriptElement).src

/** False when the answer is not this person's page: signed out meanwhile, or somebody else signed in. */
async function cachePage(pages: Cache, path: string, person: string): Promise<boolean> {
  const answer = await fetch(path)
  const html = await answer.text()
  if (!answer.ok || answer.redirected || !html.includes(`data-person="${person}"`)) return false
  const headers = Object.fromEntries(
    ['content-type', 'content-security-policy', 'referrer-policy', 'x-content-type-options'].flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  await pages.put(path, new Response(html.replace('<html ', '<html data-kept '), { headers }))
  return true
}
