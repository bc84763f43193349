import { adminHome } from '../../src/administration/accounts/admin-home.ts'
import { villagesOf } from '../../src/administration/units/units.queries.ts'
import { type Cast, cast } from '../support/cast.ts'
import { filedTalk, returnedTalk } from '../support/makers.ts'
import { type Browser, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'

let people: Cast
let house: Site
let asRini: Browser

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
  asRini = await house.as(people.rini)
})

const today = '2026-11-24'
const mundu = '/jabar/cirebon-kota/mundu/'
const polres = '/jabar/cirebon-kota/'

const post = (address: string, sent: object = {}) => asRini.post(address).type('form').send(sent)
const villages = async (day: string) => (await villagesOf(store.db, people.budi.id, day)).map(({ name }) => name)
const toMundu = { satuan: mundu, peran: 'bhabinkamtibmas', jabatan: 'Bhabinkamtibmas Desa Penpen' }
const move = (id: string, own: object = {}) => post(`/personel/${id}/mutasi`, { ...toMundu, ...own })

describe('moving somebody', () => {
  it('closes the posting and the villages yesterday, and opens a posting today', async () => {
    await move(people.budi.id).expect(303).expect('Location', `/personel/${people.budi.id}/penugasan`)

    const postings = await store.db.posting.findMany({
      where: { personId: people.budi.id },
      orderBy: { sinceOn: 'asc' },
    })
    expect(postings).toMatchObject([
      { unitId: people.units.kesambi.id, untilOn: new Date('2026-11-23') },
      { unitId: people.units.mundu.id, sinceOn: new Date(today), untilOn: null },
    ])
    expect(await villages('2026-11-23')).toEqual(['Sunyaragi'])
    expect(await villages(today)).toEqual([])
    expect(await store.db.auditEntry.findMany({ where: { action: 'person.moved' } })).toMatchObject([
      { actorId: people.rini.id, subject: people.budi.id },
    ])
  })

  it('puts the person out at the next request', async () => {
    const asBudi = await house.as(people.budi)

    await move(people.budi.id).expect(303)

    await asBudi.get('/').expect('Location', '/masuk')
    const { accessVersion } = await store.db.person.findUniqueOrThrow({ where: { id: people.budi.id } })
    expect(accessVersion).toBe(2)
  })

  it('leaves one open posting when it is done twice on a day', async () => {
    await move(people.budi.id).expect(303)
    await move(people.budi.id, { satuan: '/jabar/cirebon-kota/kesambi/' }).expect(303)

    const open = await store.db.posting.findMany({ where: { personId: people.budi.id, untilOn: null } })
    expect(open).toMatchObject([{ unitId: people.units.kesambi.id, sinceOn: new Date(today) }])
    expect(await store.db.posting.count({ where: { personId: people.budi.id } })).toBe(2)
  })

  it('says what is handed over, and leaves the reports with their author', async () => {
    const first = await filedTalk(store, people.budi)
    await returnedTalk(store, people.budi, people.agus)
    for (const state of ['checked', 'recalled', 'duplicate'])
      await store.db.report.update({
        where: { id: (await filedTalk(store, people.budi)).id },
        data: { state, duplicateOf: state === 'duplicate' ? first.id : null },
      })

    const { text } = await asRini.get(`/personel/${people.budi.id}/mutasi`).expect(200)
    await move(people.budi.id).expect(303)

    expect(text).toMatch(/Laporan dikembalikan atau ditarik<\/dt>\s*<dd>2</)
    expect(text).toMatch(/Laporan yang belum diputuskan<\/dt>\s*<dd>2</)
    expect(text).toMatch(/Wilayah yang menjadi kosong<\/dt>\s*<dd>Kel. Sunyaragi</)
    expect(text).not.toContain('Balai RW 07')
    expect(await store.db.report.count({ where: { authorId: people.budi.id } })).toBe(5)
  })

  it.each([
    ['nowhere new', { satuan: '/jabar/cirebon-kota/kesambi/' }, 'Pilih satuan atau peran yang baru'],
    ['out of the scope of the admin', { satuan: '/jabar/contoh/' }, 'Pilih satuan'],
    ['where the role does not serve', { satuan: polres }, 'Bhabinkamtibmas bertugas di polsek'],
  ])('is refused when it leads %s', async (_, own, sentence) => {
    const { text } = await move(people.budi.id, own).expect(422)

    expect(text).toContain(sentence)
    expect(await store.db.posting.count({ where: { personId: people.budi.id } })).toBe(1)
  })

  it('does not take the last admin away', async () => {
    const gone = { satuan: polres, peran: 'kbo', jabatan: 'KBO' }
    const away = { state: 'suspended', suspendReason: 'Cuti panjang' }
    await store.db.person.update({ where: { id: people.ratna.id }, data: away })

    const { text } = await move(people.rini.id, gone).expect(422)

    expect(text).toContain('Anda admin aktif satu-satunya')
    await store.db.person.update({ where: { id: people.bambang.id }, data: { role: 'admin' } })
    await move(people.rini.id, gone).expect(303)
  })
})

