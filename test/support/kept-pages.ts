import type { Page } from 'playwright-core'

/** Asks the page until it says yes. */
export const until = (page: Page, question: string): Promise<void> =>
  page.evaluate(`(async () => { while (!(await (${question})())) await new Promise((go) => setTimeout(go, 20)) })()`)

/** The same, and visits this page again where nothing comes of it, as somebody at his phone does. */
export async function untilVisited(page: Page, path: string, question: string, visits = 6): Promise<void> {
  const enough = new Promise<boolean>((go) => void setTimeout(go, 15_000, false).unref())
  // The question ends with its page, which the next visit leaves.
  const asked = until(page, question).then(
    () => true,
    () => false,
  )
  if (await Promise.race([asked, enough])) return
  if (visits <= 1) throw new Error(`It never came to be: ${question}`)
  await page.goto(path)
  await untilVisited(page, path, question, visits - 1)
}

/** Whether the phone has all that it keeps for a day without a network, of this person and of nobody else. */
const hasKeptAll = ({ id }: { id: string }): string =>
  `async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('pages '))
    if (!navigator.serviceWorker.controller || names.some((name) => !name.includes('${id}'))) return false
    const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match('/assets/complete')))
    return found.some(Boolean)
  }`

export const untilKept = (page: Page, person: { id: string }): Promise<void> => until(page, hasKeptAll(person))

/** Visits the home page until the phone has it all: where a busy server turned a page away, the next visit goes on. */
export async function visitHome(page: Page, person: { id: string }): Promise<void> {
  await page.goto('/')
  await untilVisited(page, '/', hasKeptAll(person))
}
