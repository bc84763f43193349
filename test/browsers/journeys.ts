import { deepStrictEqual, strictEqual } from 'node:assert'
import { isDeepStrictEqual } from 'node:util'
import { password } from '../support/cast.ts'
import { type Driver, fillIn, press, until, untilText } from './driver.ts'
import { refusals, type Scene } from './scene.ts'

export interface Journey {
  name: string
  /** Firefox's own settings under which it is made too. */
  preferences?: Record<string, unknown>
  only?: 'Firefox'
  run(driver: Driver, scene: Scene, photo: string): Promise<void>
}

const line = 'Penyuluhan kepada warga di balai.'
const talk = {
  tanggal: '2026-11-24',
  pukul: '09:00',
  rw: '7',
  tempat: 'Balai RW 07 Sunyaragi',
  tema: 'siskamling',
  sasaran: 'warga',
  jumlahPeserta: '25',
  materi: 'Ronda malam digiatkan lagi dan setiap rumah menyalakan lampu teras sampai pagi.',
  posisiAlasan: 'gedung',
  tindakLanjut: 'tidak',
}

async function signIn(driver: Driver, { at, budi }: Scene): Promise<void> {
  await driver.open(at('/masuk'))
  await fillIn(driver, { nrp: budi.nrp, sandi: password })
  await press(driver, 'Masuk')
  await until(driver, `location.pathname === '/'`, 'the home page is there')
}

async function fillBrief(driver: Driver, { at }: Scene): Promise<void> {
  await driver.open(at('/laporan/kilat'))
  await until(driver, `document.documentElement.classList.contains('has-script')`, 'the script is at work')
  await fillIn(driver, { jenis: 'penyuluhan', kilat: line })
}

const unkept = 'HP ini tidak menyimpan isian formulir ini'

const holding = async ({ db }: Scene) => ({ reports: await db.report.count(), photos: await db.photo.count() })

/** What lies in the database at this moment. */
async function holds(scene: Scene, reports: number, photos = 0): Promise<void> {
  deepStrictEqual(await holding(scene), { reports, photos })
}

/** Waits until the database holds this: photos arrive after their report. */
async function untilHolds(scene: Scene, reports: number, photos = 0): Promise<void> {
  const end = performance.now() + 30_000
  while (!isDeepStrictEqual(await holding(scene), { reports, photos }) && performance.now() < end)
    await new Promise((go) => setTimeout(go, 100))
  await holds(scene, reports, photos)
}

/** Storage is refused: told at once, the form stays open without a server, and leaving is asked about. */
async function keepOpenWithoutStorage(driver: Driver, scene: Scene, photo: string): Promise<void> {
  await signIn(driver, scene)
  await driver.open(scene.at('/laporan/penyuluhan/baru'))
  await untilText(driver, unkept)
  await fillIn(driver, talk)
  await driver.chooseFile('input[type=file]', photo)
  await untilText(driver, 'Foto 1')
  await scene.shut()
  await press(driver, 'Periksa jawaban')
  await untilText(driver, 'Server tidak terjangkau, dan HP ini tidak menyimpan isian ini')
  const place = await driver.evaluate<string>(`document.getElementsByName('tempat')[0].value`)
  strictEqual(place, talk.tempat)
  const asks = await driver.evaluate<boolean>(`!dispatchEvent(new Event('beforeunload', { cancelable: true }))`)
  if (!asks) throw new Error('leaving the form is not asked about')
}

