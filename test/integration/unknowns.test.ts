import { afterEach, jest } from '@jest/globals'
import { reportType } from '../../src/reports/registry/registry.ts'
import { cast } from '../support/cast.ts'
import { filedTalk, penyuluhan, photo, postForm } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const asBudi = async () => {
  const people = await cast(store.db)
  const { as } = site(store)
  return { people, as, budi: await as(people.budi) }
}
const answersOf = async (id: string) =>
  (await store.db.report.findUniqueOrThrow({ where: { id } })).answers as Record<string, unknown>
const send = async (browser: Browser, own: Record<string, string | string[]>) =>
  postForm(browser, '/laporan/penyuluhan', penyuluhan({ aksi: 'kirim', ...own }), [await photo()])

afterEach(() => {
  jest.restoreAllMocks()
})

describe('an answer that is not known', () => {
  it('is kept as nothing with its code, and shown in its place on page, print and export', async () => {
    const { people, as, budi } = await asBudi()
    const agus = await as(people.agus)

    const id = await filedTalk(budi, { rw: '', rwTanpa: 'tidakDiketahui', pertanyaanTanpa: 'tidakRelevan' })

    expect(await answersOf(id)).toMatchObject({ rw: null, rwTanpa: 'tidakDiketahui', rt: null, rtTanpa: null })
    for (const path of [`/laporan/${id}`, `/laporan/${id}/cetak`]) {
      const { text } = await agus.get(path).expect(200)
      expect(text).toMatch(/RW<\/dt>\s*<dd>Tidak diketahui/)
      expect(text).toMatch(/Pertanyaan peserta<\/dt>\s*<dd>Tidak relevan/)
      expect(text).not.toContain('alasan kosong')
    }
    const csv = (await agus.get('/laporan/unduhan?jenis=penyuluhan').expect(200)).text
    expect(csv).toContain('Tidak diketahui')
    expect(csv).not.toContain('alasan kosong')
  })

  it('is known after all when it is given: the code falls away', async () => {
    const { budi } = await asBudi()

    const id = await filedTalk(budi, { rw: '7', rwTanpa: 'menolak' })

    expect(await answersOf(id)).toMatchObject({ rw: 7, rwTanpa: null })
  })

  it('has one of three reasons, and keeps the one that was chosen when the form comes back', async () => {
    const { budi } = await asBudi()

    const answer = await send(budi, { rw: '', rwTanpa: 'malas', rt: '', rtTanpa: 'menolak', tempat: '' })

    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="f-rw-error"/)
    expect(formIn(answer.text)).toMatchObject({ rtTanpa: 'menolak' })
    expect(answer.text).toMatch(/<details class="unknowns" open>[\s\S]{0,400}name="rtTanpa"/)
  })

  it('is what a placeholder is pointed to', async () => {
    const { budi } = await asBudi()

    const answer = await send(budi, { pertanyaan: '---', tempat: 'xxx' })

    expect(answer.text).toContain('Isi pertanyaan peserta yang sebenarnya, atau pilih Tidak diketahui')
    expect(answer.text).toContain('Isi tempat yang sebenarnya')
    expect(answer.text).not.toContain('Isi tempat yang sebenarnya, atau')
  })

  it('is opened with its question when a report is returned', async () => {
    const { people, as, budi } = await asBudi()
    const agus = await as(people.agus)
    const id = await filedTalk(budi, { rw: '7' })
    const back = { versi: '1', alasan: 'tidak-lengkap', catatan: 'RW yang mana sebenarnya?', isian: 'rw' }
    await agus.post(`/laporan/${id}/pengembalian`).type('form').send(back).expect(303)

    const sent = { rw: '', rwTanpa: 'tidakDiketahui', catatan: 'RW tidak diketahui' }
    await postForm(budi, `/laporan/${id}/perbaikan`, sent).expect(303)

    expect(await answersOf(id)).toMatchObject({ rw: null, rwTanpa: 'tidakDiketahui' })
    const { text } = await agus.get(`/laporan/${id}`).expect(200)
    expect(text.replace(/\s+/g, ' ')).toMatch(/RW<.*7.*Tidak diketahui/)
  })

  it('of the register is kept and shown in the same way', async () => {
    const { budi } = await asBudi()
    const house = { wilayah: '32.74.05.1002', nama: 'Siti Rohmah', rt: '3', rw: '7', hpTanpa: 'menolak', hp: '' }
    await budi
      .post('/warga')
      .type('form')
      .send({ ...house, pekerjaan: 'Guru', pekerjaanTanpa: 'menolak' })
      .expect(303)

    const [entry] = await store.db.registerEntry.findMany()
    expect(entry).toMatchObject({ phone: null, details: { hpTanpa: 'menolak', pekerjaan: 'Guru' } })
    expect(entry!.details).not.toHaveProperty('pekerjaanTanpa')
    expect((await budi.get(`/warga/${entry!.id}`)).text).toMatch(/Nomor HP<\/dt>\s*<dd>Menolak menjawab/)
    expect(formIn((await budi.get(`/warga/${entry!.id}/ubah`)).text)).toMatchObject({ hpTanpa: 'menolak' })
  })
})

describe('a form that was opened before a release', () => {
  const type = reportType('penyuluhan')
  const laterVersion = () => {
    jest.replaceProperty(type, 'version', 3)
    jest.replaceProperty(type.fields, 'pertanyaan', { ...type.fields.pertanyaan!, required: true, since: 2 })
  }
  const versionOf = async (id: string) => (await store.db.report.findUniqueOrThrow({ where: { id } })).typeVersion

  it('is not asked for what it never asked, and its own version stays with the report', async () => {
    const { budi } = await asBudi()
    laterVersion()

    const old = await filedTalk(budi, { versiFormulir: '1' })
    expect(await versionOf(old)).toBe(1)
    const asked = await filedTalk(budi, { versiFormulir: '2', pertanyaan: 'Siapa yang bisa dihubungi?' })
    expect(await versionOf(asked)).toBe(2)
    expect((await send(budi, { versiFormulir: '2' })).status).toBe(422)
  })

  it('keeps its version over the page on which the answers are checked', async () => {
    const { budi } = await asBudi()
    laterVersion()
    const wire = penyuluhan({ aksi: 'periksa', versiFormulir: '1' })

    const checked = formIn((await postForm(budi, '/laporan/penyuluhan', wire, [await photo()]).expect(200)).text)

    expect(checked.versiFormulir).toBe('1')
    await postForm(budi, '/laporan/penyuluhan', { ...(checked as Record<string, string>), aksi: 'kirim' }).expect(303)
    expect(await versionOf(String(wire.laporanId))).toBe(1)
  })

  it.each(['0', '-1', '4', '9999', '1.5', '1e0', ' 1', 'satu', '', '99999999999999999999'])(
    'and says it is of version "%s" is judged as of today',
    async (versiFormulir) => {
      const { budi } = await asBudi()
      laterVersion()

      expect((await send(budi, { versiFormulir })).status).toBe(422)
      const id = await filedTalk(budi, { versiFormulir, pertanyaan: 'Siapa yang bisa dihubungi?' })
      expect(await versionOf(id)).toBe(3)
    },
  )

  it('and says it is of two versions is judged as of today', async () => {
    const { budi } = await asBudi()
    laterVersion()

    expect((await send(budi, { versiFormulir: ['1', '2'] })).status).toBe(422)
  })
})
