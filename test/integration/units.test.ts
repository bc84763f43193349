import { createFirstAdmin } from '../../src/administration/accounts/first-admin.commands.ts'
import { villagesOfUnit } from '../../src/administration/units/units.queries.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { type Cast, cast } from '../support/cast.ts'
import { formIn } from '../support/html-form.ts'
import { type Browser, type Site, secrets, site } from '../support/site.ts'
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
const post = (address: string, sent: object = {}) => asRini.post(address).type('form').send(sent)
const lemahsugih = { nama: 'Polsek Lemahsugih', kode: '', wilayah: '32.10.01' }
const create = (own: object = {}) => post('/satuan', { ...lemahsugih, ...own })
const made = (path = '/jabar/cirebon-kota/lemahsugih/') => store.db.unit.findUniqueOrThrow({ where: { path } })
const villages = async (unitId: string, day = today) =>
  (await villagesOfUnit(store.db, unitId, day)).map(({ name }) => name)
const units = () => store.db.unit.count()

describe('the units of the scope', () => {
  it('are shown with their people and villages, and nobody else’s', async () => {
    const { text } = await asRini.get('/satuan').expect(200)

    expect(text).toContain('Polres Cirebon Kota')
    expect(text).toMatch(/Polsek Kesambi<\/a><\/th>[\s\S]*?<td class="number">3<\/td>\s*<td class="number">3<\/td>/)
    expect(text).not.toContain('Polres Contoh')
    expect(text).not.toContain('Polda Jawa Barat')
    expect(text).toContain('href="/satuan/baru"')
  })

  it('say what comes next while there is no polsek', async () => {
    const { text } = await (await house.as(people.lina)).get('/satuan').expect(200)

    expect(text).toContain('Belum ada polsek')
  })

  it('are shown in English too', async () => {
    await post('/bahasa', { bahasa: 'en', kembali: '/satuan' }).expect(303)

    expect((await asRini.get('/satuan')).text).toContain('Add a polsek')
    expect((await asRini.get(`/satuan/${people.units.kesambi.id}`)).text).toContain('No officer yet')
  })
})

