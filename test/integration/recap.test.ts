import { beforeEach, describe, expect, it } from '@jest/globals'
import type { ReportState } from '../../src/access/policy/policy.ts'
import { dateOf } from '../../src/kernel/days.ts'
import { type Cast, cast, type Name } from '../support/cast.ts'
import { figuresIn, filedRows, linksIn, reportRow, rowsIn, tableIn } from '../support/filed-rows.ts'
import { type Browser, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { asBytes, readSheet } from '../support/xlsx.ts'

/** The second table: what the answers come to. */
const sumsIn = (html: string) => `<table${tableIn(html, 1)}`

let people: Cast
let house: Site
let as: (name: Name) => Promise<Browser>

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
  as = (name) => house.as(people[name])
})

/** A moment of the week that is looked at. */
const changedAt = new Date('2026-11-24T08:00:00+07:00')

describe('the recap', () => {
  it('counts what is verified and what waits, and not what was cancelled', async () => {
    await filedRows(people.budi, 11, { state: 'verified' })
    await filedRows(people.budi, 1, { state: 'verified', late: true })
    await filedRows(people.budi, 2, { state: 'submitted' })
    await filedRows(people.budi, 1, { state: 'returned', type: 'kunjungan-warga' })
    await filedRows(people.budi, 4, { state: 'cancelled' })

    const { text } = await (await as('dewi')).get('/rekap').expect(200)

    const figures = { 'DDS warga': '0 1 belum terverifikasi', Binluh: '12 terverifikasi 2 belum terverifikasi' }
    const sums = { Jumlah: '12 terverifikasi 3 belum terverifikasi', 'Tepat waktu': '93%' }
    expect(figuresIn(text)).toMatchObject([
      { Polsek: 'Polsek Kesambi', ...figures, ...sums },
      { Polsek: 'Polsek Mundu', 'DDS warga': '0', Binluh: '0', Jumlah: '0', 'Tepat waktu': '–', 'Kirim tertunda': '0' },
      { Polsek: 'Jumlah', ...figures, ...sums },
    ])
    expect(text).toContain('23–29 Nov 2026')
    expect(text).toContain('Data sampai pukul 09.42 WIB')
  })

  it('opens with every number exactly the reports that it counts', async () => {
    const states: ReportState[] = ['submitted', 'returned', 'verified', 'cancelled']
    const authors = [people.budi, people.sari]
    const days = ['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-16', '2026-11-24']
    const rows = days.flatMap((on, day) =>
      authors.flatMap((author, who) =>
        states.flatMap((state, index) =>
          Array.from({ length: (day + who + index) % 3 }, (_, one) =>
            reportRow(author, { on, state, type: one % 2 === 0 ? 'penyuluhan' : 'kunjungan-warga' }),
          ),
        ),
      ),
    )
    await store.db.report.createMany({
      data: rows.map((row) => ({ ...row, answers: { ...row.answers, keluarga: null } })),
    })
    const asDewi = await as('dewi')

    const links = new Map<string, string>()
    for (const query of [
      'periode=bulan&baris=polsek&kolom=jenis',
      'periode=bulan&baris=petugas&kolom=minggu',
      'periode=bulan&baris=jenis&kolom=hari',
      'periode=minggu&tanggal=2026-11-01&baris=petugas&kolom=hari&satuan=/jabar/cirebon-kota/mundu/',
      'periode=hari&baris=jenis',
    ]) {
      const { text } = await asDewi.get(`/rekap?${query}`).expect(200)
      expect(linksIn(text).length).toBeGreaterThan(0)
      for (const { href, count } of linksIn(text)) links.set(href, count)
    }

    for (const [href, count] of links) {
      const { text } = await asDewi.get(href).expect(200)
      expect(`${href}: ${/([\d.]+) laporan/.exec(text)?.[1]}`).toBe(`${href}: ${count}`)
    }
  })

  it('has a row for each officer, also one without reports', async () => {
    await filedRows(people.budi, 1)

    const { text } = await (await as('agus')).get('/rekap?baris=petugas').expect(200)

    expect(rowsIn(text).map(([name]) => name)).toEqual([
      'Petugas',
      'Aipda Budi Santoso Polsek Kesambi',
      'Bripka Sari Wulandari Polsek Mundu',
      'Jumlah',
    ])
  })

  it('shows an officer where they served then, also once they are moved and suspended', async () => {
    await filedRows(people.budi, 2, { state: 'verified' })
    house.clock.set('2026-12-01T08:00:00+07:00')
    const before = await (await as('yusuf')).get('/rekap?tanggal=2026-11-24').expect(200)
    const asRini = await as('rini')
    const post = (address: string, sent: object) => asRini.post(address).type('form').send(sent).expect(303)
    const toMundu = { satuan: people.units.mundu.path, peran: 'bhabinkamtibmas', jabatan: 'Bhabinkamtibmas Penpen' }

    await post(`/personel/${people.budi.id}/mutasi`, toMundu)
    await post(`/personel/${people.budi.id}/penonaktifan`, { alasan: 'Pensiun sejak hari ini' })
    const after = await (await as('yusuf')).get('/rekap?tanggal=2026-11-24').expect(200)

    expect(rowsIn(after.text)).toEqual(rowsIn(before.text))
    expect(rowsIn(after.text)[1]).toEqual(expect.arrayContaining(['Aipda Budi Santoso', '2 terverifikasi']))
  })

  it('does not show an officer in the time before they came', async () => {
    await filedRows(people.sari, 1, { on: '2026-11-04' })
    await store.db.posting.updateMany({ where: { personId: people.budi.id }, data: { sinceOn: dateOf('2026-11-16') } })

    const { text } = await (await as('agus')).get('/rekap?baris=petugas&tanggal=2026-11-04').expect(200)

    expect(text).not.toContain('Budi Santoso')
  })

  it('says so when nothing was reported', async () => {
    const { text } = await (await as('agus')).get('/rekap').expect(200)

    expect(text).toContain('Belum ada laporan pada periode ini.')
    expect(text).not.toContain('<table')
  })

  it('is said in English to those who chose it', async () => {
    await filedRows(people.budi, 3, { late: true })

    const { text } = await (await as('agus')).get('/rekap?periode=hari').set('Cookie', 'bahasa=en').expect(200)

    expect(text).toContain('0 of 3')
    expect(text).toContain('Data as of 09:42 WIB')
  })
})

