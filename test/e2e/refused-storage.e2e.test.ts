import type { Page } from 'playwright-core'
import { reportType } from '../../src/reports/registry/registry.ts'
import { letIn, openPage, openSite, press } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { penyuluhan, photo } from '../support/filing.ts'
import { fill } from '../support/fill.ts'
import { store } from '../support/store.ts'

/** What browsers do with storage that is full, forbidden, or of a private window. */
const refusals = {
  'rejects its database': `indexedDB.open = () => {
    const request = new EventTarget()
    request.error = new DOMException('Refused', 'UnknownError')
    setTimeout(() => request.dispatchEvent(new Event('error')))
    return request
  }
  IDBFactory.prototype.open = indexedDB.open`,
  'throws at every kind of storage': `for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
    Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('Denied', 'SecurityError') } })`,
}

const form = '/laporan/penyuluhan/baru'
async function fillBrief(page: Page): Promise<void> {
  await page.getByLabel('Jenis kegiatan').selectOption({ label: 'Penyuluhan' })
  await page.getByLabel('Satu kalimat').fill('Penyuluhan kepada warga di balai.')
}

const unkept = (page: Page) => page.getByText('HP ini tidak menyimpan isian formulir ini')

describe('a browser that refuses storage', () => {
  it.each(Object.entries(refusals))(
    '%s: it says so at once, asks before leaving, and keeps the form open without a network',
    async (_, refusal) => {
      const { budi } = await cast(store.db)
      const site = await openSite(store, { serviceWorker: 'off' })
      const page = await openPage(site)
      await page.addInitScript(refusal)
      await letIn(page, budi)
      await page.goto(form)

      await unkept(page).waitFor()
      await fill(
        page,
        reportType('penyuluhan'),
        penyuluhan({ tempat: 'Balai RW 07', posisi: '', posisiAlasan: 'gedung' }),
      )
      await page
        .getByLabel('Tambah foto')
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo() })
      await page.getByText('Foto 1').first().waitFor()
      await site.close()
      await press(page, 'Periksa jawaban')

      await page.getByText('Server tidak terjangkau, dan HP ini tidak menyimpan isian ini').waitFor()
      expect(new URL(page.url()).pathname).toBe(form)
      expect(await page.locator('[name=tempat]').inputValue()).toBe('Balai RW 07')
      expect(await page.getByText('Isian aman di HP ini').isVisible()).toBe(false)
      const asked = page.waitForEvent('dialog')
      const closing = page.close({ runBeforeUnload: true })
      expect((await asked).type()).toBe('beforeunload')
      await closing
    },
  )

  it('still files a report while the server is in reach', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store, { serviceWorker: 'off' }))
    await page.addInitScript(refusals['throws at every kind of storage'])
    await letIn(page, budi)
    await page.goto('/laporan/kilat')
    await unkept(page).waitFor()
    await fillBrief(page)

    await press(page, 'Kirim kilat')

    await page.getByText('Kilat diterima').waitFor()
    expect(await store.db.report.count()).toBe(1)
  })
})

describe('a browser without a service worker', () => {
  it('keeps a report that was sent without a network, stays on the page, and goes on to its receipt', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store, { serviceWorker: 'off' })
    const page = await openPage(site)
    await letIn(page, budi)
    const contact = page.waitForResponse('**/perangkat')
    await page.goto('/laporan/kilat')
    await contact
    await fillBrief(page)
    await site.close()

    await press(page, 'Kirim kilat')

    await page.getByText(/^Tersimpan di HP ini .+, menunggu kirim/).waitFor()
    expect(new URL(page.url()).pathname).toBe('/laporan/kilat')
    await openSite(store, { serviceWorker: 'off' }, site.port)
    await page.evaluate(`dispatchEvent(new Event('online'))`)
    await page.getByText('Kilat diterima').waitFor()
    expect(await store.db.report.count()).toBe(1)
  })
})

describe('a browser without background sync', () => {
  it('asks to open BOS again instead of promising to send by itself', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await page.addInitScript('delete globalThis.SyncManager')
    await letIn(page, budi)

    await page.goto('/antrean-kirim?baru=ya')

    await page.locator('html.no-sync').waitFor({ state: 'attached' })
    for (const notice of await page.locator('[data-just-queued]').all())
      await notice.evaluate((element) => element.removeAttribute('hidden'))
    expect(await page.getByText('buka BOS lagi saat ada sinyal').isVisible()).toBe(true)
    expect(await page.getByText('terkirim sendiri begitu ada sinyal').isVisible()).toBe(false)
  })
})
