import { jest } from '@jest/globals'
import type { Page } from 'playwright-core'
import { letIn, openPage, openSite, press } from '../support/browser.ts'
import { type Cast, cast, type Name } from '../support/cast.ts'
import { allEndpoints, nameOf } from '../support/endpoints.ts'
import { filedTalk, household, kunjungan, photo, postForm } from '../support/filing.ts'
import { faultsOf } from '../support/look.ts'
import { aDraft } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

/** Whose page, and which; `{name}` stands for the id of a thing that the scene has. */
const walks: Partial<Record<Name | 'visitor', string[]>> = {
  visitor: ['/masuk', '/bantuan', '/tidak/ada'],
  budi: [
    ...['/', '/laporan/baru', '/laporan/kunjungan-warga/baru', '/laporan/kunjungan-warga/baru?keluarga={household}'],
    ...['/laporan/penyuluhan/baru', '/draf/{draft}', '/laporan', '/laporan?keadaan=dibatalkan&jenis=penyuluhan'],
    ...['/laporan/{visit}', '/laporan/{returned}', '/laporan/{corrected}', '/laporan/{visit}/tanda-terima'],
    ...['/laporan/{visit}/cetak', '/laporan/{returned}/perbaikan', '/laporan/{visit}/pembatalan'],
    ...['/warga', '/warga?draf={draft}', '/warga?cari=zzz', '/warga/baru', '/akun', '/sandi', '/bantuan'],
    ...['/tidak/ada', '/personel'],
  ],
  hendra: ['/', '/laporan/{visit}', '/rekap'],
  yusuf: ['/', '/laporan', '/rekap?periode=hari', '/rekap/cetak'],
  bambang: ['/', '/antrean', '/laporan/{visit}'],
  agus: ['/', '/antrean', '/laporan?satuan=/jabar/cirebon-kota/kesambi/', '/laporan/{corrected}', '/laporan/{visit}'],
  dewi: [
    ...['/', '/laporan/{verified}', '/laporan/{verified}/cetak', '/rekap', '/rekap/cetak', '/bantuan'],
    ...['/rekap?periode=bulan&baris=petugas&kolom=hari', '/rekap?periode=hari&baris=jenis'],
    ...['/rekap?tanggal=2020-01-01', '/rekap/cetak?periode=bulan&baris=petugas&kolom=hari'],
  ],
  rini: [
    ...['/', '/personel', '/personel?cari=zzz', '/personel/baru', '/personel/{budi}', '/personel/{suspended}'],
    ...['/personel/{budi}/ubah', '/personel/{budi}/mutasi', '/personel/{budi}/penugasan', '/personel/{budi}/slip'],
    ...['/personel/{budi}/penonaktifan', '/personel/{budi}/penugasan/{assignment}/akhir', '/audit', '/audit?nrp=1'],
    ...['/satuan', '/satuan/baru', '/satuan/wilayah', '/satuan/{unit}'],
    ...['/akun', '/bantuan'],
  ],
}

/** Sixty pages at four widths take their time when the machine has other work. */
jest.setTimeout(300_000)

const noPages = ['/laporan/unduhan', '/rekap/unduhan', '/laporan/:id/foto/:urutan', '/draf/:id/foto/:hash']

/** Reports in every state and what else the pages tell of; gives the ids by name. */
async function scene(people: Cast): Promise<Record<string, string>> {
  const { as } = site(store)
  const [asBudi, asAgus, asRini] = [await as(people.budi), await as(people.agus), await as(people.rini)]
  const home = await household(store.db, people.budi)
  const wire = kunjungan(home.id, { aksi: 'kirim' })
  await postForm(asBudi, '/laporan/kunjungan-warga', wire, [await photo(), await photo('#225588', 480)]).expect(303)
  const returned = await filedTalk(asBudi)
  const corrected = await filedTalk(asBudi, { tema: 'hoaks' })
  const verified = await filedTalk(asBudi, { tema: 'lalin' })
  const back = { versi: '1', alasan: 'tidak-jelas', catatan: 'Sebutkan jumlah peserta yang benar.' }
  const decide = (path: string, sent: object) => asAgus.post(path).type('form').send(sent).expect(303)
  await decide(`/laporan/${verified}/verifikasi`, { versi: '1' })
  await decide(`/laporan/${returned}/pengembalian`, { ...back, isian: ['jumlahPeserta', 'posisi', 'foto'] })
  await decide(`/laporan/${corrected}/pengembalian`, { ...back, isian: 'jumlahPeserta' })
  const correction = { jumlahPeserta: '40', catatan: 'Jumlah peserta dihitung ulang' }
  await postForm(asBudi, `/laporan/${corrected}/perbaikan`, correction).expect(303)
  const reason = { alasan: 'Pindah tugas ke satuan lain' }
  await asRini.post(`/personel/${people.sari.id}/penonaktifan`).type('form').send(reason).expect(303)
  const { id: draft } = await aDraft(store, people.budi)
  const { id: assignment } = await store.db.assignment.findFirstOrThrow({ where: { personId: people.budi.id } })
  const [budi, suspended, unit] = [people.budi.id, people.sari.id, people.units.kesambi.id]
  return {
    visit: String(wire.laporanId),
    returned,
    corrected,
    verified,
    household: home.id,
    draft,
    budi,
    suspended,
    unit,
    assignment,
  }
}

const filled = (path: string, ids: Record<string, string>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name]!)

async function opened() {
  const people = await cast(store.db)
  return { people, ids: await scene(people), ...(await openSite(store)) }
}

/** Broken rules of the page's own policy and of its script come here too; a page that is not there is none. */
describe('every page', () => {
  it.each([
    ['officers and visitors', ['visitor', 'budi']],
    ['those who command', ['hendra', 'yusuf', 'bambang', 'agus', 'dewi']],
    ['admins', ['rini']],
  ] as [string, (keyof typeof walks)[]][])('is accessible and fits, for %s', async (_, walkers) => {
    const { people, ids, baseURL } = await opened()
    const faults: Record<string, string[]> = {}

    for (const who of walkers) {
      const page = await openPage({ baseURL })
      page.on('console', (message) => {
        if (!message.text().startsWith('Failed to load resource')) faults[`${who} ${page.url()}`] = [message.text()]
      })
      page.on('pageerror', (error) => {
        faults[`${who} ${page.url()}`] = [String(error)]
      })
      if (who !== 'visitor') await letIn(page, people[who])
      for (const path of walks[who]!) {
        await page.goto(filled(path, ids))
        Object.assign(faults, await faultsOf(page, `${who} ${path}`))
      }
    }

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

describe('what comes after pressing a button', () => {
  it('is accessible and fits, for an officer', async () => {
    const { people, ids, baseURL } = await opened()
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
    await page.goto('/laporan/penyuluhan/baru')
    await press(page, 'Simpan draf')
    await look('home after saving a draft')
    await page.goto(filled('/laporan/{returned}/perbaikan', ids))
    await press(page, 'Kirim ulang')
    await look('correction with errors')
    await page.goto(filled('/laporan/{visit}/pembatalan', ids))
    await press(page, 'Batalkan laporan')
    await look('cancelling with errors')
    await page.goto('/warga/baru')
    await press(page, 'Catat keluarga')
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
    const { people, ids, baseURL } = await opened()
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
})