describe('late and long on their way', () => {
  it('lead to the lists of just those reports', async () => {
    await filedRows(people.budi, 3, { late: true })
    await filedRows(people.budi, 2, {})
    await store.db.$executeRaw`
      UPDATE report SET written_at = arrived_at - interval '2 hours' WHERE id IN (SELECT id FROM report ORDER BY id LIMIT 1)`
    const asAgus = await as('agus')

    const { text } = await asAgus.get('/rekap?periode=hari').expect(200)
    const listed = async (word: string) => {
      const href = new RegExp(`href="([^"]*waktu=${word}[^"]*)"`).exec(text)![1]!.replaceAll('&amp;', '&')
      const { text: list } = await asAgus.get(href).expect(200)
      return list.match(/class="task__link"/g)?.length ?? 0
    }

    const [late, delayed] = [await listed('terlambat'), await listed('lama-terkirim')]
    const rows = await store.db.report.findMany()
    expect(late).toBe(rows.filter(({ writtenAt, dueAt }) => writtenAt > dueAt).length)
    expect(delayed).toBe(rows.filter((one) => +one.arrivedAt - +one.writtenAt > 3_600_000).length)
    expect([late, delayed].every((count) => count > 0)).toBe(true)
  })
})

describe('the scope of a recap', () => {
  it('ends at the own polsek', async () => {
    await filedRows(people.budi, 1)
    await filedRows(people.sari, 5)

    const { text } = await (await as('yusuf')).get('/rekap').expect(200)

    expect(text).not.toContain('Mundu')
    expect(figuresIn(text).at(-1)).toMatchObject({ Jumlah: '0 1 belum terverifikasi', 'Tepat waktu': '1 dari 1' })
  })

  it.each(['/rekap', '/rekap/unduhan', '/rekap/teks', '/rekap/cetak'])(
    'of %s does not know the unit of another',
    async (path) => {
      const kesambi = `${path}?satuan=${people.units.kesambi.path}`

      await (await as('agus')).get(kesambi).expect(200)
      for (const name of ['wati', 'tono', 'joko', 'mira', 'surya'] as const)
        await (await as(name)).get(kesambi).expect(404)
      for (const name of ['budi', 'rini'] as const) await (await as(name)).get(kesambi).expect(403)
      await site(store).visitor().get(kesambi).expect(303)
    },
  )

  it('is empty for the neighbour, whatever is asked', async () => {
    await filedRows(people.budi, 3)

    for (const rows of ['polsek', 'petugas', 'jenis'])
      expect((await (await as('surya')).get(`/rekap?baris=${rows}`).expect(200)).text).toContain('Belum ada laporan')
  })

  it.each([
    'periode=tahun&baris=x&kolom=y',
    'periode=hari&periode=bulan&tanggal=2026-11-24&tanggal=2026-11-25',
    'tanggal=9999-12-31&periode=minggu',
    'tanggal=0000-00-00',
    'tanggal=%F0%9F%92%A3&baris=__proto__&kolom=constructor',
    'satuan=',
    'satuan[]=x&tanggal[a]=b',
  ])('asked with %s, is the usual one', async (query) => {
    const asAgus = await as('agus')

    await asAgus.get(`/rekap?${query}`).expect(200)
    await asAgus.get(`/rekap/unduhan?${query}`).expect(200)
    await asAgus.get(`/rekap/teks?${query}`).expect(200)
    await asAgus.get(`/rekap/cetak?${query}`).expect(200)
  })

  it.each(['%25', '/jabar/%25/', 'x', '/JABAR/', `/${'a'.repeat(500)}/`, '/jabar/', "'; DROP TABLE report; --"])(
    'does not know a unit called %s',
    async (path) => {
      await (await as('agus')).get(`/rekap?satuan=${path}`).expect(404)
    },
  )
})

