import type { Page } from 'playwright-core'
import { letIn, openPage, openSite } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { store } from '../support/store.ts'

interface Loaded {
  requestId: string
  encodedDataLength: number
}

/** What each address of a page's first load weighs on the wire, headers included, with an empty cache. */
async function firstLoad(page: Page, path: string): Promise<Record<string, number>> {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const urls = new Map<string, string>()
  const weights: Record<string, number> = {}
  network.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }: Loaded) => {
    const { protocol, pathname } = new URL(urls.get(requestId)!)
    if (protocol === 'http:') weights[pathname] = encodedDataLength
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  return weights
}

describe('the first load', () => {
  it.each([
    ['of a form', '/laporan/kunjungan-warga/baru', 45_000, 45_000],
    ['of the brief form', '/laporan/kilat', 15_000, 30_000],
  ])('%s weighs little, in three requests', async (name, path, mostOfPage, most) => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await letIn(page, budi)

    const weights = await firstLoad(page, path)

    const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
    process.stdout.write(`The first load ${name} weighs ${total} bytes: ${JSON.stringify(weights)}\n`)
    expect(Object.keys(weights)).toHaveLength(3)
    expect(total).toBeGreaterThan(10_000)
    expect(weights[path]).toBeLessThanOrEqual(mostOfPage)
    expect(total).toBeLessThanOrEqual(most)
  })
})
