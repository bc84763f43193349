import { cast } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { asBytes, readSheet } from '../support/xlsx.ts'

const formulas = ['=HYPERLINK("http://jahat.example")', '+62812', '-1+cmd', '@SUM(A1)', '\t=1+1', '＝1+1', 'a;=1+1']

async function atWork() {
  const people = await cast(store.db)
  return { ...people, ...site(store) }
}

const cellsOf = (line: string) =>
  [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map(([, text, number]) => text ?? number)
const linesOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')

const download = '/laporan/unduhan?jenis=penyuluhan'

const sheetFrom = async (browser: Browser, more = '') => {
  const { body } = await browser.get(`${download}&bentuk=xlsx${more}`).buffer().parse(asBytes).expect(200)
  return readSheet(body as Buffer)
}

describe('the list of reports as a file', () => {
  it('has a row for each report under the head, in the language of the reader', async () => {
    const { as, budi, sari, dewi } = await atWork()
    for (const author of [budi, sari, budi]) await filedTalk(store, author)
    const browser = await as(dewi)

    const { text, headers } = await browser.get(download).expect(200)
    await browser.post('/bahasa').type('form').send({ bahasa: 'en' })
    const english = await browser.get(download).expect(200)

    const [head, ...rows] = linesOf(text)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toBe('attachment; filename=laporan-penyuluhan-2026-11-24.csv')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(rows).toHaveLength(3)
    for (const row of rows) expect(cellsOf(row)).toHaveLength(cellsOf(head!).length)
    expect(head).toContain('Jumlah peserta')
    expect(linesOf(english.text)[0]).toContain('Number of participants')
  })

  it('is remembered: who took it, of what and by which filter, for the admin to read', async () => {
    const { as, budi, dewi, rini } = await atWork()
    await filedTalk(store, budi)
    const browser = await as(dewi)

    await browser.get(`${download}&dari=2026-11-01`).expect(200)
    await browser.get('/laporan/unduhan?jenis=tidak-ada').expect(404)

    await sheetFrom(browser)

    expect(
      await store.db.auditEntry.findMany({ where: { action: 'reports.exported' }, orderBy: { id: 'asc' } }),
    ).toMatchObject([
      {
        actorId: dewi.id,
        subject: dewi.unitId,
        details: { filter: { jenis: 'penyuluhan', dari: '2026-11-01' }, form: 'csv' },
      },
      { actorId: dewi.id, details: { filter: { jenis: 'penyuluhan' }, form: 'xlsx' } },
    ])
    const { text } = await (await as(rini)).get('/audit?aksi=reports.exported').expect(200)
    expect(text).toContain('Mengunduh laporan sebagai berkas')
    expect(text).toContain('Jenis laporan: penyuluhan')
  })

  it.each(formulas)('is no program: %j', async (formula) => {
    const { as, budi, dewi } = await atWork()
    await filedTalk(store, budi, { answers: { tempat: formula, pertanyaan: formula } })

    const { text } = await (await as(dewi)).get(download).expect(200)

    const cells = cellsOf(linesOf(text)[1]!).filter((cell) => !/^-?\d+(?:\.\d+)?$/.test(cell!))
    for (const cell of cells) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝]|;=/u)
    expect(text).toContain("'")
  })

  it('is a sheet too: the same rows, numbers as numbers, and every text as it was written', async () => {
    const { as, budi, sari, dewi } = await atWork()
    for (const author of [budi, sari]) await filedTalk(store, author)
    await filedTalk(store, budi, { answers: { tempat: '=1+1', pertanyaan: '+62812' } })
    const browser = await as(dewi)

    const csv = (await browser.get(download).expect(200)).text
    const list = (await browser.get('/laporan?jenis=penyuluhan').expect(200)).text
    const { name, rows, xml } = await sheetFrom(browser)

    expect(list).toContain('/laporan/unduhan?jenis=penyuluhan&amp;bentuk=xlsx')
    expect(name).toBe('Penyuluhan')
    expect(rows).toHaveLength(4)
    expect(rows[0]!.map(String)).toEqual(cellsOf(linesOf(csv)[0]!))
    expect(rows[1]!).toContain(25)
    expect(rows.flat()).toEqual(expect.arrayContaining(['=1+1', '+62812']))
    expect(xml).not.toContain('<f')
    expect((await sheetFrom(browser, `&petugas=${sari.id}`)).rows).toHaveLength(2)
    await (await as(budi)).get(`${download}&bentuk=xlsx`).expect(403)
  })

  it('has a position as three numbers, lists as they were written, and moments that a sheet can count with', async () => {
    const { as, budi, dewi } = await atWork()
    const pertanyaan = '- berapa kali ronda?\n- siapa yang membayar?'
    await filedTalk(store, budi, { answers: { tempat: '-5 orang', pertanyaan, posisi: '-6.732100,108.552300,12' } })
    const browser = await as(dewi)

    const { text } = await browser.get(download).expect(200)
    const { rows } = await sheetFrom(browser)

    const head = rows[0]!.map(String)
    const at = (label: string) => rows[1]![head.indexOf(label)]
    expect([at('Lintang'), at('Bujur'), at('Ketelitian (m)')]).toEqual([-6.7321, 108.5523, 12])
    expect(text).toContain('"-6.7321","108.5523","12"')
    expect(text).toContain('"-5 orang"')
    expect(text).toContain(`"${pertanyaan}"`)
    expect(at('Diterima server')).toEqual(new Date('2026-11-24T09:30:00Z'))
    expect(at('Tanggal kegiatan')).toEqual(new Date('2026-11-24T00:00:00Z'))
  })

  it('ends at the scope of who asks, and at what was asked for', async () => {
    const { as, budi, sari, yusuf, joko, dewi } = await atWork()
    for (const author of [budi, budi, sari]) await filedTalk(store, author)
    const count = async (who: { nrp: string }, more = '') =>
      linesOf((await (await as(who)).get(download + more).expect(200)).text).length - 1

    expect(await count(yusuf)).toBe(2)
    expect(await count(joko)).toBe(0)
    expect(await count(dewi)).toBe(3)
    expect(await count(dewi, `&petugas=${sari.id}`)).toBe(1)
    expect(await count(dewi, '&satuan=/jabar/cirebon-kota/kesambi/')).toBe(2)
    expect(await count(dewi, '&dari=2026-11-25')).toBe(0)
    expect(await count(dewi, '&keadaan=terverifikasi')).toBe(0)
    const asYusuf = await as(yusuf)
    await asYusuf.get(`${download}&petugas=${sari.id}`).expect(404)
    await asYusuf.get(`${download}&satuan=/jabar/cirebon-kota/mundu/`).expect(404)
    await asYusuf.get('/laporan/unduhan?jenis=tidak-ada').expect(404)
    await (await as(budi)).get(download).expect(403)
  })
})
