import { createServer } from 'node:http'
import { jest } from '@jest/globals'
import type { Page } from 'playwright-core'
import { reportTypes } from '../../src/reports/types/index.ts'
import { letIn, openPage, openSite, press } from '../support/browser.ts'
import { cast, type Player } from '../support/cast.ts'
import { store } from '../support/store.ts'

jest.setTimeout(300_000)

const forms = ['/laporan/baru', '/laporan/kilat', ...reportTypes.map(({ key }) => `/laporan/${key}/baru`)]

/** Asks the page until it says yes. */
const until = (page: Page, question: string): Promise<void> =>
  page.evaluate(`(async () => { while (!(await (${question})())) await new Promise((go) => setTimeout(go, 20)) })()`)

/** One visit of the home page; resolves when the phone has all that it keeps for a day without a network. */
async function visitHome(page: Page, { id }: Player): Promise<void> {
  await page.goto('/')
  await until(
    page,
    `async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('pages '))
    if (!navigator.serviceWorker.controller || names.some((name) => !name.includes('${id}'))) return false
    const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match('/assets/complete')))
    return found.some(Boolean)
  }`,
  )
}

async function phoneOf(person: Player, site: { baseURL: string }): Promise<Page> {
  const page = await openPage(site)
  await letIn(page, person)
  await visitHome(page, person)
  return page
}

/** Everything that the phone keeps of the site, as text. */
const keptTexts = (page: Page): Promise<string[]> =>
  page.evaluate(`(async () => {
    const texts = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) texts.push(name + ' ' + request.url + '\\n' + await (await cache.match(request)).text())
    }
    return texts
  })()`)

describe('after one visit, a phone without a network', () => {
  it('opens every form while the server is gone, and says of other pages what it can open', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await phoneOf(budi, site)
    await site.close()

    for (const path of forms) {
      await page.goto(path)
      await page.locator('html[data-kept]').waitFor({ state: 'attached' })
      expect(await page.locator('main h1').count()).toBe(1)
    }
    await page.goto('/rekap')
    await page.getByRole('heading', { name: 'Halaman ini belum tersimpan di HP' }).waitFor()
    await page.getByRole('link', { name: 'Buat laporan' }).click()
    await page.getByRole('link', { name: 'Penyuluhan' }).click()
    await page.getByRole('heading', { name: 'Penyuluhan', level: 1 }).waitFor()
  })

  it('shows a kept form when the server ails, and greys one that it does not have', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await phoneOf(budi, site)
    await page.evaluate(`(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete('/laporan/pembinaan/baru')
    })()`)
    await page.context().setOffline(true)

    await page.goto('/laporan/baru')

    const row = page.locator('.task', { hasText: 'Buka sekali saat ada sinyal' })
    await row.waitFor()
    expect(await row.count()).toBe(1)
    expect(await row.locator('a[href]').count()).toBe(0)
  })
})

describe('another person on the same phone', () => {
  it('finds no page of the one before, after signing out nobody does', async () => {
    const people = await cast(store.db)
    const site = await openSite(store)
    const page = await phoneOf(people.budi, site)
    expect((await keptTexts(page)).join()).toContain(people.budi.name)

    await letIn(page, people.sari)
    await visitHome(page, people.sari)
    const ofSari = (await keptTexts(page)).join()
    await page.locator('.account__summary').click()
    await press(page, 'Keluar')
    await page.waitForURL('**/masuk')

    expect(ofSari).toContain(people.sari.name)
    expect(ofSari).not.toContain(people.budi.name)
    await until(page, `async () => (await caches.keys()).every((name) => !name.startsWith('pages '))`)
    expect((await keptTexts(page)).join()).not.toContain(people.sari.name)
  })
})

describe('a service worker', () => {
  it('removes itself and what it kept when it is switched off', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await phoneOf(budi, site)
    await site.close()
    await openSite(store, { serviceWorker: 'off' }, site.port)

    await page.goto('/bantuan')

    await until(
      page,
      `async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0`,
    )
  })

  it('that breaks every page is replaced by the next release', async () => {
    const site = await openSite(store)
    await site.close()
    const broken = `addEventListener('install', () => skipWaiting()); addEventListener('activate', (e) => e.waitUntil(clients.claim()));
      addEventListener('fetch', (e) => e.respondWith(Promise.reject(new Error('broken'))))`
    const close = await openBroken(site.port, broken)
    const page = await openPage(site)
    await page.goto('/')
    await until(page, 'async () => navigator.serviceWorker.controller !== null')
    await close()
    await openSite(store, {}, site.port)

    const next = page.context().waitForEvent('serviceworker')
    const first = await page.goto('/bantuan').catch(() => null)
    await (await next).evaluate(`(async () => {
      while (registration.installing || registration.waiting) await new Promise((go) => setTimeout(go, 20))
    })()`)
    await page.goto('/bantuan')

    expect(first).toBeNull()
    await page.getByRole('heading', { name: 'Bantuan' }).waitFor()
  })
})

/** A server of ours whose release is broken: its worker answers nothing. */
async function openBroken(port: number, worker: string): Promise<() => Promise<void>> {
  const html = '<!doctype html><script>navigator.serviceWorker.register("/sw.js")</script>'
  const server = createServer((req, res) => {
    const [type, body] = req.url === '/sw.js' ? ['text/javascript', worker] : ['text/html', html]
    res.setHeader('Content-Type', type).setHeader('Cache-Control', 'no-cache').end(body)
  })
  await new Promise<void>((settle) => server.listen(port, '127.0.0.1', settle))
  return () =>
    new Promise((settle) => {
      server.close(() => settle())
      server.closeAllConnections()
    })
}
