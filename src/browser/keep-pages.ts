import { all } from './dom.ts'
import { forgetPages, forgetPagesOfOthers, pagesName } from './kept.ts'

/** Stands in an edition of which nothing is missing. */
const complete = '/assets/complete'

/** Whether this page came from the phone: it may be days old. */
export const isKept = (): boolean => document.documentElement.dataset.kept !== undefined

/** After a visit of the home page with a network, the forms open without one. */
export function keepPages(): void {
  const { person } = document.body.dataset
  if (!('caches' in globalThis) || !person || isKept()) return
  void forgetPagesOfOthers(person)
    .then(() => Promise.all(all('[data-keep]').map((list) => keepAll(person, list.dataset))))
    .catch(() => undefined)
}

async function keepAll(person: string, { keep = '', edition = '' }: DOMStringMap): Promise<void> {
  const name = pagesName(person, edition)
  const pages = await caches.open(name)
  if (await pages.match(complete)) return
  for (const path of keep.split(' ')) if (!(await keepPage(pages, path, person))) return
  // The pages stand by themselves: the style and script they name may be gone from the server by then.
  await pages.addAll(all('link[rel=stylesheet], script[src]').map((one) => new URL(addressOf(one)).pathname))
  await pages.put(complete, new Response(''))
  await forgetPages(name)
}

const addressOf = (element: HTMLElement) =>
  element instanceof HTMLLinkElement ? element.href : (element as HTMLScriptElement).src

/** False when the answer is not this person's page: signed out meanwhile, or somebody else signed in. */
async function keepPage(pages: Cache, path: string, person: string): Promise<boolean> {
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
