import { randomUUID } from 'node:crypto'
import { cast } from '../support/cast.ts'
import { photo, postForm } from '../support/filing.ts'
import { reportData } from '../support/report-data.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const settlement = (own = {}) => ({
  laporanId: randomUUID(),
  aksi: 'kirim',
  ...reportData['problem-solving']!,
  ...own,
})
const path = '/laporan/problem-solving'

async function asOfficer() {
  const { budi } = await cast(store.db)
  return site(store).as(budi)
}
const photos = (count: number) =>
  Promise.all(['#4a7a3a', '#3a4a7a', '#7a3a4a'].slice(0, count).map((one) => photo(one)))

describe('problem solving', () => {
  it('refuses a case that is no matter for mediation, says where it goes, and keeps what was typed', async () => {
    const asBudi = await asOfficer()

    const { text } = await postForm(asBudi, path, settlement({ perkara: 'kdrt' }), await photos(2)).expect(422)

    expect(text).toContain('Pilih jenis Eksekutif dan teruskan ke penyidik')
    expect(text).toContain('value="Joko Susilo"')
    expect(await store.db.report.count()).toBe(0)
  })

  it('takes that case when it is passed on, ranks it higher, and does not take a settlement of it', async () => {
    const asBudi = await asOfficer()
    const passedOn = { jenis: 'eksekutif', perkara: 'kdrt', diteruskanKe: 'Unit PPA Polres' }

    const settled = await postForm(asBudi, path, settlement(passedOn), await photos(2)).expect(422)
    await postForm(asBudi, path, settlement({ ...passedOn, hasil: 'dilimpahkan' }), await photos(1)).expect(303)

    expect(settled.text).toContain('Jenis Eksekutif tidak didamaikan')
    expect(await store.db.report.findMany()).toMatchObject([
      { priority: 10, answers: { perkara: 'kdrt', diteruskanKe: 'Unit PPA Polres', butirKesepakatan: null } },
    ])
  })

  it('needs two parties who are not the same', async () => {
    const asBudi = await asOfficer()

    const twin = await postForm(asBudi, path, settlement({ 'pihak.1.nama': 'joko  susilo' }), await photos(2)).expect(
      422,
    )
    const alone = await postForm(asBudi, path, settlement({ 'pihak.1.nama': '' }), await photos(2)).expect(422)

    expect(twin.text).toContain('href="#f-pihak-1-nama">Nama ini sudah tertulis di nomor 1')
    expect(alone.text).toContain('href="#f-pihak">Tambahkan pihak, paling sedikit 2')
  })

  it('asks for a photo of the signed letter when the settlement is written', async () => {
    const asBudi = await asOfficer()

    const lacking = await postForm(asBudi, path, settlement(), await photos(1)).expect(422)
    await postForm(asBudi, path, settlement(), await photos(2)).expect(303)

    expect(lacking.text).toContain('Tambahkan foto surat kesepakatan')
  })

  it('prints the letter that the parties sign, and none where nothing was agreed in writing', async () => {
    const { budi, yusuf } = await cast(store.db)
    const { as } = site(store)
    const [asBudi, asYusuf] = [await as(budi), await as(yusuf)]
    const agreed = settlement()
    const oral = settlement({
      hasil: 'damaiLisan',
      kejadian: 'Motor dipinjam dua pekan dan dikembalikan dalam keadaan rusak, ganti rugi diperdebatkan.',
    })
    const lacking = {
      ...oral,
      perkara: 'utang',
      tanggal: '2026-11-20',
      'tanda.terlambat': 'lupa',
      langkah: 'Peminjam dan pemilik motor didengar bergantian di pos ronda.',
    }
    await postForm(asBudi, path, agreed, await photos(2)).expect(303)
    await postForm(asBudi, path, lacking, [await photo('#774411')]).expect(303)

    const page = await asYusuf.get(`/laporan/${agreed.laporanId}`).expect(200)
    const { text } = await asYusuf.get(`/laporan/${agreed.laporanId}/surat-kesepakatan`).expect(200)
    await asYusuf.get(`/laporan/${lacking.laporanId}/surat-kesepakatan`).expect(404)

    expect(page.text).toContain(`/laporan/${agreed.laporanId}/surat-kesepakatan`)
    expect(text).toContain('Pada hari Selasa, 24 November 2026, bertempat di Balai RW 07 Sunyaragi')
    for (const name of ['JOKO SUSILO', 'WAHYU HIDAYAT', 'SITI ROHMAH', 'BUDI SANTOSO']) expect(text).toContain(name)
    expect(text).toMatch(/<li>Pagar digeser 40 cm paling lambat 31 Desember\.<\/li>\s*<li>Biaya ditanggung/)
    expect(text).toContain('Kelurahan Sunyaragi, Kecamatan Kesambi')
    expect(text).toMatch(/<p>Mengetahui<\/p><p>LURAH SUNYARAGI<\/p>/)
    expect(text).toContain('PIHAK KESATU')
    expect(text).toMatch(/SAKSI 1<\/p>.*?SITI ROHMAH<\/p><p>Ketua RT 003</s)
  })

  it('prints the letter from the draft, before its photo and its number are there', async () => {
    const { budi, sari } = await cast(store.db)
    const { as } = site(store)
    const [asBudi, asSari] = [await as(budi), await as(sari)]
    const wire = settlement({ aksi: 'surat' })

    const { headers } = await postForm(asBudi, path, wire).expect(303)
    const { text } = await asBudi.get(headers.location!).expect(200)

    expect(headers.location).toBe(`/draf/${wire.laporanId}/surat-kesepakatan`)
    expect(text).toContain('Pada hari Selasa, 24 November 2026, bertempat di Balai RW 07 Sunyaragi')
    expect(text).toContain('Nomor laporan diisi setelah laporan terkirim')
    expect(text).toContain('JOKO SUSILO')
    expect(await store.db.report.count()).toBe(0)
    await asSari.get(headers.location!).expect(404)
  })

  it('shows the form with what the letter lacks, and only that', async () => {
    const asBudi = await asOfficer()
    const wire = settlement({ aksi: 'surat', tempat: '', 'butirKesepakatan.0.isi': '', 'butirKesepakatan.1.isi': '' })

    const { headers } = await postForm(asBudi, path, { ...wire, kejadian: 'Singkat.' }).expect(303)
    const { text } = await asBudi.get(headers.location!).expect(422)

    expect(text).toContain('href="#f-tempat"')
    expect(text).toContain('href="#f-butirKesepakatan')
    expect(text).not.toContain('href="#f-kejadian"')
  })
})
