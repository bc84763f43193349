import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { jest } from '@jest/globals'
import type { Page } from 'playwright-core'
import { askedFields, type ReportType } from '../../src/reports/engine/definition.ts'
import { reportType } from '../../src/reports/registry/registry.ts'
import { reportTypes } from '../../src/reports/types/index.ts'
import { letIn, openPage, openSite, press } from '../support/browser.ts'
import { cast, type Player, password } from '../support/cast.ts'
import { household, photo } from '../support/filing.ts'
import { fill } from '../support/fill.ts'
import { until, untilKept, untilVisited, visitHome } from '../support/kept-pages.ts'
import { clearPhones, newPhone, startPhone } from '../support/killable.ts'
import { filedBrief, returnedTalk } from '../support/makers.ts'
import { reportData } from '../support/report-data.ts'
import { store } from '../support/store.ts'
import { isThorough } from '../support/thorough.ts'

jest.setTimeout(300_000)
afterAll(clearPhones)

const forms = ['/laporan/baru', '/laporan/kilat', ...reportTypes.map(({ key }) => `/laporan/${key}/baru`)]

async function phoneOf(person: Player, site: { baseURL: string }): Promise<Page> {
  const page = await openPage(site)
  await letIn(page, person)
  await visitHome(page, person)
  await until(page, keyed)
  return page
}

/** Asks the phone's database. */
const ask = (question: string) => `new Promise((settle, fail) => {
  const opening = indexedDB.open('bos')
  opening.onerror = () => fail(opening.error)
  opening.onsuccess = () => {
    const asked = ${question}
    asked.onsuccess = () => { opening.result.close(); settle(asked.result) }
    asked.onerror = () => fail(asked.error)
  }
})`

const all = (name: string) => `opening.result.transaction('${name}').objectStore('${name}').getAll()`

const count = (page: Page, name: string): Promise<number> =>
  page.evaluate(ask(`opening.result.transaction('${name}').objectStore('${name}').count()`))

const keptRows = (name: string) => `async () =>
  (await indexedDB.databases()).some(({ name }) => name === 'bos') &&
  (await ${ask(`opening.result.transaction('${name}').objectStore('${name}').count()`)}) > 0`

/** There is what opens a draft on this phone. */
const keyed = `async () => (await indexedDB.databases()).some(({ name }) => name === 'bos') &&
  (await ${ask(`opening.result.transaction('keys').objectStore('keys').getAll()`)}).some(({ draftKey }) => draftKey)`

