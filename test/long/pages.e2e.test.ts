import { jest } from '@jest/globals'
import { letIn, openPage } from '../support/browser.ts'
import type { Name } from '../support/cast.ts'
import { allEndpoints, nameOf } from '../support/endpoints.ts'
import { faultsOf } from '../support/look.ts'
import { filled, openScene } from '../support/scene.ts'

/** Whose page, and which; `{name}` stands for the id of a thing that the scene has. */
const walks: Partial<Record<Name | 'visitor', string[]>> = {
  visitor: ['/masuk', '/bantuan', '/luring', '/status', '/cek', '/tidak/ada'],
  budi: [
    '/laporan/{unacknowledged}',
    '/laporan/{unacknowledged}/penyangkalan',
    '/laporan/{unacknowledged}/cetak',
    '/',
    '/laporan/baru',
    '/laporan/kilat',
    '/laporan/{brief}',
    '/laporan/{brief}/pelengkapan',
    '/laporan/{brief}/tanda-terima',
    '/laporan/kunjungan-warga/baru',
    '/laporan/kunjungan-warga/baru?entri={household}',
    '/laporan/penyuluhan/baru',
    '/draf/{draft}',
    '/laporan',
    '/laporan?keadaan=dibatalkan&jenis=penyuluhan',
    '/laporan/{visit}',
    '/laporan/{returned}',
    '/laporan/{corrected}',
    '/laporan/{visit}/tanda-terima',
    '/laporan/{visit}/cetak',
    '/laporan/{returned}/perbaikan',
    '/laporan/{visit}/pembatalan',
    '/laporan/{visit}/penarikan',
    '/laporan/{recalled}/pengiriman',
    '/laporan/{recalled}',
    '/warga',
    '/warga?draf={draft}',
    '/warga?cari=zzz',
    '/warga/baru',
    '/akun',
    '/sandi',
    '/bantuan',
    '/antrean-kirim',
    '/antrean-kirim/penghapusan',
    '/keluar',
    '/keluar/penghapusan',
    '/akun/perangkat/{device}/pencabutan',
    '/tempat',
    '/tempat/baru',
    '/kelompok',
    '/kelompok/baru',
    '/mutu',
    '/warga/{household}',
    '/warga/{household}/ubah',
    '/tempat/{place}',
    '/tempat/{place}/ubah',
    '/kelompok/{group}',
    '/kelompok/{group}/ubah',
    '/draf/{letter}/surat-kesepakatan',
    '/laporan/problem-solving/baru',
    '/laporan/laporan-informasi/baru',
    '/laporan/{information}',
    '/laporan/{verified}',
    '/laporan/{verified}/kiriman-lain',
    '/laporan/{settlement}',
    '/laporan/{settlement}/surat-kesepakatan',
    '/tindak-lanjut',
    '/laporan/{visit}/hasil',
    '/arahan',
    '/arahan/{directive}',
    '/warga/{household}/penggabungan',
    '/warga/{household}/penggabungan?dengan={double}',
    '/cakupan',
    '/cakupan/cetak',
    '/wilayah',
    '/wilayah/32.74.05.1002',
    '/wilayah/32.74.05.1002/ubah',
    '/tempat/{place}/penggabungan',
    '/kelompok/{group}/penggabungan',
    '/tidak/ada',
    '/personel',
  ],
  hendra: [
    '/',
    '/ketidakhadiran',
    '/ketidakhadiran/{absence}/akhir',
    '/berkas-kiriman',
    '/laporan/{visit}',
    '/rekap',
    '/mutu',
  ],
  yusuf: ['/', '/arahan/baru', '/dasbor', '/laporan', '/rekap?periode=hari', '/rekap/teks', '/rekap/cetak'],
  bambang: ['/', '/antrean', '/laporan/{visit}'],
  agus: [
    '/',
    '/antrean',
    '/laporan/{unacknowledged}',
    '/laporan/{unacknowledged}/pengesahan',
    '/laporan/{unacknowledged}/penolakan',
    '/laporan/{disowned}',
    '/laporan?keadaan=menunggu-pengakuan',
    '/laporan?satuan=/jabar/cirebon-kota/kesambi/',
    '/laporan/{corrected}',
    '/laporan/{corrected}/perbandingan/{verified}',
    '/laporan/{visit}',
    '/laporan/{verified}',
    '/karantina',
    '/pengaturan',
    '/jendela-lapor',
    '/lembar-pagi',
    '/lembar-pagi/cetak',
    '/mutu/aturan',
    '/bantuan',
    '/mutu/aturan/laporan?jenis=penyuluhan&isian=materi&aturan=rule.minLength',
    '/antrean?tanda=tanpa&jenis=penyuluhan',
    '/laporan/{corrected}?antrean=semua',
  ],
  dewi: [
    '/mutu',
    '/mutu?satuan=/jabar/cirebon-kota/kesambi/',
    '/',
    '/laporan/{verified}',
    '/laporan/{verified}/cetak',
    '/dasbor',
    '/dasbor/cetak',
    '/dasbor?minggu=2026-11-02',
    '/peringatan',
    '/peringatan/32.74.05.1002/pencurian',
    '/arahan',
    '/arahan/baru',
    '/arahan/{directive}',
    '/arahan/{directive}/akhir',
    '/dasbor?satuan=/jabar/cirebon-kota/kesambi/',
    '/rekap',
    '/rekap/cetak',
    '/nihil',
    '/nihil?isi=tanpa-kabar',
    '/nihil?isi=tidak-hadir',
    '/bantuan',
    '/rekap?periode=bulan&baris=petugas&kolom=hari',
    '/rekap?periode=hari&baris=jenis',
    '/cakupan',
    '/warga',
    '/tindak-lanjut',
    '/konfirmasi',
    '/konfirmasi/{request}',
    '/rekap?tanggal=2020-01-01',
    '/rekap/cetak?periode=bulan&baris=petugas&kolom=hari',
  ],
  rini: [
    '/',
    '/personel',
    '/personel?cari=zzz',
    '/personel/baru',
    '/personel/{budi}',
    '/personel/{suspended}',
    '/personel/{budi}/ubah',
    '/personel/{budi}/mutasi',
    '/personel/{budi}/penugasan',
    '/personel/{budi}/slip',
    '/personel/{budi}/penonaktifan',
    '/personel/{budi}/penugasan/{assignment}/akhir',
    '/audit',
    '/audit?nrp=1',
    '/personel/{budi}/perangkat/{device}/pencabutan',
    '/kosakata',
    '/kosakata/tema-penyuluhan',
    '/kosakata/tema-penyuluhan/narkoba/penggabungan',
    '/satuan',
    '/satuan/baru',
    '/satuan/wilayah',
    '/satuan/{unit}',
    '/akun',
    '/bantuan',
    '/konfirmasi',
    '/konfirmasi/{request}',
    '/personel/{kanit}',
  ],
  ratna: [
    '/',
    '/kosakata',
    '/cadangan',
    '/kiriman-tak-dikenal',
    '/keutuhan-data',
    '/gangguan',
    '/gangguan/1795173000000/akhir',
  ],
  tono: ['/akun/perangkat'],
}

