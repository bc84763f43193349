import { cleanPhoto, perceptualHashOf } from '../../src/reports/drafts/photos.ts'
import { hashDistance, sameImageDistance } from '../../src/reports/signals/perceptual-hash.ts'
import { base, type PhotoCase, photoCases } from '../corpus/photos.ts'
import { axeViolations, letIn, openPage, openSite, overflow, press } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { until, visitHome } from '../support/kept-pages.ts'
import { store } from '../support/store.ts'

/** What the form would send now, and what its list says of each file that was chosen. */
const picked = `(async () => {
  const read = (file) => new Promise((settle) => {
    const reader = new FileReader()
    reader.onload = () => settle(reader.result.split(',')[1])
    reader.readAsDataURL(file)
  })
  return {
    files: await Promise.all([...document.querySelector('[data-photos] input[type=file]').files].map(read)),
    rows: [...document.querySelectorAll('[data-photos-list] .photo')].map((row) => row.textContent),
  }
})()`

async function judge({ name, isBase }: PhotoCase, file: string | undefined, look: bigint): Promise<string[]> {
  const clean = await cleanPhoto(Buffer.from(file ?? '', 'base64'))
  if (typeof clean === 'string') return [`${name}: ${clean}`]
  const apart = isBase ? hashDistance((await perceptualHashOf(clean.body))!, look) : 0
  return clean.isCut || apart > sameImageDistance ? [`${name}: ${apart} ${clean.isCut}`] : []
}

/** There is what seals a report on this phone. */
const keyed = `async () => (await indexedDB.databases()).some(({ name }) => name === 'bos') && (await new Promise((settle, fail) => {
  const opening = indexedDB.open('bos')
  opening.onerror = () => fail(opening.error)
  opening.onsuccess = () => {
    const asked = opening.result.transaction('keys').objectStore('keys').getAll()
    asked.onsuccess = () => { opening.result.close(); settle(asked.result) }
    asked.onerror = () => fail(asked.error)
  }
})).some(({ draftKey }) => draftKey)`

describe('whatever is chosen as a photo with the script', () => {
  it('is sent as this phone draws it, or told at once to be none and not counted', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store, { serviceWorker: 'off' }))
    await letIn(page, budi)
    await page.goto('/laporan/penyuluhan/baru')
    const look = (await perceptualHashOf(await base()))!
    const asFile = async ({ file, make }: PhotoCase) => ({
      name: file,
      mimeType: 'application/octet-stream',
      buffer: await make(),
    })

    await page.getByLabel('Tambah foto').setInputFiles(await Promise.all(photoCases.map(asFile)))
    await page
      .locator('[data-photos-list] .photo')
      .nth(photoCases.length - 1)
      .waitFor()

    const { files, rows } = await page.evaluate<{ files: string[]; rows: string[] }>(picked)
    const isTold = ({ file }: PhotoCase, row = '') => row.includes(file) && row.includes('Tidak bisa dibuka di HP ini')
    const wrongRows = photoCases.filter((one, at) => isTold(one, rows[at]) !== (one.phone === 'bad'))
    expect(wrongRows.map(({ name }) => name)).toEqual([])
    const good = photoCases.filter(({ phone }) => phone === 'drawn')
    expect(files).toHaveLength(good.length)
    const wrong = await Promise.all(good.map((one, at) => judge(one, files[at], look)))
    expect(wrong.flat()).toEqual([])
  })

  it('is told beside those that are good, in words that fit the screen', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store, { serviceWorker: 'off' }))
    await letIn(page, budi)
    await page.goto('/laporan/penyuluhan/baru')
    const named = (name: string) => photoCases.find((one) => one.name === name)!

    for (const one of ['a HEIC', 'a JPEG'].map(named)) {
      await page
        .getByLabel('Tambah foto')
        .setInputFiles({ name: one.file, mimeType: 'image/jpeg', buffer: await one.make() })
      await page.getByText(one.phone === 'bad' ? 'Tidak bisa dibuka di HP ini' : 'siap dikirim').waitFor()
    }

    expect(await page.locator('[data-photos-list]').getByText('Foto 1').count()).toBeGreaterThan(0)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await axeViolations(page)).toEqual([])
  })

  it('is not counted as evidence without a network, and the queue says that it stays behind', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await openPage(site)
    await letIn(page, budi)
    await visitHome(page, budi)
    await until(page, keyed)
    await page.goto('/laporan/kilat')
    await page.getByLabel('Jenis kegiatan').selectOption({ label: 'Penyuluhan' })
    await page.getByLabel('Satu kalimat').fill('Ronda malam digiatkan lagi di RW 07.')
    await site.close()

    const heic = photoCases.find(({ name }) => name === 'a HEIC')!
    await page.getByLabel('Tambah foto').setInputFiles([
      { name: heic.file, mimeType: 'image/heic', buffer: await heic.make() },
      { name: 'balai.jpg', mimeType: 'image/jpeg', buffer: await base() },
    ])
    await page.getByText('Tidak bisa dibuka di HP ini').waitFor()
    await press(page, 'Kirim kilat')
    await page.waitForURL('**/antrean-kirim?baru=ya')

    await page.getByText('1 foto tidak ikut: tidak bisa dibuka di HP ini.').waitFor()
    await openSite(store, {}, site.port)
    await press(page, 'Kirim sekarang')
    await page.getByText('Terkirim', { exact: true }).waitFor()
    expect(await store.db.photo.count()).toBe(1)
    expect(await store.db.report.findFirst()).toMatchObject({ photosAwaited: 0, photosUnreadable: 0 })
  })
})