describe('what the answers come to', () => {
  it('is added up row by row, and leads to the reports that it is made of', async () => {
    await filedRows(people.budi, 3, { state: 'verified' })
    await filedRows(people.budi, 1)
    await filedRows(people.budi, 1, { state: 'cancelled' })
    await filedRows(people.budi, 1, { state: 'accepted' })
    await filedRows(people.sari, 1, { on: '2026-10-01' })
    const asAgus = await as('agus')

    const { text } = await asAgus.get('/rekap').expect(200)
    const ofTypes = (await asAgus.get('/rekap?baris=jenis').expect(200)).text
    const paper = (await asAgus.get('/rekap/cetak').expect(200)).text
    const [verified] = sumsIn(text).match(/\/laporan\?[^"]*keadaan=terverifikasi[^"]*/)!

    expect(figuresIn(sumsIn(text))).toEqual([
      { Polsek: 'Polsek Kesambi', 'Binluh: Jumlah peserta': '75 terverifikasi 25 belum terverifikasi' },
      { Polsek: 'Polsek Mundu', 'Binluh: Jumlah peserta': '0' },
      { Polsek: 'Jumlah', 'Binluh: Jumlah peserta': '75 terverifikasi 25 belum terverifikasi' },
    ])
    expect(figuresIn(sumsIn(ofTypes))).toEqual([
      { 'Jenis laporan': 'Jumlah', 'Binluh: Jumlah peserta': '75 terverifikasi 25 belum terverifikasi' },
    ])
    expect(figuresIn(sumsIn(paper))[0]).toMatchObject({ 'Binluh: Jumlah peserta': '75 (25)' })
    expect((await asAgus.get(verified.replaceAll('&amp;', '&')).expect(200)).text).toContain('3 laporan')
  })

  it('is not told where nothing was counted', async () => {
    await filedRows(people.budi, 1, { type: 'kunjungan-warga' })

    expect((await (await as('agus')).get('/rekap').expect(200)).text).not.toContain('Jumlah dari isian laporan')
  })
})

