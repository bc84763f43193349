import type { Page } from 'playwright-core'
import { letIn, openPage, openSite } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { store } from '../support/store.ts'

interface Loaded {
  requestId: string
  encodedDataLength: number
}

/**
 * What each address of a page's first load weighs on the wire, headers included, with an empty cache, and in how many
 * requests the page is whole. The phone's own file comes once the page is quiet.
 */
async function firstLoad(page: Page, path: string) {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const urls = new Map<string, string>()
  const weights: Record<string, number> = {}
  const first: string[] = []
  const load = page.waitForEvent('load').then(() => first.push(...Object.keys(weights)))
  network.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }: Loaded) => {
    const { protocol, pathname } = new URL(urls.get(requestId)!)
    if (protocol === 'http:') weights[pathname] = encodedDataLength
  })
  const contact = page.waitForResponse('**/perangkat')
  await page.goto(path)
  await Promise.all([load, contact])
  await page.waitForLoadState('networkidle')
  return { weights, first }
}

describe('the first load', () => {
  it.each([
    ['of a form', '/laporan/kunjungan-warga/baru', 45_000, 45_000],
    ['of the brief form', '/laporan/kilat', 15_000, 30_000],
  ])('%s weighs little, in three requests', async (name, path, mostOfPage, most) => {
    const { budi } = await cast(store.db)
    // A service worker that is quick enough would have the phone's file from the cache, which weighs nothing.
    const page = await openPage(await openSite(store, { serviceWorker: 'off' }))
    await letIn(page, budi)

    const { weights, first } = await firstLoad(page, path)

    const sum = (paths: string[]) => paths.reduce((all, one) => all + weights[one]!, 0)
    // What the phone then asks as a phone is no part of the page, and is answered now before and now after the counting.
    const all = Object.keys(weights).filter((one) => one === path || one.startsWith('/assets/'))
    process.stdout.write(`The first load ${name} weighs ${sum(all)} bytes: ${JSON.stringify(weights)}\n`)
    expect(first).toHaveLength(3)
    expect(weights[all.find((one) => one.startsWith('/assets/phone'))!]).toBeGreaterThan(10_000)
    expect(sum(first)).toBeGreaterThan(10_000)
    expect(weights[path]).toBeLessThanOrEqual(mostOfPage)
    expect(sum(first)).toBeLessThanOrEqual(most)
    // The phone's file takes what both need from the page's script, instead of bringing it once more.
    expect(await (await page.request.get(all.find((one) => one.startsWith('/assets/phone'))!)).text()).toContain(
      all.find((one) => one.startsWith('/assets/app.') && one.endsWith('.js'))!,
    )
    // With what comes once the page is quiet, and is then kept.
    expect(sum(all)).toBeLessThanOrEqual(50_000)
  })
})
