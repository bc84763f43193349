import { createFirstAdmin, type FirstAdmin } from '../../src/administration/accounts/first-admin.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { type Cast, cast } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { type Browser, secrets, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const read = async (browser: Browser, query = '') => (await browser.get(`/audit${query}`).expect(200)).text

describe('the audit list', () => {
  let people: Cast
  let asRini: Browser

  beforeEach(async () => {
    people = await cast(store.db)
    asRini = await site(store).as(people.rini)
  })

  const edit = (id: string) =>
    asRini
      .post(`/personel/${id}`)
      .type('form')
      .send({ nama: 'Budi Santosa', pangkat: 'Aiptu', jabatan: 'Bhabinkamtibmas' })

  it('says who did what to whom, in both languages', async () => {
    await edit(people.budi.id).expect(303)

    const text = await read(asRini)
    const { text: english } = await asRini.get('/audit').set('Cookie', 'bahasa=en').expect(200)

    expect(text).toContain('Mengubah data personel')
    expect(text).toContain('Nama: Budi Santoso → Budi Santosa')
    expect(text).toContain(`/personel/${people.budi.id}`)
    expect(english).toContain('Changed personnel data')
  })

  it('shows nothing of a report but its number', async () => {
    const report = await filedTalk(store, people.budi)

    const text = await read(asRini, '?aksi=report.filed')

    expect(text).toContain('Mengirim laporan')
    expect(text).toContain(report.number)
    for (const secret of [report.id, 'Balai RW 07', '/laporan/']) expect(text).not.toContain(secret)
  })

  it('keeps to the people of the polres', async () => {
    await site(store).as(people.lina)
    await site(store).as(people.budi)

    expect(await read(asRini)).toContain(people.budi.name)
    expect(await read(asRini)).not.toContain(people.lina.name)
    expect(await read(asRini, `?nrp=${people.lina.nrp}`)).toContain('Tidak ada catatan untuk saringan ini.')
  })

  it('names nobody of another polres, though one of ours did it', async () => {
    const changes = [{ what: 'name', before: 'Surya Atmaja', after: 'Surya Atma' }]
    await store.db.auditEntry.create({
      data: {
        at: new Date('2026-11-24'),
        actorId: people.rini.id,
        action: 'person.edited',
        subject: people.surya.id,
        details: { changes },
      },
    })

    const text = await read(asRini)

    expect(text).toContain('Di luar satuan Anda')
    expect(text).not.toContain('Surya')
  })

  it('is filtered by person, action and day of the own zone', async () => {
    await edit(people.budi.id).expect(303)
    await site(store).as(people.sari)

    expect(await read(asRini, `?nrp=${people.budi.nrp}`)).toContain('Mengubah data personel')
    expect(await read(asRini, `?nrp=${people.budi.nrp}`)).not.toContain('Sari')
    expect(await read(asRini, '?aksi=session.opened&hari=2026-11-24')).toContain('Sari Wulandari')
    expect(await read(asRini, '?hari=2026-11-23')).toContain('Tidak ada catatan')
    expect(await read(asRini, '?aksi=nothing&hari=yesterday&nrp=a&sebelum=x')).toContain('Sari Wulandari')
  })

  it('goes on below the last entry of the page', async () => {
    const at = new Date('2026-11-24T08:00:00+07:00')
    const data = Array.from({ length: 60 }, () => ({
      at,
      actorId: people.budi.id,
      action: 'session.closed',
      subject: people.budi.id,
    }))
    await store.db.auditEntry.createMany({ data })

    const text = await read(asRini, '?aksi=session.closed')
    const next = /rel="next" href="([^"]+)"/.exec(text)![1]!.replaceAll('&amp;', '&')
    const rest = (await asRini.get(next).expect(200)).text

    const count = (html: string) => html.match(/<tr>/g)!.length - 1
    expect([count(text), count(rest)]).toEqual([50, 10])
  })
})

describe('the first admin of a server', () => {
  const now = new Date('2026-11-24T09:42:00+07:00')
  const admin = (own: Partial<FirstAdmin> = {}): FirstAdmin => ({
    nrp: '85010001',
    name: 'Ratna Sari',
    pangkat: 'Bripka',
    unitPath: '/jabar/cirebon-kota/',
    force: false,
    unitNames: ['Polda Jawa Barat', 'Polres Cirebon Kota'],
    timeZone: 'Asia/Jakarta',
    ...own,
  })
  const make = (own: Partial<FirstAdmin> = {}) =>
    store.db.$transaction((tx) => createFirstAdmin(tx, admin(own), now, cipherOf(secrets.data)))

  it('is made with the units above, and gets in with the code', async () => {
    const answer = await make()

    expect(await store.db.unit.findMany({ orderBy: { path: 'asc' } })).toMatchObject([
      { path: '/jabar/', kind: 'polda', name: 'Polda Jawa Barat' },
      { path: '/jabar/cirebon-kota/', kind: 'polres', name: 'Polres Cirebon Kota' },
    ])
    expect(await store.db.auditEntry.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { action: 'person.created', actorId: null },
      { action: 'slip.issued', actorId: null },
    ])
    const browser = await site(store).as({ nrp: '85010001' }, 'slip' in answer ? answer.slip.code : '')
    await browser.get('/').expect('Location', '/sandi')
  })

  it.each([
    ['without the names of the units', { unitNames: [] }, 'namesMissing'],
    ['with too few names', { unitNames: ['Polres Cirebon Kota'] }, 'namesMissing'],
  ])('is refused in an empty database %s', async (_, own, refused) => {
    expect(await make(own)).toEqual({ refused })
    expect(await store.db.unit.count()).toBe(0)
  })

  it.each([
    ['there is one', {}, 'hasAdmin'],
    ['the unit is not known', { unitPath: '/jabar/bogor/' }, 'unitUnknown'],
    ['the NRP is another’s', { force: true, nrp: '84110021' }, 'nrpTaken'],
  ])('is refused when %s', async (_, own, refused) => {
    await cast(store.db)

    expect(await make(own)).toEqual({ refused })
  })

  it('can be let in again by force, without a second account', async () => {
    const { rini } = await cast(store.db)

    const answer = await make({ force: true, nrp: rini.nrp })

    expect(answer).toHaveProperty('slip.code')
    expect(await store.db.person.count({ where: { nrp: rini.nrp } })).toBe(1)
    expect(await store.db.auditEntry.findMany()).toMatchObject([{ action: 'slip.issued', subject: rini.id }])
  })
})