describe('the recap as a message', () => {
  const messageIn = (text: string) => /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(text)![1]!.split('\n')

  it('has a line for each unit, the sum, what was in time, and of when it is', async () => {
    await filedRows(people.budi, 10, { state: 'verified' })
    await filedRows(people.budi, 2)
    await filedRows(people.budi, 1, { state: 'accepted' })
    const asAgus = await as('agus')

    const { text } = await asAgus.get('/rekap/teks').expect(200)
    const english = await asAgus.get('/rekap/teks?baris=jenis').set('Cookie', 'bahasa=en').expect(200)

    expect(messageIn(text)).toEqual([
      '*Rekap Polres Cirebon Kota*',
      '*23–29 Nov 2026*',
      '',
      '1. Polsek Kesambi: 10 terverifikasi, 2 belum, 1 tanpa dibaca',
      '2. Polsek Mundu: belum ada laporan',
      '',
      '*Jumlah: 10 terverifikasi, 2 belum, 1 tanpa dibaca*',
      'Tepat waktu: 100%',
      'Data per 24 Nov 2026, 09.42 WIB',
    ])
    expect(english.text).toMatch(/\d\. Talk: 10 verified, 2 not yet, 1 unread/)
    expect((await asAgus.get('/rekap').expect(200)).text).toContain('/rekap/teks?periode=minggu')
  })

  it('names officers by rank and name, and nothing in a name changes how it looks', async () => {
    await filedRows(people.budi, 1, { state: 'verified' })
    await store.db.person.update({ where: { id: people.sari.id }, data: { name: 'Sari *Wulandari_', changedAt } })

    const { text } = await (await as('agus')).get('/rekap/teks?baris=petugas').expect(200)

    expect(messageIn(text).slice(3, 5)).toEqual([
      '1. Aipda Budi Santoso: 1 terverifikasi',
      '2. Bripka Sari  Wulandari : belum ada laporan',
    ])
  })

  it('opens in WhatsApp as long as an address may be, and is cut before a message is full', async () => {
    const { unitId } = people.budi
    const asAgus = await as('agus')
    const short = (await asAgus.get('/rekap/teks?baris=petugas').expect(200)).text
    await store.db.person.createMany({
      data: Array.from({ length: 1200 }, (_, at) => ({
        nrp: String(70_000_000 + at),
        name: `Petugas dengan nama yang panjang nomor ${at}`,
        pangkat: 'Bripka',
        position: 'Bhabinkamtibmas',
        role: 'bhabinkamtibmas',
        unitId,
        state: 'active',
        createdAt: new Date('2026-11-01T08:00:00+07:00'),
      })),
    })
    await store.db.$executeRaw`
      INSERT INTO posting (person_id, unit_id, role, position, since_on)
      SELECT id, unit_id, role, position, '2026-11-01' FROM person WHERE name LIKE 'Petugas dengan%'`

    const long = (await asAgus.get('/rekap/teks?baris=petugas').expect(200)).text

    const [, sent] = /href="https:\/\/wa\.me\/\?text=([^"]*)" rel="noreferrer"/.exec(short)!
    expect(decodeURIComponent(sent!).split('\n')).toEqual(messageIn(short))
    expect(long).not.toContain('wa.me')
    expect(long).toContain('Teks ini terlalu panjang')
    expect(messageIn(long).join('\n').length).toBeLessThan(65_536)
    expect(messageIn(long).at(-5)).toMatch(/^… dan \d+ baris lagi$/)
  })
})

