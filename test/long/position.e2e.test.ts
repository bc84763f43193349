import type { Page } from 'playwright-core'
import { positionCases } from '../corpus/positions.ts'
import { axeViolations, letIn, openPage, openSite } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { store } from '../support/store.ts'

/** A fix, or the code of an error: 1 denied, 2 unavailable, 3 timeout. */
type Told = { latitude?: number; longitude?: number; accuracy?: number; timestamp?: number } | 1 | 2 | 3

/** A phone whose satellites say what the test wants; JSON knows neither NaN nor Infinity. */
const receiver = `
  navigator.geolocation.watchPosition = (found, failed) => {
    const told = window.told
    const number = (value) => (value === null ? NaN : value === 'Infinity' ? Infinity : value)
    const timer = setInterval(() => {
      const next = told.shift()
      if (next === undefined) return clearInterval(timer)
      if (typeof next === 'number') return failed({ code: next, PERMISSION_DENIED: 1 })
      const { latitude, longitude, accuracy, timestamp } = next
      const coords = { latitude: number(latitude), longitude: number(longitude), accuracy: number(accuracy), altitude: NaN, altitudeAccuracy: -1, heading: NaN, speed: 1e9 }
      found({ coords, timestamp: timestamp ?? Date.now() })
    }, 1)
    return 1
  }
  navigator.geolocation.clearWatch = () => {}`

async function openForm(): Promise<Page> {
  const { budi } = await cast(store.db)
  const page = await openPage(await openSite(store, { serviceWorker: 'off' }))
  await page.addInitScript(receiver)
  await letIn(page, budi)
  await page.goto('/laporan/penyuluhan/baru')
  return page
}

const asJson = (told: Told[]) =>
  JSON.stringify(told, (_, value) => (value === Number.POSITIVE_INFINITY ? 'Infinity' : value))

/** Presses the button, waits until the attempt is over, and tells what the form shows and holds then. */
async function attempt(page: Page, ...told: Told[]) {
  await page.evaluate(`window.told = ${asJson(told)}`)
  await page.locator('[data-position-take]').click()
  await page.locator('[data-position-take]:enabled').waitFor()
  return shown(page)
}

const shown = (page: Page) =>
  page.evaluate<{ value: string; card: string; reasons: boolean; asks: boolean }>(`(() => {
    const find = (name) => document.querySelector('[data-position' + name + ']')
    return {
      value: document.querySelector('input[name=posisi]').value,
      card: find('-card').hidden ? '' : (find('-title').textContent + ' ' + find('-text').textContent).trim(),
      reasons: !find('-reasons').hidden,
      asks: !find('-use').hidden,
    }
  })()`)

const here = { latitude: -6.7321, longitude: 108.5523, accuracy: 12 }
const hereText = '-6.732100,108.552300,12'
const says = { unreal: 'tidak menyebut ketelitian', outside: 'di luar Indonesia', vague: 'Ketelitian hanya' }

describe('the location of a report', () => {
  it('is recorded only if the report may have it; else the card says why and the reasons for none are there', async () => {
    const page = await openForm()
    const wrong: string[] = []

    for (const { name, fix, stored, fault } of positionCases) {
      await page.evaluate(`document.querySelector('input[name=posisi]').value = ''`)
      const { value, card, reasons } = await attempt(page, fix, 3)
      const isRight = stored
        ? value === stored && card.startsWith('Lokasi tercatat') && !reasons
        : value === '' && card.includes(says[fault!]) && reasons
      if (!isRight) wrong.push(`${name}: ${value} ${card} ${reasons}`)
    }

    expect(wrong).toEqual([])
  })

  it('is not given up for a worse one, unless its author says so', async () => {
    const page = await openForm()
    await attempt(page, here)

    const worse = await attempt(page, { ...here, latitude: -6.8, accuracy: 80 }, 3)
    expect(worse).toMatchObject({ value: hereText, asks: true, reasons: false })
    expect(worse.card).toBe(
      'Lokasi tercatat Yang baru lebih kasar: 80 m. Lokasi sebelumnya, ketelitian 12 m, tetap dipakai.',
    )

    await page.getByRole('button', { name: 'Pakai yang baru' }).click()
    expect(await shown(page)).toMatchObject({ value: '-6.800000,108.552300,80', asks: false })
    expect(await attempt(page, { ...here, accuracy: 30 }, 3)).toMatchObject({ value: '-6.732100,108.552300,30' })
  })

  it.each([
    ['permission is taken away', [1], 'Izin lokasi ditolak'],
    ['nothing is found', [3], 'Lokasi tidak ditemukan'],
    ['the receiver is off', [2], 'Lokasi tidak ditemukan'],
    ['only Null Island is found', [{ ...here, latitude: 0, longitude: 0 }, 3], 'di luar Indonesia'],
  ] as [string, Told[], string][])(
    'stays when a later attempt fails because %s, and a reason may take its place',
    async (_, told, why) => {
      const page = await openForm()
      await attempt(page, here)

      const failed = await attempt(page, ...told)
      expect(failed).toMatchObject({ value: hereText, reasons: true })
      expect(failed.card).toContain(why)
      expect(failed.card).toContain('Lokasi sebelumnya, ketelitian 12 m, tetap dipakai.')

      await page.getByLabel('Di dalam gedung').check()
      expect(await shown(page)).toMatchObject({ value: '', card: '', reasons: true })
      expect(await attempt(page, here)).toMatchObject({ value: hereText, reasons: false })
      expect(await page.getByLabel('Di dalam gedung').isChecked()).toBe(false)
    },
  )

  it('is not what the phone remembers of yesterday, but what comes after that is, whatever its clock says', async () => {
    const page = await openForm()
    const yesterday = Date.now() - 86_400_000

    const old = await attempt(page, { ...here, timestamp: yesterday }, 3)
    expect(old).toMatchObject({ value: '', reasons: true })
    expect(old.card).toContain('HP hanya memberi lokasi lama')

    const running = await attempt(
      page,
      { ...here, timestamp: yesterday },
      { ...here, accuracy: 14, timestamp: yesterday + 1000 },
    )
    expect(running.value).toBe('-6.732100,108.552300,14')
  })

  it('does not change once the attempt is over', async () => {
    const page = await openForm()

    await attempt(page, 1, here)
    await page.waitForTimeout(50)

    expect(await shown(page)).toMatchObject({ value: '', reasons: true })
    expect(await axeViolations(page)).toEqual([])
  })
})
