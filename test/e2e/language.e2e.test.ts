import type { Page } from 'playwright-core'
import { sentences } from '../../src/sentences/sentences.ts'
import { openPage, openSite, press, signIn } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { store } from '../support/store.ts'

/** The sentences that take no parameters: what is left of them on an English page is a fault. */
const english = new Set(Object.values(sentences).map(({ en }) => en))
const indonesian = new Set(
  Object.values(sentences)
    .map(({ id }) => id)
    .filter((id) => !id.includes('{') && !english.has(id)),
)

/** All that a reader or a screen reader is told: texts, names and descriptions. */
const textsOf = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts = [...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'))
    while (walker.nextNode()) texts.push(walker.currentNode.data)
    return texts.map((text) => text.replace(/\\s+/g, ' ').trim()).filter((text) => text !== '')
  })()`)

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the language %s', (_, javaScriptEnabled) => {
  it('changes at once, on the page that is open, and stays', async () => {
    const { budi } = await cast(store.db)
    await filedTalk(store, budi)
    const page = await openPage({ ...(await openSite(store)), javaScriptEnabled })
    await signIn(page, budi)
    await page.goto('/laporan/penyuluhan/baru')

    await press(page, 'English')

    await page.getByRole('heading', { name: 'Talk', level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/laporan/penyuluhan/baru')
    for (const path of [
      '/laporan/penyuluhan/baru',
      '/',
      '/laporan',
      '/laporan/baru',
      '/warga',
      '/akun',
      '/tidak/ada',
    ]) {
      await page.goto(path)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      const texts = await textsOf(page)
      expect(texts.length).toBeGreaterThan(5)
      expect({ path, left: texts.filter((text) => indonesian.has(text)) }).toEqual({ path, left: [] })
    }
    await page.goto('/')
    await press(page, 'Bahasa Indonesia')
    await page.getByRole('link', { name: 'Hari ini' }).waitFor()
  })
})