describe('the recap on paper and as a file', () => {
  it('is a letter with head, filter in words, figures and signatures', async () => {
    await filedRows(people.budi, 2, { state: 'verified' })
    await filedRows(people.budi, 1)

    const { text } = await (await as('agus')).get('/rekap/cetak?periode=bulan&baris=petugas').expect(200)

    for (const words of ['RESOR CIREBON KOTA', 'Periode November 2026, Polres Cirebon Kota', '24 November 2026'])
      expect(text).toContain(words)
    expect(figuresIn(text)[0]).toMatchObject({
      Petugas: 'Aipda Budi Santoso Polsek Kesambi',
      'DDS warga': '0',
      Binluh: '2 (1)',
      Jumlah: '2 (1)',
      'Tepat waktu': '3 dari 3',
      'Kirim tertunda': '0',
    })
    expect(text).toMatch(/Mengetahui[\s\S]*KAPOLRES[\s\S]*DEWI KARTIKA[\s\S]*KASAT BINMAS[\s\S]*AGUS PRASETYO/)
    expect(text).not.toContain('href="/laporan')
  })

  it('is signed by the commander alone when they print it themselves', async () => {
    const { text } = await (await as('dewi')).get('/rekap/cetak').expect(200)

    expect(text).toContain('DEWI KARTIKA')
    expect(text).not.toContain('Mengetahui')
  })

  it('is a file that a spreadsheet opens, with a name of ours', async () => {
    await filedRows(people.budi, 2, { state: 'verified' })
    await store.db.person.update({
      where: { id: people.sari.id },
      data: { name: '=HYPERLINK("http://contoh.example")', changedAt },
    })

    const { text, headers } = await (await as('agus')).get('/rekap/unduhan?baris=petugas').expect(200)

    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toBe('attachment; filename=rekap-minggu-2026-11-23-petugas.csv')
    const [head, ...lines] = text.replace(/^\uFEFF/, '').split('\r\n')
    expect(head).toMatch(
      /^"Pangkat","Nama","NRP","Satuan",("[^"]+, terverifikasi","[^"]+, belum terverifikasi",)+"Terlambat","Kirim tertunda","Hari nihil","Hari tanpa kabar","Binluh: Jumlah peserta, terverifikasi","Binluh: Jumlah peserta, belum terverifikasi"$/,
    )
    expect(lines).toEqual([
      expect.stringMatching(/^"Aipda","Budi Santoso","84110021","Polsek Kesambi","2","0",.*,"0","0","0","1","50","0"$/),
      expect.stringMatching(
        /^"Bripka","'=HYPERLINK\(""http:\/\/contoh.example""\)","90050113","Polsek Mundu",("0",)+"2","0","0"$/,
      ),
      expect.stringMatching(/^"Jumlah","","","","2","0",.*,"0","0","0","3","50","0"$/),
      '',
    ])
  })

  it('is a sheet too, which says what it tells, of whom, of when and who made it', async () => {
    await filedRows(people.budi, 2, { state: 'verified' })
    await store.db.person.update({ where: { id: people.sari.id }, data: { name: '=1+1', changedAt } })
    const asAgus = await as('agus')
    const recap = (await asAgus.get('/rekap?baris=petugas').expect(200)).text
    const [href] = recap.match(/\/rekap\/unduhan[^"]*bentuk=xlsx/)!

    const { body, headers } = await asAgus.get(href.replaceAll('&amp;', '&')).buffer().parse(asBytes).expect(200)

    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(headers['content-disposition']).toBe('attachment; filename=rekap-minggu-2026-11-23-petugas.xlsx')
    const { name, rows, xml } = await readSheet(body as Buffer)
    expect(name).toBe('rekap-minggu-2026-11-23-petugas')
    expect(rows.slice(0, 5).map(([text]) => text)).toEqual([
      'Rekapitulasi kegiatan Bhabinkamtibmas',
      'Laporan per petugas dan jenis laporan, 23–29 Nov 2026',
      'Polres Cirebon Kota',
      'Data per 24 November 2026, 09.42 WIB',
      expect.stringMatching(/^Dibuat oleh \S+ Agus Prasetyo, Kasat Binmas$/),
    ])
    expect(rows[6]!.slice(0, 5)).toEqual(['Pangkat', 'Nama', 'NRP', 'Satuan', 'Jumlah, terverifikasi'])
    expect(rows.slice(7, 10).map((row) => row.slice(0, 6))).toEqual([
      ['Aipda', 'Budi Santoso', '84110021', 'Polsek Kesambi', 2, 0],
      ['Bripka', '=1+1', '90050113', 'Polsek Mundu', 0, 0],
      ['Jumlah', '', '', '', 2, 0],
    ])
    expect(xml).not.toContain('<f')
  })
})
