import { openPage, openSite, press, signIn } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { store } from '../support/store.ts'

const own = 'perahu kayu melawan ombak'

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('an admin %s', (_, javaScriptEnabled) => {
  it('creates an account, and its officer signs in with the code and chooses a password', async () => {
    const { rini } = await cast(store.db)
    const site = { ...(await openSite(store)), javaScriptEnabled }
    const asRini = await openPage(site)
    await signIn(asRini, rini)

    await asRini.getByRole('link', { name: 'Buat akun' }).click()
    await asRini.getByLabel('NRP').fill('9513')
    await asRini.getByLabel('Nama', { exact: true }).fill('Slamet Riyadi')
    await asRini.getByLabel('Pangkat').selectOption('Bripka')
    await asRini.getByLabel('Jabatan').fill('Bhabinkamtibmas Drajat')
    await asRini.getByText('Bhabinkamtibmas', { exact: true }).click()
    await asRini.getByText('Polsek Kesambi', { exact: true }).click()
    await press(asRini, 'Tampilkan wilayah satuan ini')
    await asRini.getByText('Drajat (belum ada petugas)').click()
    await press(asRini, 'Simpan dan terbitkan kode')
    await asRini.getByRole('alert').getByText('NRP harus 8 angka. Sekarang 4').waitFor()
    expect(await asRini.getByLabel('Nama', { exact: true }).inputValue()).toBe('Slamet Riyadi')
    await asRini.getByLabel('NRP').fill('95041515')
    await press(asRini, 'Simpan dan terbitkan kode')

    await asRini.getByRole('heading', { name: 'Kode sekali pakai', level: 1 }).waitFor()
    await asRini.getByText('Berlaku sampai 24 Nov 2026, 09.57 WIB').waitFor()
    const code = (await asRini.locator('.slip-code').textContent())!.trim()

    const page = await openPage(site)
    await signIn(page, { nrp: '95041515' }, code)
    await page.getByRole('heading', { name: 'Buat kata sandi Anda', level: 1 }).waitFor()
    await page.goto('/laporan/baru')
    await page.getByRole('heading', { name: 'Buat kata sandi Anda', level: 1 }).waitFor()
    await page.locator('input[name=sandiBaru]').fill('pendek')
    await page.locator('input[name=sandiUlang]').fill('pendek')
    await press(page, 'Simpan kata sandi')
    await page.getByRole('alert').getByText('Kata sandi minimal 12 karakter. Sekarang 6').waitFor()
    await page.locator('input[name=sandiBaru]').fill(own)
    await page.locator('input[name=sandiUlang]').fill(own)
    await press(page, 'Simpan kata sandi')
    await page.getByText('Belum ada laporan hari ini').waitFor()
    await page.goto('/laporan/penyuluhan/baru')
    await page.getByText('Drajat', { exact: false }).first().waitFor()

    const again = await openPage(site)
    await signIn(again, { nrp: '95041515' }, own)
    await again.getByText('Belum ada laporan hari ini').waitFor()
  })

  it('asks for a code of the Kasat, which the Kapolres confirms and the Kasat uses on a device that is listed', async () => {
    const { rini, dewi, agus } = await cast(store.db)
    const at = new Date('2026-11-20T08:00:00+07:00')
    const phone = { publicKey: {}, thumbprint: 'an old phone', agent: 'Firefox Android', madeAt: at, lastSeenAt: at }
    await store.db.deviceKey.create({ data: { personId: agus.id, ...phone } })
    const site = { ...(await openSite(store)), javaScriptEnabled }
    const [asRini, asDewi, asAgus] = [await openPage(site), await openPage(site), await openPage(site)]
    await signIn(asRini, rini)
    await asRini.goto(`/personel/${agus.id}/slip`)
    await press(asRini, 'Ajukan untuk dikonfirmasi')
    await asRini.getByText('Belum ada yang berubah sampai orang kedua mengonfirmasi').waitFor()

    await signIn(asDewi, dewi)
    await asDewi.getByRole('link', { name: 'Satu permintaan tentang akun menunggu konfirmasi Anda' }).click()
    await asDewi.getByRole('link', { name: 'Kode sekali pakai: AKP Agus Prasetyo' }).click()
    await press(asDewi, 'Konfirmasi')
    const code = (await asDewi.locator('.slip-code').textContent())!.trim()

    await signIn(asAgus, agus, code)
    await asAgus.locator('input[name=sandiBaru]').fill(own)
    await asAgus.locator('input[name=sandiUlang]').fill(own)
    await press(asAgus, 'Simpan kata sandi')
    await asAgus.getByRole('heading', { name: 'HP mana yang masih Anda pakai?' }).waitFor()
    await asAgus.getByText('Tidak ada: semuanya bukan milik saya').click()
    await press(asAgus, 'Simpan')
    await asAgus.getByText('Kode sekali pakai untuk AKP Agus Prasetyo: diminta Aiptu Rini Astuti').first().waitFor()
    expect(await store.db.deviceKey.count({ where: { revokedAt: null } })).toBe(0)
  })
})