describe('a new polsek', () => {
  it('has its place below the polres and the free villages of its kecamatan from today', async () => {
    await create().expect(303)

    const unit = await made()
    expect(unit).toMatchObject({ kind: 'polsek', name: 'Polsek Lemahsugih', timeZone: 'Asia/Jakarta', untilOn: null })
    expect(unit.parentId).toBe(people.units.cirebonKota.id)
    expect(await villages(unit.id)).toEqual(['Cipasung'])
    expect(await villages(unit.id, '2026-11-23')).toEqual([])
    const { text } = await asRini.get(`/satuan/${unit.id}`).expect(200)
    expect(text).toContain('Polsek Lemahsugih dibuat. Jumlah wilayah: 1.')
  })

  it('can be appointed to at once', async () => {
    await create().expect(303)

    const person = {
      nrp: '90010177',
      nama: 'Rudi Hartono',
      pangkat: 'Aipda',
      jabatan: 'Bhabinkamtibmas Cipasung',
      peran: 'bhabinkamtibmas',
      satuan: '/jabar/cirebon-kota/lemahsugih/',
      wilayah: '32.10.01.2001',
    }
    await post('/personel', person).expect(201)
    expect((await asRini.get(`/satuan/${(await made()).id}`)).text).toContain('Aipda Rudi Hartono')
  })

  it('leaves villages with the polsek that has them, and names them', async () => {
    await create({ wilayah: '32.10.01 327405' }).expect(303)

    const { text } = await asRini.get(`/satuan/${(await made()).id}`)
    expect(text).toContain('Tetap di satuan lain: Kel. Pekiringan (Polsek Kesambi), Kel. Sunyaragi (Polsek Kesambi)')
    expect(await villages(people.units.kesambi.id)).toEqual(['Drajat', 'Pekiringan', 'Sunyaragi'])
    expect(await villages((await made()).id)).toEqual(['Cipasung'])
  })

  it('may have no villages yet, a code of its own and a name with signs', async () => {
    await create({ nama: "  Polsek   Ra'as (Timur) ", wilayah: '' }).expect(303)
    await create({ nama: 'Polsek Lain', kode: 'KSM-2', wilayah: '' }).expect(303)

    expect((await made('/jabar/cirebon-kota/raas-timur/')).name).toBe("Polsek Ra'as (Timur)")
    expect((await made('/jabar/cirebon-kota/ksm-2/')).name).toBe('Polsek Lain')
  })

  it.each([
    ['no name', { nama: '' }, 'Isi nama polsek'],
    ['a name without letters', { nama: '12 34' }, 'Nama minimal 3 huruf'],
    ['a name that is too long', { nama: `Polsek ${'a'.repeat(100)}` }, 'Nama paling banyak 100 huruf'],
    ['a name with other signs', { nama: 'Polsek <b>' }, 'Nama hanya huruf, angka'],
    ['a name of another polsek', { nama: 'POLSEK KESAMBI', kode: 'lain' }, 'Nama ini sudah dipakai'],
    ['the code of another', { kode: 'kesambi' }, 'Kode kesambi sudah dipakai'],
    ['a code with other signs', { kode: 'a%/b' }, 'Kode 2 sampai 40 huruf kecil'],
    ['a kabupaten', { wilayah: '32.74' }, '32.74 bukan kode kecamatan'],
    ['a kecamatan that is none', { wilayah: '32.10.01, 32.99.99' }, 'tidak ada di daftar Kemendagri'],
    ['only villages of others', { wilayah: '32.74.05' }, 'Semua wilayah ini sudah punya satuan'],
  ])('is not made with %s, and all that was typed stays', async (_, own, sentence) => {
    const before = await units()

    const { text } = await create(own).expect(422)

    expect(text).toContain(sentence)
    expect(formIn(text)).toMatchObject({ ...lemahsugih, ...own })
    expect(await units()).toBe(before)
  })

  it('is made once when it is sent twice at the same time', async () => {
    const answers = await Promise.all([create(), create()])

    expect(await store.db.unit.count({ where: { name: 'Polsek Lemahsugih' } })).toBe(1)
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409 || status === 422)).toHaveLength(1)
  })

  it('is not for the admin of a polda', async () => {
    await store.db.person.update({ where: { id: people.lina.id }, data: { unitId: people.units.jabar.id } })
    const asLina = await house.as(people.lina)

    expect((await asLina.get('/satuan').expect(200)).text).not.toContain('/satuan/baru')
    await asLina.get('/satuan/baru').expect(409)
    await asLina.post('/satuan').type('form').send(lemahsugih).expect(409)
  })

  it('is remembered, and the audit names it', async () => {
    await create().expect(303)

    const { id } = await made()
    expect(await store.db.auditEntry.findMany({ where: { action: 'unit.created' } })).toMatchObject([
      { actorId: people.rini.id, subject: id, details: { villages: ['32.10.01.2001'] } },
    ])
    const { text } = await asRini.get('/audit').expect(200)
    expect(text).toContain('Membuat satuan')
    expect(text).toContain(`href="/satuan/${id}"`)
    expect(text).toContain('Satuan: Polres Cirebon Kota · Wilayah: Desa Cipasung')
  })

  it('is what the first admin of a server begins with', async () => {
    await store.db.unit.create({
      data: { kind: 'polres', name: 'Polres Baru', path: '/jabar/baru/', sinceOn: new Date(today) },
    })
    const admin = { nrp: '85010001', name: 'Ratna Sari', pangkat: 'Ipda', unitPath: '/jabar/baru/', unitNames: [] }
    await store.db.$transaction((tx) =>
      createFirstAdmin(
        tx,
        { ...admin, timeZone: 'Asia/Makassar', force: false },
        house.clock(),
        cipherOf(secrets.data),
      ),
    )
    const { passwordHash } = await store.db.person.findUniqueOrThrow({ where: { id: people.rini.id } })
    await store.db.person.update({
      where: { nrp: admin.nrp },
      data: { passwordHash, mustChangePassword: false },
    })
    const asRatna = await house.as(admin)

    await asRatna.post('/satuan').type('form').send(lemahsugih).expect(303)

    expect(await villages((await made('/jabar/baru/lemahsugih/')).id)).toEqual(['Cipasung'])
  })
})

describe('the time zone of a unit', () => {
  it('is set on its page for the units below it too, and stands in the audit', async () => {
    const { rini, units: existing } = people
    const browser = await house.as(rini)

    const refused = await browser
      .post(`/satuan/${existing.cirebonKota.id}/zona`)
      .type('form')
      .send({ zona: 'Asia/Tokyo' })
    await browser
      .post(`/satuan/${existing.cirebonKota.id}/zona`)
      .type('form')
      .send({ zona: 'Asia/Makassar' })
      .expect(303)
    const { text } = await browser.get(`/satuan/${existing.kesambi.id}`).expect(200)

    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Pilih zona waktu')
    expect(text).toContain('WITA')
    const zones = await store.db.unit.findMany({ where: { timeZone: 'Asia/Makassar' }, orderBy: { path: 'asc' } })
    expect(zones.map(({ id }) => id)).toEqual([existing.cirebonKota.id, existing.kesambi.id, existing.mundu.id])
    expect(await store.db.auditEntry.findMany({ where: { action: 'unit.zoneChanged' } })).toMatchObject([
      { actorId: rini.id, subject: existing.cirebonKota.id, details: { changes: [{ before: 'WIB', after: 'WITA' }] } },
    ])
  })
})
