import { randomUUID } from 'node:crypto'
import { cast, password } from '../support/cast.ts'
import { household, photo, postForm, sendAnswering } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { reportData } from '../support/report-data.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const newOne = (own: Record<string, string> = {}) => ({
  wilayah: '32.74.05.1002',
  nama: 'Siti Rohmah',
  rt: '3',
  rw: '7',
  aksi: 'simpan',
  ...own,
})

async function atWork() {
  const people = await cast(store.db)
  const { as } = site(store)
  return { ...people, as, browser: await as(people.budi) }
}

const send = (browser: Browser, path: string, sent: object) => browser.post(path).type('form').send(sent)
const names = async () => (await store.db.registerEntry.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)

describe('a name of one letter, of one letter twice or of a title only', () => {
  it.each(['O', 'Uu', 'Ny. Aa', 'Bapak', '李'])(
    '%s of a household is asked about, and kept when sent once more',
    async (nama) => {
      const { browser } = await atWork()

      const { text } = await send(browser, '/warga', newOne({ nama })).expect(422)
      expect(text).toContain(`Nama ini hanya “${nama}”`)
      expect(await names()).toEqual([])
      await send(browser, '/warga', { ...formIn(text), aksi: 'simpan' }).expect(303)

      expect(await names()).toEqual([nama])
    },
  )

  it('is not asked about when another answer of its entry is changed', async () => {
    const { browser, budi } = await atWork()
    const { id } = await household(store.db, budi, { name: 'Uu' })

    const { text } = await browser.get(`/warga/${id}/ubah`).expect(200)
    await send(browser, `/warga/${id}/ubah`, { ...formIn(text), pekerjaan: 'Nelayan' }).expect(303)
    await send(browser, `/warga/${id}/ubah`, { ...formIn(text), versi: '2', nama: 'Ii' }).expect(422)

    expect(await names()).toEqual(['Uu'])
  })

  it('of an account is asked about too', async () => {
    const { as, rini } = await atWork()
    const browser = await as(rini)
    const person = {
      nrp: '95060777',
      nama: 'Uu',
      pangkat: 'Bripda',
      jabatan: 'Bhabinkamtibmas',
      peran: 'bhabinkamtibmas',
      satuan: '/jabar/cirebon-kota/kesambi/',
      mulai: '2026-11-01',
      aksi: 'simpan',
    }

    const { text } = await send(browser, '/personel', person).expect(422)
    expect(text).toContain('Nama ini hanya “Uu”')
    await send(browser, '/personel', { ...person, yakin: formIn(text).yakin }).expect(201)

    expect(await store.db.person.count({ where: { name: 'Uu' } })).toBe(1)
  })

  it('in a report is asked about before it is sent, with a reason for its reviewer', async () => {
    const { browser } = await atWork()
    const wire = {
      ...reportData['problem-solving'],
      'pihak.0.nama': 'Uu',
      laporanId: randomUUID(),
    } as Record<string, string>

    const photos = [await photo('#4a7a3a'), await photo('#225588')]
    const { text } = await postForm(browser, '/laporan/problem-solving', { ...wire, aksi: 'kirim' }, photos)
    await sendAnswering(browser, '/laporan/problem-solving', wire, photos)

    expect(text).toContain('Ada nama yang hanya satu huruf atau hanya gelar')
    const { warnings } = await store.db.report.findFirstOrThrow()
    expect(warnings).toMatchObject([{ key: 'nama', params: { count: 1 }, reason: 'memang' }])
  })

  it.each(['xxx', 'aaa', '-', '...', 'tidak ada', 'N/A', 'tanpa nama'])('%s is no name at all', async (nama) => {
    const { browser } = await atWork()

    const { text } = await send(browser, '/warga', { ...newOne({ nama }), yakin: nama }).expect(422)

    expect(text).toMatch(/yang sebenarnya|berisi huruf/)
  })
})

