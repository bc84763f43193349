import { openPage, openSite, signIn } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { photo } from '../support/filing.ts'
import { sendPastSession } from '../support/no-script.ts'
import { store } from '../support/store.ts'

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a person %s', (_, javaScriptEnabled) => {
  it('is told what does not fit, signs in, and signs out', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage({ ...(await openSite(store)), javaScriptEnabled })

    await page.goto('/akun')
    await page.getByLabel('NRP').fill(budi.nrp)
    await page.locator('input[name="sandi"]').fill('bukan ini')
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByRole('alert').getByText('NRP atau kata sandi tidak cocok').waitFor()
    expect(await page.getByLabel('NRP').inputValue()).toBe(budi.nrp)
    expect(await page.title()).toMatch(/^Kesalahan: Masuk/)

    await page.locator('input[name="sandi"]').fill('sawah hijau di pagi hari')
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await page.getByRole('heading', { name: 'Akun saya', level: 1 }).waitFor()

    await page.locator('summary').click()
    await page.getByRole('button', { name: 'Keluar', exact: true }).click()
    await page.waitForURL('**/masuk')
    await page.goto('/akun')
    expect(new URL(page.url()).pathname).toBe('/masuk')
  })
})

describe('the pages of signing in', () => {
  it('say nothing to the console, and break no rule of their own policy', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage(await openSite(store))
    const said: string[] = []
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => said.push(String(error)))

    await signIn(page, budi)
    await page.goto('/akun')
    await page.goto('/sandi')

    expect(said).toEqual([])
  })
})

describe('a form whose session ends, without script', () => {
  it('is there with its photo after the sign-in, each time', async () => {
    const { budi } = await cast(store.db)
    const site = await openSite(store)
    const page = await openPage({ ...site, javaScriptEnabled: false })
    await signIn(page, budi)

    for (const line of ['Ronda malam', 'Gotong royong', 'Rapat RW', 'Lomba warga', 'Kerja bakti']) {
      const kilat = `${line} di balai warga berjalan aman.`
      const expire = () => store.db.session.deleteMany()
      const id = await sendPastSession(page, { nrp: budi.nrp, line: kilat, photo: await photo(), expire })

      expect(await store.db.report.findUnique({ where: { id } })).toMatchObject({ answers: { kilat } })
      expect(await store.db.photo.count({ where: { reportId: id } })).toBe(1)
    }
  })
})
