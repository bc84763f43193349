import { openPage, openSite, press, signIn } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { photo } from '../support/filing.ts'
import { filedTalk } from '../support/makers.ts'
import { store } from '../support/store.ts'

const subject = 'Ronda malam digiatkan lagi dan setiap rumah menyalakan lampu teras sampai pagi.'
const note = 'Sebutkan jumlah peserta yang benar.'

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  it('a talk is filed, returned, corrected and verified', async () => {
    const { budi, agus } = await cast(store.db)
    const site = { ...(await openSite(store)), javaScriptEnabled }
    const [asBudi, asAgus] = [await openPage(site), await openPage(site)]
    await signIn(asBudi, budi)
    await signIn(asAgus, agus)

    await asBudi.goto('/laporan/penyuluhan/baru')
    await asBudi.getByLabel('Tempat', { exact: true }).fill('Balai RW 07')
    await asBudi.getByLabel('Tema', { exact: true }).selectOption('Siskamling dan ronda')
    await asBudi.getByRole('group', { name: 'Peserta' }).getByText('Warga', { exact: true }).click()
    await asBudi.getByLabel('Jumlah peserta').fill('250')
    await asBudi.getByLabel('Materi yang disampaikan').fill(subject)
    await asBudi.getByText('HP tidak bisa', { exact: true }).click()
    await asBudi
      .locator('input[name=foto]')
      .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await asBudi.getByRole('group', { name: 'Perlu tindak lanjut?' }).getByText('Tidak', { exact: true }).click()
    await press(asBudi, 'Periksa jawaban')
    await press(asBudi, 'Kirim laporan')
    await asBudi.getByRole('heading', { name: 'Laporan diterima' }).waitFor()
    const { number } = await store.db.report.findFirstOrThrow()

    await asAgus.getByRole('link', { name: 'Antrean periksa' }).first().click()
    await asAgus.getByText('1 perlu diperiksa').waitFor()
    await asAgus.getByRole('link', { name: 'Periksa berikutnya' }).click()
    await asAgus.getByText('Kembalikan untuk diperbaiki').click()
    await press(asAgus, 'Kembalikan')
    await asAgus.getByRole('alert').getByText('Pilih alasan').waitFor()
    await asAgus.getByText('Uraian tidak jelas', { exact: true }).click()
    await asAgus.getByLabel('Apa yang perlu diperbaiki').fill(note)
    const pins = asAgus.getByRole('group', { name: 'Isian yang dibuka untuk diperbaiki' })
    await pins.getByText('Jumlah peserta', { exact: true }).click()
    await press(asAgus, 'Kembalikan')
    await asAgus.getByRole('status').getByText(`Laporan ${number} dikembalikan kepada petugas.`).waitFor()

    await asBudi.goto('/')
    await asBudi.getByText(note).first().waitFor()
    await asBudi.getByRole('link', { name: 'Siskamling dan ronda di Balai RW 07, 250 peserta' }).first().click()
    await asBudi.getByRole('link', { name: 'Perbaiki laporan' }).click()
    expect(await asBudi.getByRole('textbox').count()).toBe(2)
    await asBudi.getByLabel('Apa yang Anda ubah?').fill('Angka nol kelebihan satu')
    await press(asBudi, 'Kirim ulang')
    await asBudi.getByRole('alert').getByText('Belum ada yang berubah pada isian yang diminta').waitFor()
    await asBudi.getByLabel('Jumlah peserta').fill('25')
    expect(await asBudi.getByLabel('Apa yang Anda ubah?').inputValue()).toBe('Angka nol kelebihan satu')
    await press(asBudi, 'Kirim ulang')
    await asBudi.getByRole('status').getByText(`Perbaikan laporan ${number} diterima.`).waitFor()

    await asAgus.goto('/antrean')
    await asAgus.getByRole('link', { name: 'Periksa berikutnya' }).click()
    expect(await asAgus.getByRole('deletion').allTextContents()).toEqual(['250'])
    expect(await asAgus.getByRole('insertion').allTextContents()).toEqual(['25'])
    await asAgus.getByText('Angka nol kelebihan satu').first().waitFor()
    await press(asAgus, 'Verifikasi')
    await asAgus.getByRole('status').getByText(`Laporan ${number} diverifikasi.`).waitFor()
    await asAgus.getByText('Antrean kosong').waitFor()
    expect(await store.db.report.findFirst()).toMatchObject({ state: 'verified', version: 2 })
  })

  it('a Kapolres reads the recap and goes from a number to the list and to the report', async () => {
    const { budi, sari, dewi } = await cast(store.db)
    await filedTalk(store, budi)
    await filedTalk(store, budi, { answers: { tema: 'hoaks' } })
    await filedTalk(store, sari)
    const page = await openPage({ ...(await openSite(store)), javaScriptEnabled })
    await signIn(page, dewi)

    await page.getByRole('link', { name: 'Rekap', exact: true }).first().click()
    await page.getByRole('heading', { name: 'Rekap', level: 1 }).waitFor()
    await page.getByText('Data sampai pukul 09.42 WIB').waitFor()
    const row = page.getByRole('row', { name: /^Polsek Kesambi/ })
    await row.getByRole('link', { name: '2 belum terverifikasi' }).first().click()
    await page.getByText('2 laporan', { exact: false }).first().waitFor()
    expect(await page.getByRole('listitem').getByText('Aipda Budi Santoso').count()).toBe(2)
    await page.getByRole('link', { name: 'Hoaks dan media sosial di Balai RW 07, 25 peserta' }).click()
    await page.getByRole('heading', { name: 'Hoaks dan media sosial di Balai RW 07, 25 peserta', level: 1 }).waitFor()
    await page.getByText('Aipda Budi Santoso, Polsek Kesambi').waitFor()

    await page.goto('/rekap')
    await page.getByRole('link', { name: 'Cetak' }).click()
    await page.getByRole('heading', { name: 'Rekapitulasi kegiatan Bhabinkamtibmas' }).waitFor()
    expect(
      await page
        .getByRole('row', { name: /^Jumlah/ })
        .first()
        .textContent(),
    ).toMatch(/\(3\)/)
    const [commander] = await page.getByText('Dewi Kartika').allTextContents()
    expect(commander).toMatch(/Dewi Kartika/i)
  })
})