describe('a double', () => {
  it.each([
    ['H. Abdul Ghofur, S.Ag.', 'Abdul Gofur'],
    ['Siti Rohmah', 'Ny. Siti Rohmah'],
    ["Nur'aini", 'Hj. Nur’aini A.Md.Keb.'],
  ])('of %s is not hidden by a title: %s', async (name, nama) => {
    const { browser, budi } = await atWork()
    await household(store.db, budi, { name, rt: 3, rw: 7 })

    const { text } = await send(browser, '/warga', newOne({ nama })).expect(200)

    expect(text).toContain('name="ganda" value="tetap"')
  })

  it('is not seen in strangers of the same titles', async () => {
    const { browser, budi } = await atWork()
    await household(store.db, budi, { name: 'Drs. H. Ahmad, S.Pd., M.Si.', rt: 3, rw: 7 })

    await send(browser, '/warga', newOne({ nama: 'Drs. H. Joko, S.Pd., M.Si.' })).expect(303)

    expect(await names()).toHaveLength(2)
  })
})

describe('a search', () => {
  it.each([
    ['Satkamling RW 17', 'satkamling rw 17'],
    ['Satkamling RW17', 'RW 17'],
    ['Pos 88', 'pos 88'],
    ['李小龙', '李小龙'],
    ['محمد علي', 'محمد'],
    ['Марія Коваль', 'марія'],
    ['Al-Ikhlas', 'alikhlas'],
    ['Drs. H. Ahmad Fauzi, M.Si.', 'ahmad fauzi'],
    ['Ahmad Fauzi', 'Drs. H. Ahmad Fauzi, M.Si.'],
    ['Saung O', 'saung o'],
  ])('finds the group %s by %s', async (name, cari) => {
    const { browser, budi } = await atWork()
    await household(store.db, budi, { kind: 'kelompok', name, rt: null, rw: null })
    await household(store.db, budi, { kind: 'kelompok', name: 'Karang Taruna Tunas', rt: null, rw: null })

    const { text } = await browser.get('/kelompok').query({ cari }).expect(200)

    expect(text).toContain(name)
    expect(text).not.toContain('Karang Taruna Tunas')
  })
})

describe('marks that nobody sees', () => {
  const caseOf = (name: string) =>
    ({
      'nik-lrm': '\u200e3274051203900104',
      'phone-whatsapp': '\u202a+62 812\u20113456\u20117890\u202c',
    })[name]!

  it('come with a NIK and a number out of a chat, and are not kept', async () => {
    const { browser } = await atWork()
    const sent = newOne({ hp: caseOf('phone-whatsapp'), nik: caseOf('nik-lrm'), nama: '\u200eSiti\u200b Rohmah\u00a0' })

    await send(browser, '/warga', { ...sent, nikKeterangan: 'diperiksa' }).expect(303)

    const [entry] = await store.db.registerEntry.findMany()
    expect(entry).toMatchObject({ name: 'Siti Rohmah', phone: '+6281234567890' })
    expect(entry!.nikSealed).not.toBeNull()
  })

  it('come with an NRP at the door, and do not keep its owner out', async () => {
    const { budi } = await atWork()
    const stranger = site(store).visitor()

    await send(stranger, '/masuk', { nrp: `\u200e${budi.nrp}\u200b`, sandi: password }).expect(303)
  })

  it('that end a line make one', async () => {
    const { browser } = await atWork()
    const wire = {
      ...reportData.penyuluhan,
      laporanId: randomUUID(),
      materi: 'Hasil rapat warga RT 03\u2028ronda malam disepakati\u000bsetiap Sabtu',
    }

    await sendAnswering(browser, '/laporan/penyuluhan', wire, [await photo()])

    const { answers } = await store.db.report.findFirstOrThrow()
    expect((answers as Record<string, string>).materi).toBe(
      'Hasil rapat warga RT 03\nronda malam disepakati\nsetiap Sabtu',
    )
  })
})