/** A hundred pages at four widths take their time when the machine has other work. */
jest.setTimeout(900_000)

/** An address of nothing, and one for other roles. */
const refused = ['visitor /tidak/ada', 'budi /tidak/ada', 'budi /personel']
const noPages = [
  '/daftar-hp',
  '/laporan/unduhan',
  '/rekap/unduhan',
  '/laporan/:id/foto/:urutan',
  '/draf/:id/foto/:hash',
]

/** Broken rules of the page's own policy and of its script come here too; a page that is not there is none. */
describe('every page', () => {
  it('is accessible and fits', async () => {
    const { people, ids, baseURL } = await openScene()
    const faults: Record<string, string[]> = {}
    const walk = async (who: keyof typeof walks) => {
      const page = await openPage({ baseURL })
      const fault = (text: string) => {
        faults[`${who} ${page.url()}`] = [text]
      }
      page.on('console', (message) => {
        if (!message.text().startsWith('Failed to load resource')) fault(message.text())
      })
      page.on('pageerror', (error) => fault(String(error)))
      if (who !== 'visitor') await letIn(page, people[who])
      for (const path of walks[who]!) {
        const answer = await page.goto(filled(path, ids))
        if (!answer?.ok() && !refused.includes(`${who} ${path}`)) fault('is not there')
        Object.assign(faults, await faultsOf(page, `${who} ${path}`))
      }
    }

    const lanes: (keyof typeof walks)[][] = [
      ['budi'],
      ['rini', 'ratna', 'visitor', 'tono'],
      ['dewi', 'hendra', 'yusuf', 'bambang', 'agus'],
    ]
    await Promise.all(
      lanes.map(async (lane) => {
        for (const who of lane) await walk(who)
      }),
    )

    expect(lanes.flat().sort()).toEqual(Object.keys(walks).sort())
    expect(faults).toEqual({})
  })

  it('is on the walk', () => {
    const walked = Object.values(walks).flat()
    const isWalked = (path: string) =>
      walked.some((one) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(one.split('?')[0]!))
    const pages = allEndpoints.filter(({ method, path }) => method === 'get' && !noPages.includes(path))

    expect(pages.filter(({ path }) => !isWalked(path)).map(nameOf)).toEqual([])
  })
})