const twoPhotos = () =>
  Promise.all(
    ['#4a7a3a', '#225588'].map(async (colour, at) => ({
      name: `foto-${at}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await photo(colour),
    })),
  )

async function chooseEntry(page: Page): Promise<void> {
  await page.locator('[data-entry] > button').click()
  await page.getByLabel('Cari nama atau RT').fill('rejeki 3')
  await page.getByRole('button', { name: 'Sumber Rejeki' }).click()
}

/** Signs in at a browser that knows no address by itself. */
async function signInAt(page: Page, baseURL: string, { nrp }: Player): Promise<void> {
  await page.goto(`${baseURL}/masuk`)
  if (new URL(page.url()).pathname !== '/masuk') return
  await page.getByLabel('NRP').fill(nrp)
  await page.locator('input[name="sandi"]').fill(password)
  await press(page, 'Masuk')
  await page.waitForURL((url) => url.pathname === '/')
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
    // The time that a kept form proposes is that of the server, which stands still, not that of the phone.
    expect(await page.getByLabel('Tanggal kegiatan').inputValue()).toBe('2026-11-24')
    expect(await page.getByLabel('Pukul').inputValue()).toMatch(/^09:4[2-4]$/)
    await page.goto('/rekap')
    await page.getByRole('heading', { name: 'Halaman ini belum tersimpan di HP' }).waitFor()
    await page.getByRole('link', { name: 'Buat laporan' }).click()
    await page.getByRole('link', { name: 'Penyuluhan' }).click()
    await page.getByRole('heading', { name: 'Penyuluhan', level: 1 }).waitFor()
  })

  it('keeps them also for an officer who goes on from the home page at once', async () => {
    const { budi } = await cast(store.db)
    let isSlow = true
    const site = await openSite(store, {}, 0, ({ url }) => isSlow && url === '/laporan/pembinaan/baru')
    const page = await openPage(site)
    await letIn(page, budi)
    const asked = page.waitForRequest('**/laporan/pembinaan/baru')
    await page.goto('/')
    await asked

    isSlow = false
    await page.goto('/laporan/kilat')

    await untilKept(page, budi)
    await site.close()
    await page.goto('/laporan/pembinaan/baru')
    await page.locator('html[data-kept]').waitFor({ state: 'attached' })
  })

  it('shows a kept form when the server ails, and greys one that it does not have', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await phoneOf(budi, site)
    await page.evaluate(`(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete('/laporan/pembinaan/baru')
    })()`)
    await site.close()

    await page.goto('/laporan/baru')

    const row = page.locator('.task', { hasText: 'Buka sekali saat ada sinyal' })
    await row.waitFor()
    expect(await row.count()).toBe(1)
    expect(await row.locator('a[href]').count()).toBe(0)
  })
})

/** What the page's officer typed last lies on the disk. */
const saved = (page: Page) => page.locator('[data-pill]', { hasText: /^Tersimpan/ }).waitFor()

const entryFor = ({ fields, entryField }: ReportType, officer: Player) =>
  household(store.db, officer, { kind: fields[entryField]!.register!, name: 'Sumber Rejeki' })

/** In a usual run one of each sort: with an entry of the register, plain, with blocks that are added. */
const walked = reportTypes.filter(
  ({ key }) => isThorough || ['kunjungan-warga', 'penyuluhan', 'problem-solving'].includes(key),
)
const kills = isThorough ? 20 : 3

describe('a form without a network', () => {
  it.each(walked.map((type) => [type.key, type] as const))(
    'of %s is filled, stopped by a wrong answer, checked and laid into the queue',
    async (_, type) => {
      const { budi } = await cast(store.db)
      const site = await openSite(store)
      if (type.entryField) await entryFor(type, budi)
      const page = await phoneOf(budi, site)
      if (type.entryField) await until(page, keptRows('lists'))
      await site.close()
      const { posisi: _position, [type.entryField]: _entry, ...answers } = reportData[type.key]!
      const [long] = askedFields(type).find(
        ([, { kind, required, confidential }]) => kind === 'long' && required && !confidential,
      )!

      await page.goto(`/laporan/${type.key}/baru`)
      await fill(page, type, { ...answers, posisiAlasan: 'gedung', [long]: 'x' })
      if (type.entryField) await chooseEntry(page)
      await page.locator('input[name=foto]').setInputFiles(await twoPhotos())
      await press(page, 'Periksa jawaban')
      await page.getByRole('alert').first().waitFor()
      await page.locator(`[name=${long}]`).fill(String(answers[long]))
      await press(page, 'Periksa jawaban')
      await page.getByText('Server tidak terjangkau.').waitFor()
      expect(await page.locator('.answers').allInnerTexts().then(String)).toContain(String(answers[long]))
      await press(page, 'Simpan ke antrean kirim')

      await page.waitForURL('**/antrean-kirim**')

      expect(await count(page, 'queue')).toBe(1)
      expect(await count(page, 'drafts')).toBe(0)
    },
  )

  it('comes back after a reload, on the way back, and from the list of drafts, with its blocks and its photo', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await phoneOf(budi, site)
    await site.close()
    await page.goto('/laporan/problem-solving/baru')
    await fill(page, reportType('problem-solving'), {
      'pihak.0.nama': 'Joko',
      'pihak.1.nama': 'Wahyu',
      'pihak.2.nama': 'Rahmat',
    })
    await page.getByText('Sengketa', { exact: true }).click()
    await page.locator('input[name=foto]').setInputFiles((await twoPhotos())[0]!)
    await saved(page)
    await until(page, keptRows('draftPhotos'))
    const isBack = async () => {
      await page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
      expect(await page.locator('[name="pihak.2.nama"]').inputValue()).toBe('Rahmat')
      expect(await page.locator('[data-photos-list] strong').allInnerTexts()).toEqual(['Foto 1'])
    }

    await page.reload()
    await isBack()
    await page.goto('/laporan/baru')
    await page.goBack()
    await isBack()
    await page.goto('/laporan/baru')
    await page.getByText(/dari \d+ isian/).waitFor()
    await page.locator('[data-phone-drafts]').getByRole('link', { name: 'Problem solving' }).click()
    await isBack()
  })

  it('is kept with what was typed before the phone had its own file, around which a draft is put', async () => {
    const { budi } = await cast(store.db)
    // Past a worker no request can be held up.
    const page = await openPage(await openSite(store, { serviceWorker: 'off' }))
    await letIn(page, budi)
    const begin = async (path: string, typed: Record<string, string>) => {
      let letGo = () => {}
      const held = new Promise<void>((go) => {
        letGo = go
      })
      await page.route('**/assets/phone.*', (route) => held.then(() => route.continue()))
      await page.goto(path)
      await page.locator('html.has-script').waitFor()
      for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text)
      letGo()
      await saved(page)
      await page.unrouteAll()
    }

    await begin('/laporan/penyuluhan/baru', { Tempat: 'Balai RW 07', 'Jumlah peserta': '25' })
    await page.goto('/laporan/baru')
    const { pathname, search } = new URL(
      (await page.locator('[data-phone-drafts] a').getAttribute('href'))!,
      page.url(),
    )
    await begin(pathname + search, { Tempat: 'Balai RW 08' })
    await page.reload()
    await page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()

    expect(await page.getByLabel('Tempat', { exact: true }).inputValue()).toBe('Balai RW 08')
    expect(await page.getByLabel('Jumlah peserta').inputValue()).toBe('25')
  })

  it('in two tabs keeps what the first to save has typed', async () => {
    const { budi } = await cast(store.db)
    const page = await phoneOf(budi, await openSite(store))
    await page.goto('/laporan/penyuluhan/baru')
    await page.getByLabel('Tempat', { exact: true }).fill('Balai RW 07')
    await saved(page)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    await other.getByLabel('Tempat', { exact: true }).fill('Balai RW 08')
    await saved(other)

    await page.getByLabel('Tempat', { exact: true }).fill('Balai RW 09')

    await page.getByRole('alert').getByText('sedang dibuka di tab lain').waitFor()
    await other.reload()
    await other.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    expect(await other.getByLabel('Tempat', { exact: true }).inputValue()).toBe('Balai RW 08')
  })
})

/** From here on the server is silent, and the phone's patience with it is over at once. */
async function silence(page: Page): Promise<void> {
  await page.route('**/sehat', () => new Promise(() => {}))
  await page.clock.install()
}

describe('a form with a network', () => {
  it('to correct a report is kept, comes back in a new tab, waits for the server, and goes from the phone when it was sent', async () => {
    const { budi, agus } = await cast(store.db)
    const { id: report } = await returnedTalk(store, budi, agus, ['jumlahPeserta'])
    // Past a worker no request can be held up.
    const first = await openPage(await openSite(store, { serviceWorker: 'off' }))
    await letIn(first, budi)
    await first.goto(`/laporan/${report}/perbaikan`)
    await first.getByLabel('Jumlah peserta').fill('52')
    await first.getByLabel('Apa yang Anda ubah?').fill('Angkanya tertukar')
    await saved(first)
    const page = await first.context().newPage()
    await first.close()

    await page.goto('/')
    await page.locator('[data-phone-drafts]').getByRole('link', { name: 'Perbaiki laporan BINLUH/' }).click()
    await page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    expect(await page.getByLabel('Jumlah peserta').inputValue()).toBe('52')
    await silence(page)
    const asked = page.waitForRequest('**/sehat')
    await press(page, 'Kirim ulang')
    await asked
    await page.clock.fastForward(4000)
    await page.getByText('Isian tersimpan di HP ini.').waitFor({ timeout: 2000 })
    await page.unroute('**/sehat')
    await page.clock.fastForward(1000)
    await press(page, 'Kirim ulang')
    await page.waitForURL(`**/laporan/${report}`)

    await page.locator('[data-report-page]').waitFor()
    await until(page, `async () => !(await (${keptRows('drafts')})())`)
    expect(await store.db.report.findFirst()).toMatchObject({ answers: { jumlahPeserta: 52 }, version: 2 })
  })

  it('to complete a flash report is kept with its photos, of which none is there twice after a wrong answer', async () => {
    const { budi } = await cast(store.db)
    const { id } = await filedBrief(store, budi)
    const page = await openPage(await openSite(store))
    await letIn(page, budi)
    await page.goto(`/laporan/${id}/pelengkapan`)
    const { posisi: _, ...answers } = reportData.penyuluhan!
    // What only the server knows: this hour is still to come.
    await fill(page, reportType('penyuluhan'), { ...answers, posisiAlasan: 'gedung', pukul: '11:00' })
    await page.locator('input[name=foto]').setInputFiles((await twoPhotos())[0]!)
    await until(page, keptRows('draftPhotos'))
    await page.reload()
    await page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    expect(await page.locator('[data-photos-list] strong').allInnerTexts()).toEqual(['Foto 1'])

    await press(page, 'Periksa jawaban')
    await page.getByRole('alert').getByText('Pukul kegiatan tidak boleh setelah sekarang').waitFor()
    await saved(page)
    await page.goto(`/laporan/${id}/pelengkapan`)
    await page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    expect(await page.locator('[data-photos-list] strong').count()).toBe(0)
    expect(await page.locator('[data-kept-photo]').count()).toBe(1)
    await page.getByLabel('Pukul').fill('08:15')
    await press(page, 'Periksa jawaban')
    await press(page, 'Kirim laporan')
    await page.waitForURL(`**/laporan/${id}`)

    await page.locator('[data-report-page]').waitFor()
    await until(page, `async () => !(await (${keptRows('drafts')})())`)
    expect(await store.db.report.findFirst()).toMatchObject({ state: 'submitted', answers: { pukul: '08:15' } })
  })

  it('that is sent while a photo is made smaller is judged once that is done, and not again by itself', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await letIn(page, budi)
    // Safari has requestSubmit from 16 on.
    await page.addInitScript(`{
      delete HTMLFormElement.prototype.requestSubmit
      const open = globalThis.createImageBitmap
      const ready = new Promise((go) => { globalThis.makeSmaller = go })
      globalThis.createImageBitmap = (file) => ready.then(() => open(file))
    }`)
    const { posisi: _position, ...answers } = reportData.penyuluhan!
    await page.goto('/laporan/penyuluhan/baru')
    await fill(page, reportType('penyuluhan'), { ...answers, posisiAlasan: 'gedung', materi: 'x' })
    await page.locator('input[name=foto]').setInputFiles((await twoPhotos())[0]!)

    await press(page, 'Periksa jawaban')
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.evaluate('globalThis.makeSmaller()')
    await page.getByRole('heading', { name: 'Ada 1 isian yang perlu diperbaiki' }).waitFor()

    await page.locator('[name=materi]').fill(String(answers.materi))
    await page.locator('[data-photos-list] strong', { hasText: 'Foto 1' }).waitFor()
    await press(page, 'Periksa jawaban')
    await page.getByRole('heading', { name: 'Periksa sekali lagi sebelum dikirim', level: 1 }).waitFor()
  })

  it('outlives its session: from the form and from the check page the report arrives, once they have signed in', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await letIn(page, budi)
    const endSession = () => store.db.session.deleteMany()
    const signInHere = async () => {
      await page.getByLabel('NRP').fill(budi.nrp)
      await page.locator('input[name=sandi]').fill(password)
      await press(page, 'Masuk')
    }
    await page.goto('/laporan/penyuluhan/baru')
    const { posisi: _, ...answers } = reportData.penyuluhan!
    await fill(page, reportType('penyuluhan'), { ...answers, posisiAlasan: 'gedung' })
    await page.locator('input[name=foto]').setInputFiles(await twoPhotos())
    await until(page, keptRows('draftPhotos'))

    await endSession()
    await press(page, 'Periksa jawaban')
    await signInHere()
    await page.getByRole('heading', { name: 'Periksa sekali lagi sebelum dikirim' }).waitFor()
    await page.locator('html.has-script').waitFor()
    await endSession()
    await press(page, 'Kirim laporan')
    await signInHere()
    await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor()

    await until(page, `async () => !(await (${keptRows('queue')})()) && !(await (${keptRows('drafts')})())`)
    expect(await store.db.report.findFirst({ include: { photos: true } })).toMatchObject({
      authorId: budi.id,
      photosAwaited: 0,
      photos: [{}, {}],
    })
  })

  it('asks before it is left when nothing on the phone keeps it any more, and not when it is sent', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await letIn(page, budi)
    await page.goto('/laporan/penyuluhan/baru')
    await until(page, keyed)
    await page.getByLabel('Tempat', { exact: true }).fill('Balai RW 07')
    await saved(page)
    await endDraftKeys(page)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })

    await page.getByLabel('Tempat', { exact: true }).pressSequentially(' Sunyaragi')
    await page.locator('[data-pill]', { hasText: 'Belum tersimpan di HP' }).waitFor()
    await page.locator('.app-bar a').first().click()
    await until(page, `async () => document.querySelector('[name=tempat]').value === 'Balai RW 07 Sunyaragi'`)
    expect(asked).toEqual(['beforeunload'])
    await press(page, 'Simpan draf')

    await page.waitForURL((url) => url.pathname === '/')
    expect(asked).toHaveLength(1)
    expect(await store.db.draft.findFirst()).toMatchObject({ answers: { tempat: 'Balai RW 07 Sunyaragi' } })
  })
})

/** As if the session would have ended by now. */
const endDraftKeys = (page: Page): Promise<void> =>
  page.evaluate(`new Promise((settle, fail) => {
    const opening = indexedDB.open('bos')
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const tx = opening.result.transaction('keys', 'readwrite')
      tx.objectStore('keys').openCursor().onsuccess = ({ target: { result: one } }) => {
        if (!one) return
        one.update({ ...one.value, draftKey: { ...one.value.draftKey, until: 0 } })
        one.continue()
      }
      tx.oncomplete = () => { opening.result.close(); settle() }
    }
  })`)

describe('a phone whose browser is killed while somebody types', () => {
  it(`loses at most the last second of it, ${kills} times`, async () => {
    const { budi } = await cast(store.db)
    const { baseURL } = await openSite(store)
    const phone = newPhone()
    let running = await startPhone(phone)
    const words = Array.from({ length: kills }, (_, at) => `kalimat${at} yang diketik di lapangan`)
    const found: string[] = []

    for (const [at, word] of words.entries()) {
      const { page } = running
      // Whether the cookie of the session was on the disk yet is the browser's business.
      await signInAt(page, baseURL, budi)
      await page.goto(`${baseURL}/laporan/baru`)
      const drafts = page.locator('[data-phone-drafts] a')
      if (at > 0) await drafts.click()
      else await page.goto(`${baseURL}/laporan/penyuluhan/baru`)
      const field = page.locator('[name=materi]')
      if (at > 0) await page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
      if (at > 0) found.push(await field.inputValue())
      await until(page, keyed)
      await field.fill(word)
      await saved(page)
      await field.pressSequentially(' dan seterusnya')
      await running.kill()
      running = await startPhone(phone)
    }
    await signInAt(running.page, baseURL, budi)
    await running.page.goto(`${baseURL}/laporan/baru`)
    await running.page.locator('[data-phone-drafts] a').click()
    await running.page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    found.push(await running.page.locator('[name=materi]').inputValue())

    expect(found.filter((text, at) => !text.startsWith(words[at]!))).toEqual([])
    expect(found).toHaveLength(kills)
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

describe('what lies in the database of the phone', () => {
  it('is unreadable there, and its drafts are not listed for the next officer', async () => {
    const people = await cast(store.db)
    await household(store.db, people.budi, { name: 'Kenari Rahasia' })
    const page = await phoneOf(people.budi, await openSite(store))
    await until(page, keptRows('lists'))
    await page.goto('/laporan/penyuluhan/baru')
    await page.getByLabel('Tempat', { exact: true }).fill('Kenari Balai')
    await saved(page)

    await letIn(page, people.sari)
    await page.goto('/laporan/baru')
    await until(
      page,
      `async () => (await ${ask(all('keys'))}).every((one) => one.person === '${people.sari.id}' || !one.draftKey)`,
    )
    const texts = await page.evaluate<string>(`(async () => {
      const rows = [...await ${ask(all('drafts'))}, ...await ${ask(all('lists'))}]
      return rows.map((row) => JSON.stringify(row) + new TextDecoder('latin1').decode(row.body.bytes)).join()
    })()`)

    expect(await count(page, 'drafts')).toBe(1)
    expect(texts.length).toBeGreaterThan(200)
    expect(texts).not.toContain('Kenari')
    expect(await page.locator('[data-phone-drafts] a').count()).toBe(0)
  })
})

/** A phone whose server can bring out another release of the service worker, and is slow with one page. */
async function phoneWithReleases() {
  const { budi } = await cast(store.db)
  let worker: Buffer | undefined
  const slow: ServerResponse[] = []
  const instead = (req: IncomingMessage, res: ServerResponse) => {
    if (req.url === slowPage) return slow.push(res) > 0
    if (worker === undefined || req.url !== '/sw.js') return false
    res.setHeader('Content-Type', 'text/javascript').setHeader('Cache-Control', 'no-cache').end(worker)
    return true
  }
  const page = await phoneOf(budi, await openSite(store, {}, 0, instead))
  const release = async () => {
    worker = Buffer.concat([await (await page.request.get('/sw.js')).body(), Buffer.from('\n// the next release')])
    await page.evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update())')
  }
  return { page, release, slow }
}

const slowPage = '/cek?nomor=lambat'

/** Holds a lock of this name in the page until `globalThis.letGo` is called. */
const holdLock = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    `new Promise((held) => navigator.locks.request('${name}', () => new Promise((go) => { globalThis.letGo = go; held() })))`,
  )

const askToTakeOver = (page: Page): Promise<void> =>
  page.evaluate(`navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting.postMessage('take over'))`)

const isWaiting = 'async () => (await navigator.serviceWorker.getRegistration()).waiting !== null'
const isInCharge = 'async () => (await navigator.serviceWorker.getRegistration()).waiting === null'
const isWanted = (name: string) =>
  `async () => (await navigator.locks.query()).pending.some(({ name }) => name === '${name}')`

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

  it('of a new release that is asked while the queue is on its way takes over after that', async () => {
    const { page, release } = await phoneWithReleases()
    await page.goto('/bantuan')
    await holdLock(page, 'bos-drain')
    await release()
    await until(page, isWaiting)

    await askToTakeOver(page)
    await until(page, isWanted('bos-drain'))
    await page.evaluate('globalThis.letGo()')

    await untilVisited(page, '/bantuan', isInCharge)
  })

  it('of a new release that is asked while a form is open takes over when that is closed', async () => {
    const { page, release } = await phoneWithReleases()
    await page.goto('/laporan/penyuluhan/baru')
    await page.getByLabel('Tempat', { exact: true }).fill('Balai RW 07')
    await saved(page)
    await release()
    await until(page, isWaiting)

    await askToTakeOver(page)
    await until(page, isWanted('bos-form'))
    expect(
      await page.evaluate('navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting !== null)'),
    ).toBe(true)
    await page.goto('/bantuan')

    await untilVisited(page, '/bantuan', isInCharge)
  })

  it('of a new release that waits for the old one to be idle lets the queue be sent meanwhile', async () => {
    const { page, release, slow } = await phoneWithReleases()
    await page.goto('/bantuan')
    const other = await page.context().newPage()
    const opened = other.goto(slowPage)
    while (slow.length === 0) await new Promise((go) => setTimeout(go, 20))
    await holdLock(page, 'bos-form')
    await release()
    await until(page, isWaiting)
    await askToTakeOver(page)
    await until(page, isWanted('bos-form'))
    await page.evaluate('globalThis.letGo()')

    const isFree = await page.evaluate(`Promise.race([
      navigator.locks.request('bos-form', () => navigator.locks.request('bos-drain', () => true)),
      new Promise((go) => setTimeout(go, 10_000, false)),
    ])`)
    const isOldOne = await page.evaluate(`(${isWaiting})()`)
    for (const answer of slow) answer.setHeader('Content-Type', 'text/html').end('<!doctype html>')
    await opened

    expect([isFree, isOldOne]).toEqual([true, true])
    await untilVisited(page, '/bantuan', isInCharge)
  })

  it('of a new release lets a form be finished, loses nothing of it, and takes over when its page asks', async () => {
    const { page, release } = await phoneWithReleases()
    await page.goto('/laporan/penyuluhan/baru')
    const place = page.getByLabel('Tempat', { exact: true })
    await place.fill('Balai RW 07')
    await saved(page)
    await page.evaluate('globalThis.isSamePage = true')

    await release()
    await page.getByText('Versi baru siap.').waitFor()
    await place.pressSequentially(' Sunyaragi')
    await until(page, isWaiting)
    expect(await page.evaluate('globalThis.isSamePage')).toBe(true)
    await press(page, 'Muat ulang')

    await page.locator('[data-pill]', { hasText: /^Dipulihkan/ }).waitFor()
    expect(await place.inputValue()).toBe('Balai RW 07 Sunyaragi')
    await untilVisited(page, '/bantuan', isInCharge)
    expect(await page.evaluate('globalThis.isSamePage')).toBeUndefined()
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
