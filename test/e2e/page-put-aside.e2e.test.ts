import type { Page } from 'playwright-core'
import { letIn, openPage, openSite } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { until, visitHome } from '../support/kept-pages.ts'
import { store } from '../support/store.ts'

/** Notes the transactions that the page begins, and how each ended. */
const noting = `globalThis.begun = []
const begin = IDBDatabase.prototype.transaction
IDBDatabase.prototype.transaction = function (...how) {
  const transaction = begin.apply(this, how)
  const note = { end: '' }
  begun.push(note)
  for (const end of ['complete', 'abort']) transaction.addEventListener(end, () => { note.end = end })
  return transaction
}`

/** What a browser tells a page that it puts aside for the way back, and takes out again. */
const put = (which: 'pagehide' | 'pageshow') =>
  `dispatchEvent(new PageTransitionEvent('${which}', { persisted: true }))`

const isRestored = `async () => document.querySelector('[name=kilat]').value === 'Ronda malam di RW 07.'`

const kept = (page: Page) => page.locator('[data-pill]', { hasText: /^Tersimpan/ })

describe('a page that the browser puts aside', () => {
  it('leaves no transaction under way, and keeps what was typed once it is shown again', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await letIn(page, budi)
    await visitHome(page, budi)
    const other = await page.context().newPage()
    await page.addInitScript(noting)
    await page.goto('/laporan/kilat')
    await page.getByLabel('Satu kalimat').fill('Ronda.')
    await kept(page).waitFor()

    await page.evaluate(`(() => {
      for (let times = 0; times < 20; times++) dispatchEvent(new Event('online'))
      ${put('pagehide')}
    })()`)
    await page.getByLabel('Satu kalimat').fill('Ronda malam di RW 07.')
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await other.goto('/laporan/kilat')
    await other.getByLabel('Satu kalimat').fill('Sambang.')
    await kept(other).waitFor()
    const begun = await page.evaluate<{ end: string }[]>('begun')
    expect(begun.filter(({ end }) => end === '')).toEqual([])
    expect(begun.some(({ end }) => end === 'abort')).toBe(true)

    await page.evaluate(put('pageshow'))
    await until(page, `async () => begun.length > ${begun.length}`)
    await kept(page).waitFor()
    await page.reload()
    await until(page, isRestored)
  })

  it('keeps what was typed just before a link was followed', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await letIn(page, budi)
    await visitHome(page, budi)
    await page.goto('/laporan/kilat')
    await page.getByLabel('Satu kalimat').fill('Ronda.')
    await kept(page).waitFor()
    const address = page.url()

    await page.getByLabel('Satu kalimat').fill('Ronda malam di RW 07.')
    await page.getByRole('link', { name: 'Bantuan' }).first().click()
    await page.waitForURL('**/bantuan**')

    await page.goto(address)
    await until(page, isRestored)
  })
})
