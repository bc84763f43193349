import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { dateOf } from '../../src/kernel/days.ts'
import { reportType } from '../../src/reports/registry/registry.ts'
import { letIn, openPage, openSite, overflow, press } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { launching, startOf } from '../support/chromium.ts'
import { photo } from '../support/filing.ts'
import { fill } from '../support/fill.ts'
import { fillStorage, limitStorage } from '../support/full-storage.ts'
import { visitHome } from '../support/kept-pages.ts'
import { clearPhones, newPhone } from '../support/killable.ts'
import { filedTalk, penyuluhan } from '../support/makers.ts'
import { reportData } from '../support/report-data.ts'
import { store } from '../support/store.ts'

afterAll(clearPhones)

const canary = 'Bu Kenari melihat sepeda motor hilang dari teras.'

/** Asks until it is so. */
async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 30_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not within thirty seconds: ${what}`)
    await new Promise((go) => setTimeout(go, 50))
  }
}

/** All that lies in the phone's database, bytes as base64 and keys by their kind. */
const dump = (page: Page): Promise<Record<string, Record<string, unknown>[]>> =>
  page.evaluate(`new Promise(async (go, fail) => {
    // To open it would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'bos')) return go({})
    const opening = indexedDB.open('bos')
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const names = [...db.objectStoreNames]
      if (names.length === 0) { db.close(); return go({}) }
      const tx = db.transaction(names)
      const found = {}
      for (const name of names) tx.objectStore(name).getAll().onsuccess = ({ target }) => { found[name] = target.result }
      tx.oncomplete = () => { db.close(); go(found) }
    }
  })`)

/** Every page and file that the phone keeps, as one text. */
const keptText = (page: Page): Promise<string> =>
  page.evaluate(`(async () => {
    const texts = []
    for (const name of await caches.keys())
      for (const answer of await (await caches.open(name)).matchAll()) texts.push(await answer.text())
    return texts.join()
  })()`)

/** The database as a browser leaves it that was killed while it made it, or that was asked for it by name. */
const makeEmptyDatabase = (page: Page): Promise<void> =>
  page.evaluate(`new Promise((go, fail) => {
    const opening = indexedDB.open('bos', 1)
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => { opening.result.close(); go() }
  })`)

/** What the browser does by itself when a network has come back. */
async function wakeWorker(page: Page, origin: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const found = new Promise<string>((go) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => one && go(one.registrationId))
  })
  await devtools.send('ServiceWorker.enable')
  const how = { origin, registrationId: await found, tag: 'kirim', lastChance: false }
  await devtools.send('ServiceWorker.dispatchSyncEvent', how)
}

const queued = async (page: Page): Promise<number> => (await dump(page)).queue!.length

/** Signs in, and stays until the phone has what it needs without a network: its pages, and keys of this person. */
async function arrive(page: Page, person: { nrp: string; id: string }): Promise<void> {
  await letIn(page, person)
  await visitHome(page, person)
  await until(async () => {
    const { keys = [] } = await dump(page)
    return keys.some(({ person: of, draftKey }) => of === person.id && Boolean(draftKey))
  }, 'the phone has its keys')
}

async function fillBrief(page: Page, line: string): Promise<void> {
  await page.goto('/laporan/kilat')
  await page.getByLabel('Jenis kegiatan').selectOption({ label: 'Penyuluhan' })
  await page.getByLabel('Satu kalimat').fill(line)
}

/** As if the server had found fault, at these times, with reports that it knows no more. */
const noteFaulty = (page: Page, person: string, times: string[]): Promise<void> =>
  page.evaluate(`new Promise((go, fail) => {
    const opening = indexedDB.open('bos')
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const tx = db.transaction('sent', 'readwrite')
      const report = { person: '${person}', typeKey: 'penyuluhan', digest: '', number: null, code: null, mac: '' }
      for (const at of ${JSON.stringify(times)}) tx.objectStore('sent').put({ ...report, id: at, at, state: 'faulty' })
      tx.oncomplete = () => { db.close(); go() }
    }
  })`)

/** From the check page, once its script is there: before, the form would go as it does without one. */
async function sendReport(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Periksa sekali lagi sebelum dikirim' }).waitFor()
  await page.locator('html.has-script').waitFor()
  await press(page, 'Kirim laporan')
}

const filed = () => store.db.report.count()

/** Whether any file below the folder holds the text, as bytes of either kind of string that Chromium writes. */
function holds(folder: string, text: string): string[] {
  const sought = [Buffer.from(text), Buffer.from(text, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => sought.some((bytes) => readFileSync(file).includes(bytes)))
}

describe('a report that is sent while nothing is reached', () => {
  it('outlives server and browser, lies there unreadable, and arrives once with the time it was written', async () => {
    const { budi } = await cast(store.db)
    const profile = newPhone()
    const site = await openSite(store)
    const start = () =>
      startOf(() => chromium.launchPersistentContext(profile, { ...launching(), baseURL: site.baseURL }))
    let context = await start()
    let page = await context.newPage()
    await arrive(page, budi)
    await fillBrief(page, canary)
    await site.close()

    await press(page, 'Kirim kilat')
    await page.waitForURL('**/antrean-kirim?baru=ya', { waitUntil: 'commit' })
    expect(await filed()).toBe(0)
    await context.close()
    expect(holds(profile, canary)).toEqual([])
    // What is sought can be found there: the address of the page lies in the browser's history.
    expect(holds(profile, 'antrean-kirim')).not.toEqual([])

    const again = await openSite(store, {}, site.port)
    again.clock.forward(60)
    context = await start()
    page = await context.newPage()
    await page.goto('/')
    await until(async () => (await filed()) === 1, 'the report has arrived')
    const { narrative, authorId, writtenAt, arrivedAt } = await store.db.report.findFirstOrThrow()
    expect({ narrative, authorId }).toEqual({ narrative: canary, authorId: budi.id })
    expect(arrivedAt.getTime() - writtenAt.getTime()).toBeGreaterThan(50 * 60_000)
    await until(async () => (await queued(page)) === 0, 'the queue is empty')
    await page.goto('/antrean-kirim')
    await page.getByText(/^Diterima .+\. Nomor .+, kode .+/).waitFor()
    await context.close()
  })

  it('is kept whatever answers in the place of the server, and goes once from two tabs', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await openPage(site)
    // As in most browsers: where there is Background Sync, the service worker may be faster than either tab.
    await page
      .context()
      .addInitScript('Object.defineProperty(ServiceWorkerRegistration.prototype, "sync", { value: undefined })')
    await arrive(page, budi)
    const html = '<!doctype html><title>Masuk Wi-Fi</title>'
    const answers = [
      { status: 200, contentType: 'text/html', body: html },
      { status: 302, headers: { Location: '/masuk' } },
      { status: 204 },
      { status: 502, contentType: 'text/html', body: html },
      { status: 413, body: '{}' },
      { status: 200, contentType: 'application/json', body: '{"id":"0","digest":"0","state":"filed"}' },
    ]
    let asked = 0
    await until(() => page.evaluate(`caches.match('/antrean-kirim').then(Boolean)`), 'the page of the queue is kept')
    await fillBrief(page, canary)
    // A closed server, for the browser's own offline mode does not bind a service worker that starts meanwhile.
    await site.close()
    await press(page, 'Kirim kilat')
    await page.waitForURL('**/antrean-kirim?baru=ya', { waitUntil: 'commit' })
    expect([await filed(), await queued(page)]).toEqual([0, 1])
    await page.context().route('**/kiriman', (route) => route.fulfill(answers[asked++ % answers.length]))
    await openSite(store, {}, site.port)
    await page.getByText('Masuk antrean. Nomor diberikan setelah server menerima.').waitFor()
    for (const _ of answers) {
      const before = asked
      await until(async () => {
        await press(page, 'Kirim sekarang')
        return asked > before
      }, 'it was tried again')
      expect(await queued(page)).toBe(1)
    }
    expect(asked).toBeGreaterThanOrEqual(answers.length)

    let sent = 0
    await page.context().route('**/kiriman', (route) => {
      sent++
      return route.continue()
    })
    const other = await page.context().newPage()
    await Promise.all([other.goto('/'), page.goto('/antrean-kirim')])
    await until(async () => (await queued(page)) === 0, 'the queue is empty')
    expect([await filed(), sent]).toEqual([1, 1])
  })

  it('stays encrypted at sign-out, tells a colleague only that it waits, and goes with their signal', async () => {
    const { budi, sari } = await cast(store.db)
    const site = await openSite(store)
    const page = await openPage(site)
    await page.goto('/robots.txt')
    await makeEmptyDatabase(page)
    await arrive(page, budi)
    await page.context().route('**/kiriman', (route) => route.abort())
    await fillBrief(page, canary)
    await press(page, 'Kirim kilat')
    await page.waitForURL('**/antrean-kirim?baru=ya')

    await page.locator('summary').click()
    await page.locator('.account__menu').getByRole('button', { name: 'Keluar' }).click()
    await page.waitForURL('**/keluar')
    await page.getByText('1 laporan belum terkirim dan hanya ada di HP ini.').waitFor()
    await page.locator('form[data-sign-out=keep]').getByRole('button', { name: 'Keluar' }).click()
    await page.waitForURL('**/masuk')
    expect((await dump(page)).keys).toMatchObject([{ person: budi.id, draftKey: null }])

    await arrive(page, sari)
    await page.goto('/antrean-kirim')
    await page.getByText('1 laporan rekan menunggu di HP ini.').waitFor()
    expect(await page.getByText(canary).count()).toBe(0)
    expect(JSON.stringify(await dump(page))).not.toContain('Kenari')
    expect(await keptText(page)).not.toContain('Kenari')
    // No script runs there: what is sent from here on, the worker sends.
    await page.goto('/sehat')
    await page.context().unroute('**/kiriman')
    expect(await queued(page)).toBe(1)
    await wakeWorker(page, site.baseURL)
    await until(async () => (await filed()) === 1, 'the report has arrived')
    expect((await store.db.report.findFirstOrThrow()).authorId).toBe(budi.id)
  })

  it('travels as a file when nothing is reached at all, is handed in at the polsek, and the phone gets its receipt', async () => {
    const { budi, hendra } = await cast(store.db)
    const site = await openSite(store)
    const page = await openPage(site)
    await arrive(page, budi)
    await fillBrief(page, canary)
    await page
      .getByLabel('Tambah foto')
      .setInputFiles({ name: 'ronda.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await page.getByText('diperkecil').or(page.getByText('siap dikirim')).first().waitFor()
    await site.close()
    await press(page, 'Kirim kilat')
    await page.waitForURL('**/antrean-kirim?baru=ya', { waitUntil: 'commit' })
    const saving = page.waitForEvent('download')
    await press(page, 'Simpan berkas untuk Polsek')
    const file = await (await saving).path()
    expect(holds(join(file, '..'), 'Kenari')).toEqual([])
    // The phone stays where it is, and somebody goes with the file to where there is a server.
    const elsewhere = await openSite(store)
    elsewhere.clock.forward(60)

    const desk = await openPage({ baseURL: elsewhere.baseURL })
    await letIn(desk, hendra)
    await desk.goto('/')
    await desk.getByRole('link', { name: 'Serahkan berkas kiriman' }).click()
    await desk.getByLabel('Berkas kiriman').setInputFiles(file)
    await press(desk, 'Serahkan')
    await desk.getByText('1 foto tersimpan.').waitFor()
    expect(await overflow(desk)).toBeLessThanOrEqual(0)
    await desk.getByRole('link', { name: 'Buka laporan' }).click()
    await desk.getByText(canary).first().waitFor()
    await desk.getByText(budi.name).first().waitFor()
    const report = await store.db.report.findFirstOrThrow({ include: { photos: true } })
    expect(report).toMatchObject({ authorId: budi.id, photosAwaited: 0, photos: [{ ordinal: 1 }] })
    expect(report.arrivedAt.getTime() - report.writtenAt.getTime()).toBeGreaterThan(50 * 60_000)
    expect(await queued(page)).toBe(1)

    const again = await openSite(store, {}, site.port)
    again.clock.forward(60)
    await page.goto('/antrean-kirim')
    await until(async () => (await queued(page)) === 0, 'the queue is empty')
    await page.getByText(`Nomor ${report.number}, kode ${report.checkCode}`).waitFor()
    expect([await filed(), await store.db.envelope.count(), await store.db.photo.count()]).toEqual([1, 1, 1])
  })

  it('is not sent at all when its author says that it is there already', async () => {
    const { budi } = await cast(store.db)
    const { number } = await filedTalk(store, budi, { photos: 0 })
    const page = await openPage(await openSite(store))
    await arrive(page, budi)
    await page.goto('/laporan/penyuluhan/baru')
    await fill(
      page,
      reportType('penyuluhan'),
      penyuluhan({ tempat: 'Balai RW 07', posisi: '', posisiAlasan: 'gedung' }),
    )
    await page.getByLabel('Tambah foto').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await press(page, 'Periksa jawaban')
    await page.getByText('Laporan ini mirip laporan yang sudah ada').first().waitFor()
    await page.locator('[name=serupa][value=sama] + label').click()
    await press(page, 'Kirim laporan')

    await page.getByText(`Tidak dikirim, karena sama dengan laporan ${number}`).waitFor()
    expect([await filed(), await queued(page)]).toEqual([1, 0])
  })

  it('is sent directly when the phone cannot keep it, and nothing says that it is saved', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await openPage(site)
    await limitStorage(page, site.baseURL)
    await arrive(page, budi)
    await fillBrief(page, canary)
    await fillStorage(page)
    const said: string[] = []
    await page.exposeFunction('heard', (text: string) => said.push(text))
    await page.evaluate(`new MutationObserver(() => heard(document.querySelector('[data-send]').textContent))
      .observe(document.querySelector('[data-send]'), { childList: true })`)

    await press(page, 'Kirim kilat')

    await page.getByText('Kilat diterima').waitFor()
    expect(await filed()).toBe(1)
    expect(said).toContainEqual(expect.stringMatching(/^HP ini tidak bisa menyimpan laporan/))
    expect(said.filter((text) => text.startsWith('Tersimpan'))).toEqual([])
  })

  it('that breaks a rule by then is mended from the list of what needs its author, which loses it', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    const others = ['32.74.05.1001', '32.74.05.1004']
    const sinceOn = dateOf('2026-01-01')
    await store.db.assignment.createMany({
      data: others.map((villageCode) => ({ personId: budi.id, villageCode, sinceOn })),
    })
    await arrive(page, budi)
    await page.goto('/laporan/penyuluhan/baru')
    await fill(page, reportType('penyuluhan'), { ...reportData.penyuluhan, posisi: '', posisiAlasan: 'gedung' })
    const buffer = await photo()
    await page.locator('input[name=foto]').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
    await press(page, 'Periksa jawaban')
    await page.getByRole('heading', { name: 'Periksa sekali lagi sebelum dikirim' }).waitFor()
    await store.db.assignment.updateMany({
      where: { personId: budi.id, villageCode: { notIn: others } },
      data: { untilOn: dateOf('2026-11-20') },
    })
    await sendReport(page)
    const needing = page.locator('[data-queue-list=needing] li')
    await needing.waitFor()
    expect(await filed()).toBe(0)
    expect(await page.getByText('Masuk antrean.').filter({ visible: true }).count()).toBe(0)

    await needing.getByRole('link', { name: 'Buka' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Pilih kelurahan atau desa binaan Anda' }).click()
    expect(await page.evaluate('document.activeElement.name')).toBe('wilayah')
    await page.locator('[name=wilayah]').selectOption(others[1]!)
    await page.locator('[data-pill]', { hasText: /^Tersimpan/ }).waitFor()
    await press(page, 'Periksa jawaban')
    await sendReport(page)
    await page.getByRole('heading', { name: 'Laporan diterima', level: 1 }).waitFor()

    expect(await store.db.report.findMany()).toMatchObject([{ authorId: budi.id, villageCode: others[1] }])
    await page.goto('/antrean-kirim')
    await page.locator('[data-queue-list=received] li').waitFor()
    expect(await needing.count()).toBe(0)
    // One that was mended on another phone, and one that came when the page had been made.
    await noteFaulty(page, budi.id, ['2026-11-24T02:00:00Z', '2026-11-24T03:00:00Z'])
    await page.reload()
    await needing.waitFor()
    expect(await needing.count()).toBe(1)
  })
})
