import { openPage, openSite, press, signIn } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { photo } from '../support/filing.ts'
import { store } from '../support/store.ts'

const line = 'Ronda malam bersama warga RW 07, situasi aman.'

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('an officer %s', (_, javaScriptEnabled) => {
  it('sends a brief report from the home page, and is led to its completion', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage({ ...(await openSite(store)), javaScriptEnabled })
    await signIn(page, budi)

    await page.getByRole('link', { name: 'Laporan kilat, 1 menit' }).click()
    await page.getByText('Kel. Sunyaragi').waitFor()
    await page.getByLabel('Jenis kegiatan').selectOption({ label: 'Penyuluhan' })
    await page.getByLabel('Satu kalimat').fill('Ronda')
    await page.locator('input[name=foto]').setInputFiles({
      name: 'foto.jpg',
      mimeType: 'image/jpeg',
      buffer: await photo(),
    })
    await press(page, 'Kirim kilat')
    await page.getByRole('alert').getByText('Satu kalimat minimal 10 karakter').waitFor()
    await page.getByLabel('Satu kalimat').fill(line)
    await press(page, 'Kirim kilat')

    await page.getByText('Kilat diterima 09.42, tepat waktu.').waitFor()
    expect(await store.db.report.findFirst()).toMatchObject({ state: 'brief', narrative: line })
    // The photo follows its report, from whichever page is open.
    while ((await store.db.photo.count()) === 0) await page.waitForTimeout(100)
    expect(await store.db.photo.count()).toBe(1)
    await page.getByRole('link', { name: 'Lengkapi sekarang' }).click()
    await page.getByRole('heading', { name: 'Lengkapi kilat: Penyuluhan', level: 1 }).waitFor()
    await page.getByText(line).waitFor()
    await page.goto('/')
    await page.getByRole('link', { name: 'Lengkapi 1 laporan kilat' }).waitFor()
  })

  it('says nihil with one tap, and takes it back', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage({ ...(await openSite(store)), javaScriptEnabled })
    await signIn(page, budi)

    await press(page, 'Nihil')
    await page.getByText('Hari ini dicatat nihil pukul 09.42.').waitFor()
    await press(page, 'Batalkan nihil')
    await page.getByText('Catat hari ini tanpa kejadian?').waitFor()
    expect(await store.db.nihil.count()).toBe(0)
  })
})
