import { letIn, openPage, openSite, press } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { store } from '../support/store.ts'

describe('the recap as a message', () => {
  it('is copied in one touch', async () => {
    const { agus } = await cast(store.db)
    const page = await openPage(await openSite(store))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await letIn(page, agus)
    await page.goto('/rekap')
    await page.getByRole('link', { name: 'Teks WhatsApp' }).click()

    await press(page, 'Salin')

    await page.getByText('Tersalin', { exact: true }).waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toBe(await page.getByLabel('Teks untuk ditempel').inputValue())
    expect(copied).toMatch(/^\*Rekap Polres Cirebon Kota\*\n/)
  })

  it('is there to be copied by hand, and says how, where no script runs', async () => {
    const { agus } = await cast(store.db)
    const page = await openPage({ ...(await openSite(store)), javaScriptEnabled: false })
    await letIn(page, agus)
    await page.goto('/rekap/teks')

    await page.getByText('Sentuh teksnya, pilih semua, salin, lalu tempel di WhatsApp.').waitFor()
    expect(await page.getByRole('button', { name: 'Salin' }).count()).toBe(0)
    expect(await page.getByLabel('Teks untuk ditempel').inputValue()).toContain('Polsek Kesambi')
  })
})
