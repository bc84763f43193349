import { randomUUID } from 'node:crypto'
import { jest } from '@jest/globals'
import type { Page } from 'playwright-core'
import { letIn, openPage, openSite, press } from '../support/browser.ts'
import { cast } from '../support/cast.ts'
import { penyuluhan, photo, postForm, scenery, sendAnswering } from '../support/filing.ts'
import { faultsOf } from '../support/look.ts'
import { enrolled, queueFile, seal, sendEnvelope } from '../support/phone.ts'
import { filled, openScene } from '../support/scene.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

jest.setTimeout(300_000)

describe('what comes after pressing a button', () => {
  it('is accessible and fits, for an officer', async () => {
    const { people, ids, baseURL } = await openScene()
    const page = await openPage({ baseURL })
    await letIn(page, people.budi)
    const faults: Record<string, string[]> = {}
    const look = async (name: string) => Object.assign(faults, await faultsOf(page, `budi ${name}`))

    await page.goto('/laporan/kunjungan-warga/baru')
    await page.getByText('Orang lain', { exact: true }).click()
    await page.getByRole('group', { name: 'Perlu tindak lanjut?' }).getByText('Ya', { exact: true }).click()
    await press(page, 'Periksa jawaban')
    await page.getByRole('alert').waitFor()
    await look('form with errors')
    await page.goto(filled('/draf/{draft}', ids))
    await page
      .locator('input[name=foto]')
      .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await photo() })
    await page.getByText('Foto 1').first().waitFor()
    await look('form with a photo')
    await press(page, 'Periksa jawaban')
    await page.getByRole('heading', { name: 'Periksa sekali lagi sebelum dikirim' }).waitFor()
    await look('check answers')
    await page.goto('/laporan/penyuluhan/baru')
    await press(page, 'Simpan draf')
    await page.waitForURL(`${baseURL}/`)
    await look('home after saving a draft')
    await page.goto(filled('/laporan/{returned}/perbaikan', ids))
    await press(page, 'Kirim ulang')
    await page.getByRole('alert').waitFor()
    await look('correction with errors')
    await page.goto(filled('/laporan/{visit}/pembatalan', ids))
    await press(page, 'Batalkan laporan')
    await look('cancelling with errors')
    await page.goto('/warga/baru')
    await press(page, 'Catat')
    await look('new household with errors')
    await page.goto('/sandi')
    await press(page, 'Simpan kata sandi')
    await look('password with errors')
    await page.goto('/warga')
    await press(page, 'English')
    await page.goto('/')
    await look('home in English')
    await page.goto('/laporan/kunjungan-warga/baru')
    await look('form in English')

    expect(faults).toEqual({})
  })

  it('is accessible and fits, for those who decide and who manage', async () => {
    const { people, ids, baseURL } = await openScene()
    const [asAgus, asRini, page] = [
      await openPage({ baseURL }),
      await openPage({ baseURL }),
      await openPage({ baseURL }),
    ]
    await letIn(asAgus, people.agus)
    await letIn(asRini, people.rini)
    const faults: Record<string, string[]> = {}
    const look = async (on: Page, name: string) => Object.assign(faults, await faultsOf(on, name))

    await asAgus.goto(filled('/laporan/{visit}', ids))
    await asAgus.getByText('Kembalikan untuk diperbaiki').click()
    await press(asAgus, 'Kembalikan')
    await look(asAgus, 'agus report with a decision that lacks')
    await asRini.goto('/personel/baru')
    await asRini.getByText('Polsek Kesambi', { exact: true }).click()
    await press(asRini, 'Tampilkan wilayah satuan ini')
    await look(asRini, 'rini new account with villages')
    await press(asRini, 'Simpan dan terbitkan kode')
    await look(asRini, 'rini new account with errors')
    await asRini.goto(filled('/personel/{budi}/slip', ids))
    await press(asRini, 'Terbitkan kode sekali pakai')
    await look(asRini, 'rini slip')
    await letIn(page, people.budi, (await asRini.locator('.slip-code').textContent())!.trim())
    await page.goto('/')
    await look(page, 'budi first password')
    await page.request.post('/keluar', { headers: { 'Sec-Fetch-Site': 'same-origin' } })
    await page.goto('/masuk')
    await press(page, 'Masuk')
    await page.getByRole('alert').waitFor()
    await look(page, 'visitor sign in with errors')

    expect(faults).toEqual({})
  })

  it('is accessible and fits, where something comes from phones', async () => {
    const { people, baseURL } = await openScene()
    const here = site(store)
    const phone = await enrolled(await here.as(people.budi))
    const sealed = async (own: Record<string, string>) =>
      seal(phone, { id: randomUUID(), wire: penyuluhan(own), photos: [await photo()] })
    const [there, faulty, fresh] = [
      await sealed({}),
      await sealed({ jumlahPeserta: 'x' }),
      await sealed({ tema: 'pinjol' }),
    ]
    await sendEnvelope(here.app, there.jws).expect(200)
    const unknown = await seal({ ...phone, device: randomUUID() }, { id: randomUUID(), wire: penyuluhan() })
    const file = queueFile([there, faulty, { ...fresh, photos: [] }, unknown], { count: 5 })
    const [asAgus, asHendra] = [await openPage({ baseURL }), await openPage({ baseURL })]
    await letIn(asAgus, people.agus)
    await letIn(asHendra, people.hendra)
    const faults: Record<string, string[]> = {}
    const look = async (on: Page, name: string) => Object.assign(faults, await faultsOf(on, name))
    const handIn = async () => {
      await asHendra.goto('/berkas-kiriman')
      const [name, mimeType] = ['bos-kiriman-2026-11-24-09-40.jsonl', 'application/jsonl']
      await asHendra.locator('input[type=file]').setInputFiles([
        { name, mimeType, buffer: file },
        { name: 'Tanda terima & foto.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      ])
      await asHendra.locator('main button[type=submit]').click()
      await asHendra.getByRole('alert').waitFor()
    }

    await handIn()
    await look(asHendra, 'hendra files handed in')
    await press(asHendra, 'English')
    await handIn()
    await look(asHendra, 'hendra files handed in, in English')
    for (const [kind, sentence] of [
      ['with photos', 'Dikirim dari perangkat yang tidak dikenal.'],
      ['beside a report', 'Nomor kirimnya sama dengan laporan yang sudah ada'],
    ] as const) {
      await asAgus.goto('/karantina')
      const card = asAgus
        .locator('li.card', { hasText: sentence })
        .filter({ hasText: kind === 'with photos' ? 'foto' : '' })
      await card.first().getByRole('button', { name: 'Baca isinya' }).click()
      await look(asAgus, `agus held ${kind}`)
    }
    await asAgus.getByText('Sisihkan').first().click()
    await press(asAgus, 'Sisihkan')
    await asAgus.getByRole('alert').waitFor()
    await look(asAgus, 'agus held without a reason')
    await letIn(asHendra, people.budi)
    await asHendra.goto(`/draf/${faulty.id}`)
    await asHendra.getByRole('alert').waitFor()
    await look(asHendra, 'budi draft of what came back, in English')

    expect(faults).toEqual({})
  })

  it('is accessible and fits, where a brief report is asked about', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const { baseURL } = await openSite(store)
    const page = await openPage({ baseURL })
    await letIn(page, budi)
    const other = penyuluhan({ tanggal: '2026-11-18', tempat: 'Pos kamling', rw: '3', aksi: 'kirim' })
    expect((await sendAnswering(asBudi, '/laporan/penyuluhan', other, [await scenery(2)])).status).toBe(303)
    const id = randomUUID()
    const kilat = 'Ronda malam di Balai RW 07, situasi aman.'
    const wire = { ...penyuluhan({ laporanId: id }), jenis: 'penyuluhan', kilat, aksi: 'kirim' }
    await postForm(asBudi, '/laporan/kilat', wire, [await scenery(2, 1200)]).expect(303)
    await postForm(asBudi, `/laporan/${id}/pelengkapan`, { ...wire, aksi: 'simpan' }).expect(303)

    await page.goto(`/laporan/${id}/pelengkapan`)
    await press(page, 'Periksa jawaban')
    await press(page, 'Kirim laporan')
    await page.getByText('Pilih salah satu alasan').first().waitFor()

    expect(await faultsOf(page, 'budi brief report with open questions')).toEqual({})
  })
})