describe('assigning villages', () => {
  const assign = (sent: object) => post(`/personel/${people.budi.id}/penugasan`, sent)

  it('adds them from the given day on', async () => {
    await assign({ wilayah: ['32.74.05.1001', '32.74.05.1004'], mulai: '2026-12-01' }).expect(303)

    expect(await villages(today)).toEqual(['Sunyaragi'])
    expect(await villages('2026-12-01')).toEqual(['Drajat', 'Pekiringan', 'Sunyaragi'])
    expect(await store.db.auditEntry.count({ where: { action: 'person.assigned' } })).toBe(1)
  })

  it.each([
    ['nothing', {}, 'Pilih wilayah'],
    ['a village of another polsek', { wilayah: '32.09.12.2001' }, 'Pilih wilayah dari daftar Polsek Kesambi'],
    ['a village that is his already', { wilayah: '32.74.05.1002' }, 'Pilih wilayah dari daftar Polsek Kesambi'],
    ['a day before he served there', { wilayah: '32.74.05.1001', mulai: '2025-12-31' }, 'Mulai tidak boleh sebelum'],
    ['no day at all', { wilayah: '32.74.05.1001', mulai: '2026-02-31' }, 'Mulai harus tanggal yang ada'],
  ])('refuses %s', async (_, sent, sentence) => {
    const { text } = await assign(sent).expect(422)

    expect(text).toContain(sentence)
    expect(await store.db.assignment.count({ where: { personId: people.budi.id } })).toBe(1)
  })

  it('is for a Bhabinkamtibmas only', async () => {
    await asRini.get(`/personel/${people.hendra.id}/penugasan`).expect(409)
  })

  it('gives a village once when it is sent twice at the same time', async () => {
    await Promise.all([assign({ wilayah: '32.74.05.1001' }), assign({ wilayah: '32.74.05.1001' })])

    expect(await villages(today)).toEqual(['Pekiringan', 'Sunyaragi'])
    expect(await store.db.assignment.count({ where: { villageCode: '32.74.05.1001' } })).toBe(1)
  })
})

describe('ending an assignment', () => {
  const address = async () => {
    const { id } = await store.db.assignment.findFirstOrThrow({ where: { personId: people.budi.id } })
    return `/personel/${people.budi.id}/penugasan/${id}/akhir`
  }

  it('lets it hold to its last day', async () => {
    await post(await address(), { sampai: '2026-11-30' }).expect(303)

    expect(await villages('2026-11-30')).toEqual(['Sunyaragi'])
    expect(await villages('2026-12-01')).toEqual([])
    expect(await store.db.auditEntry.count({ where: { action: 'person.unassigned' } })).toBe(1)
  })

  it('does not let it end before it began, nor twice, nor through another person', async () => {
    const { text } = await post(await address(), { sampai: '2025-12-31' }).expect(422)
    expect(text).toContain('Hari terakhir tidak boleh sebelum 23 Nov 2026')

    await post((await address()).replace(people.budi.id, people.sari.id), { sampai: today }).expect(404)
    await post(await address(), { sampai: today }).expect(303)
    await post(await address(), { sampai: today }).expect(404)
  })

  it('frees the village to be given again the day after, not on the same day', async () => {
    await post(await address(), { sampai: '2026-11-23' }).expect(303)

    const again = (mulai: string) => post(`/personel/${people.budi.id}/penugasan`, { wilayah: '32.74.05.1002', mulai })
    const { text } = await again('2026-11-20').expect(422)
    await again(today).expect(303)

    expect(text).toContain('Kel. Sunyaragi masih menjadi wilayah binaannya pada hari itu')
    expect(await villages(today)).toEqual(['Sunyaragi'])
  })
})

describe('what the admin sees at a glance', () => {
  it('counts accounts and names the villages that nobody serves', async () => {
    const data = { state: 'suspended', suspendReason: 'Cuti panjang' }
    await store.db.person.update({ where: { id: people.sari.id }, data })

    const home = await adminHome({ tx: store.db, scope: { kind: 'unit', path: polres }, today })

    expect(home).toMatchObject({ people: 9, suspended: 1, neverSignedIn: 8, withoutVillage: 0 })
    expect(home.villagesWithoutOfficer.map(({ name, unit }) => `${name}, ${unit}`)).toEqual([
      'Drajat, Polsek Kesambi',
      'Pekiringan, Polsek Kesambi',
      'Penpen, Polsek Mundu',
      'Setupatok, Polsek Mundu',
    ])
  })
})
