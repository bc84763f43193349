import type { Page } from 'playwright-core'

/** Asks the page until it says yes. */
export const until = (page: Page, question: string): Promise<void> =>
  page.evaluate(`(async () => { while (!(await (${question})())) await new Promise((go) => setTimeout(go, 20)) })()`)

/** Resolves when the phone has all that it keeps for a day without a network, of this person and of nobody else. */
export const untilKept = (page: Page, { id }: { id: string }): Promise<void> =>
  until(
    page,
    `async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('pages '))
    if (!navigator.serviceWorker.controller || names.some((name) => !name.includes('${id}'))) return false
    const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match('/assets/complete')))
    return found.some(Boolean)
  }`,
  )