export const journeys: Journey[] = [
  {
    name: 'files a talk with a photo',
    run: async (driver, scene, photo) => {
      await scene.open()
      await signIn(driver, scene)
      await driver.open(scene.at('/laporan/penyuluhan/baru'))
      await until(driver, `document.documentElement.classList.contains('has-script')`, 'the script is at work')
      await fillIn(driver, talk)
      await driver.chooseFile('input[type=file]', photo)
      await untilText(driver, 'Foto 1')
      await press(driver, 'Periksa jawaban')
      await untilText(driver, 'Periksa sekali lagi sebelum dikirim')
      await press(driver, 'Kirim laporan')
      await untilText(driver, 'Laporan diterima')
      await untilHolds(scene, 1, 1)
    },
  },
  {
    name: 'queues a report without a network and sends it once when the network is back',
    run: async (driver, scene) => {
      await scene.open()
      await signIn(driver, scene)
      await until(driver, `await caches.match('/antrean-kirim')`, 'the page of the queue is kept')
      await until(driver, `await caches.match('/laporan/kilat')`, 'the form is kept')
      await until(driver, hasKeys, 'the phone has its keys')
      await scene.shut()
      await fillBrief(driver, scene)
      await press(driver, 'Kirim kilat')
      await until(driver, `location.pathname === '/antrean-kirim'`, 'the queue is shown')
      await untilText(driver, 'buka BOS lagi saat ada sinyal')
      await holds(scene, 0)
      await scene.open()
      await driver.open(scene.at('/'))
      await untilHolds(scene, 1)
      await driver.open(scene.at('/antrean-kirim'))
      await untilText(driver, 'Diterima')
      await holds(scene, 1)
    },
  },
  {
    name: 'is not stuck after pages that were left while they read and wrote',
    run: async (driver, scene) => {
      await scene.open()
      await signIn(driver, scene)
      await until(driver, hasKeys, 'the phone has its keys')
      for (const kind of ['penyuluhan', 'pembinaan', 'giat-desa']) {
        await driver.open(scene.at(`/laporan/${kind}/baru`))
        await until(driver, `document.documentElement.classList.contains('has-script')`, 'the script is at work')
        await driver.evaluate(`void setInterval(() => {
          for (let times = 0; times < 20; times++) dispatchEvent(new Event('online'))
        }, 5)`)
        await driver.evaluate(`void setTimeout(() => location.assign('/laporan/kilat'), 300)`)
        await until(driver, `location.pathname === '/laporan/kilat'`, 'the next page is there')
        await until(driver, `document.documentElement.classList.contains('has-script')`, 'the script is at work')
        await fillIn(driver, { kilat: line })
        await until(driver, `/^Tersimpan/.test(document.querySelector('[data-pill]')?.innerText.trim())`, 'it is kept')
      }
    },
  },
  {
    name: 'stays on the form without a service worker, and goes on to the receipt',
    preferences: { 'dom.serviceWorkers.enabled': false },
    run: async (driver, scene) => {
      await scene.open({ worker: 'off' })
      await signIn(driver, scene)
      await until(driver, hasKeys, 'the phone has its keys')
      await fillBrief(driver, scene)
      await scene.shut()
      await press(driver, 'Kirim kilat')
      await untilText(driver, 'menunggu kirim')
      await scene.open({ worker: 'off' })
      await driver.evaluate(`dispatchEvent(new Event('online'))`)
      await untilText(driver, 'Kilat diterima')
      await holds(scene, 1)
    },
  },
  {
    name: 'keeps a form open where the database is refused',
    run: async (driver, scene, photo) => {
      await scene.open({ worker: 'off', before: refusals.database })
      await keepOpenWithoutStorage(driver, scene, photo)
    },
  },
  {
    name: 'files a report where every kind of storage throws',
    run: async (driver, scene) => {
      await scene.open({ worker: 'off', before: refusals.allStorage })
      await signIn(driver, scene)
      await fillBrief(driver, scene)
      await untilText(driver, unkept)
      await press(driver, 'Kirim kilat')
      await untilText(driver, 'Kilat diterima')
      await holds(scene, 1)
    },
  },
  {
    name: 'keeps a form open where the disk is full',
    only: 'Firefox',
    preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': 1 },
    run: async (driver, scene, photo) => {
      await scene.open()
      await keepOpenWithoutStorage(driver, scene, photo)
    },
  },
]

const hasKeys = `await new Promise((go) => {
  indexedDB.databases().then((all) => {
    if (!all.some(({ name }) => name === 'bos')) return go(false)
    const opening = indexedDB.open('bos')
    opening.onerror = () => go(false)
    opening.onsuccess = () => {
      const db = opening.result
      if (![...db.objectStoreNames].includes('keys')) { db.close(); return go(false) }
      db.transaction('keys').objectStore('keys').getAll().onsuccess = ({ target }) => {
        db.close()
        go(target.result.some(({ draftKey }) => Boolean(draftKey)))
      }
    }
  })
})`
