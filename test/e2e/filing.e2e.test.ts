import type { Page } from 'playwright-core'
import { openPage, openSite, press, signIn } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { photo } from '../support/filing.ts'
import { store } from '../support/store.ts'

const advice = 'Pasang kunci ganda dan nyalakan lampu teras sepanjang malam.'
const opinion = 'Motor tetangga hilang Minggu malam dari teras rumah.'
const sunyaragi = { latitude: -6.7321, longitude: 108.5523, accuracy: 12 }

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('an officer %s', (_, javaScriptEnabled) => {
  it('files a visit to a new household, is stopped by wrong answers with everything kept, and gets a receipt', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage({
      ...(await openSite(store)),
      javaScriptEnabled,
      geolocation: sunyaragi,
      permissions: ['geolocation'],
    })
    await signIn(page, budi)

    await page.getByRole('main').getByRole('link', { name: 'Buat laporan' }).click()
    await page.getByRole('link', { name: 'Kunjungan warga' }).click()
    await fillVisit(page, javaScriptEnabled)
    await chooseNewHousehold(page)

    // Back on the form, with what was typed and the photo that was chosen before.
    await expectTyped(page, 'Kurang')
    await page.getByText('Hartono Wijaya', { exact: true }).waitFor()
    await page.getByText('RT 003 RW 007').waitFor()

    await press(page, 'Periksa jawaban')
    await page.getByRole('alert').getByText('Imbauan yang Anda berikan minimal 20 karakter. Sekarang 6').waitFor()
    await page.getByRole('heading', { name: 'Ada 1 isian yang perlu diperbaiki' }).waitFor()
    expect(await page.locator('#f-imbauan-hint + #f-imbauan-error').count()).toBe(1)
    expect(await page.title()).toMatch(/^Kesalahan: Kunjungan warga/)
    await expectTyped(page, 'Kurang')

    // What only the server knows stops the report as well: this hour is still to come.
    await page.getByLabel('Imbauan yang Anda berikan').fill(advice)
    await page.getByLabel('Pukul').fill('11:00')
    await press(page, 'Periksa jawaban')
    await page.getByRole('alert').getByText('Pukul kegiatan tidak boleh setelah sekarang').waitFor()
    await expectTyped(page, advice)

    await page.getByLabel('Pukul').fill('08:30')
    await press(page, 'Periksa jawaban')
    await page.getByRole('heading', { name: 'Periksa sekali lagi sebelum dikirim', level: 1 }).waitFor()
    for (const answer of [opinion, advice, 'Hartono Wijaya']) await page.getByText(answer).first().waitFor()
    for (const label of ['Diterima oleh', 'Imbauan yang diberikan', 'Perlu tindak lanjut'])
      await page.getByRole('term').getByText(label, { exact: true }).waitFor()
    if (javaScriptEnabled)
      for (const line of [/^Tercatat, ketelitian \d+ m$/, /^Koordinat -6[.]\d{6}, 108[.]\d{6}$/])
        await page.getByText(line).waitFor()
    expect(await page.getByRole('img', { name: 'Foto 1' }).count()).toBe(1)

    await press(page, 'Kirim laporan')
    await page.getByRole('heading', { name: 'Laporan diterima', level: 1 }).waitFor()
    const { number, checkCode, entryId, answers } = await store.db.report.findFirstOrThrow()
    await page.getByText(number, { exact: true }).waitFor()
    await page.getByText(`${checkCode.slice(0, 3)}-${checkCode.slice(3)}`).waitFor()
    await page.getByText('24 Nov 2026, 09.42 WIB').waitFor()
    expect(await store.db.registerEntry.findFirst()).toMatchObject({ id: entryId, name: 'Hartono Wijaya' })
    expect(answers).toMatchObject({
      pukul: '08:30',
      pendapat: [{ jenis: 'keluhan', bidang: 'keamanan', uraian: opinion }],
      imbauan: advice,
      posisi: javaScriptEnabled ? '-6.732100,108.552300,12' : null,
      posisiAlasan: javaScriptEnabled ? null : 'gedung',
    })

    await page.getByRole('link', { name: 'Lihat laporan' }).click()
    await page.getByText('Terkirim').waitFor()
  })

  it('puts a report aside and finishes it from the home page', async () => {
    const { budi } = await cast(store.db)
    const page = await openPage({ ...(await openSite(store)), javaScriptEnabled })
    await signIn(page, budi)

    await page.goto('/laporan/penyuluhan/baru')
    await page.getByLabel('Tempat', { exact: true }).fill('Balai RW 07')
    await press(page, 'Simpan draf')
    await page.getByRole('status').getByText('Draf disimpan di server').waitFor()
    await page.getByRole('link', { name: 'Penyuluhan' }).click()

    expect(await page.getByLabel('Tempat', { exact: true }).inputValue()).toBe('Balai RW 07')
  })
})

async function fillVisit(page: Page, javaScriptEnabled: boolean): Promise<void> {
  await page.getByText('Kepala keluarga', { exact: true }).click()
  const block = page.getByRole('group', { name: 'Pendapat 1' })
  await block.getByText('Keluhan', { exact: true }).click()
  await block.getByText('Keamanan', { exact: true }).click()
  await block.getByLabel('Uraian').fill(opinion)
  await page.getByLabel('Imbauan yang Anda berikan').fill('Kurang')
  await page.locator('input[name=foto]').setInputFiles({
    name: 'foto.jpg',
    mimeType: 'image/jpeg',
    buffer: await photo(),
  })
  if (javaScriptEnabled) {
    await press(page, 'Ambil lokasi')
    await page.getByText('Lokasi tercatat').waitFor()
  } else await page.getByText('Di dalam gedung', { exact: true }).click()
  await page.getByRole('group', { name: 'Perlu tindak lanjut?' }).getByText('Tidak', { exact: true }).click()
}

async function chooseNewHousehold(page: Page): Promise<void> {
  await press(page, 'Pilih keluarga')
  await page.getByLabel('Cari nama kepala keluarga atau RT').fill('Hartono')
  await press(page, 'Cari')
  await page.getByText('Tidak ada yang cocok dengan "Hartono".').waitFor()
  await page.getByRole('link', { name: 'Keluarga baru' }).click()
  await page.getByLabel('Nama kepala keluarga').fill('Hartono Wijaya')
  await page.getByLabel('RT', { exact: true }).fill('3')
  await press(page, 'Catat')
  await page.getByRole('alert').getByText('Isi RW').waitFor()
  await page.getByLabel('RW', { exact: true }).fill('7')
  await press(page, 'Catat')
}

async function expectTyped(page: Page, imbauan: string): Promise<void> {
  await page.getByRole('heading', { name: 'Kunjungan warga', level: 1 }).waitFor()
  expect(await page.getByLabel('Kepala keluarga').isChecked()).toBe(true)
  expect(await page.getByLabel('Uraian').inputValue()).toBe(opinion)
  expect(await page.getByLabel('Imbauan yang Anda berikan').inputValue()).toBe(imbauan)
  expect(await page.locator('input[name=fotoHash]').count()).toBe(1)
  expect(await page.getByText('Foto 1 tersimpan, 640 × 480').count()).toBe(1)
}
