import { letIn, openPage, openSite } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { store } from '../support/store.ts'

interface Loaded {
  requestId: string
  encodedDataLength: number
}

describe('the first load of the form', () => {
  it('weighs at most 45,000 bytes on the wire, headers included, in three requests', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await letIn(page, budi)
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

    await page.goto('/laporan/kunjungan-warga/baru', { waitUntil: 'networkidle' })

    const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
    process.stdout.write(`The first load of the form weighs ${total} bytes: ${JSON.stringify(weights)}\n`)
    expect(Object.keys(weights)).toHaveLength(3)
    expect(total).toBeGreaterThan(10_000)
    expect(total).toBeLessThanOrEqual(45_000)
  })
})
