import { villagesOfUnit } from '../../src/administration/units/units.queries.ts'
import { type Cast, cast } from '../support/cast.ts'
import { formIn } from '../support/html-form.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

let people: Cast
let asRini: Browser

beforeEach(async () => {
  people = await cast(store.db)
  asRini = await site(store).as(people.rini)
})

const today = '2026-11-24'
const post = (address: string, sent: object = {}) => asRini.post(address).type('form').send(sent)
const villages = async (unitId: string, day = today) =>
  (await villagesOfUnit(store.db, unitId, day)).map(({ name }) => name)

describe('the villages of a polsek', () => {
  const mundu = () => people.units.mundu.id
  const add = (wilayah: string) => post(`/satuan/${mundu()}/wilayah`, { wilayah })
  const end = (code: string, unit = mundu()) => post(`/satuan/${unit}/wilayah/${code}/akhir`)

  it('become more, by kecamatan or one by one', async () => {
    await add('32.10.01.2001, 32.09.12').expect(303)

    expect((await asRini.get(`/satuan/${mundu()}`)).text).toContain('Wilayah ditambahkan: 1.')
    expect(await villages(mundu())).toEqual(['Cipasung', 'Penpen', 'Setupatok'])
    expect(await store.db.auditEntry.findMany({ where: { action: 'unit.villagesChanged' } })).toMatchObject([
      { actorId: people.rini.id, subject: mundu(), details: { added: ['32.10.01.2001'] } },
    ])
  })

  it.each([
    ['nothing', '', 'Isi kode kecamatan'],
    ['a comma', ',', 'Isi kode kecamatan'],
    ['a name', 'Kesambi', 'Kesambi bukan kode kecamatan'],
    ['those of others', '32.74.05', 'Semua wilayah ini sudah punya satuan: Kel. Pekiringan (Polsek Kesambi)'],
    ['a village that is none', '32.74.05.9999', 'tidak ada di daftar Kemendagri'],
    ['too long a list', '1'.repeat(501), 'Lebih 1'],
  ])('stay as they are for %s', async (_, wilayah, sentence) => {
    const { text } = await add(wilayah).expect(422)

    expect(text).toContain(sentence)
    expect(text).toContain(`value="${wilayah}"`)
    expect(await villages(mundu())).toEqual(['Penpen', 'Setupatok'])
  })

  it('end today, stay in the past, and are free for another polsek at once', async () => {
    await end('32.09.12.2002').expect(303)

    expect(await villages(mundu())).toEqual(['Setupatok'])
    expect(await villages(mundu(), '2026-11-23')).toEqual(['Penpen', 'Setupatok'])
    await post(`/satuan/${people.units.kesambi.id}/wilayah`, { wilayah: '32.09.12.2002' }).expect(303)
    expect(await villages(people.units.kesambi.id)).toContain('Penpen')
    await end('32.09.12.2002').expect(404)
  })

  it('that were added today by mistake go without a trace but the audit’s', async () => {
    await add('32.10.01').expect(303)
    await end('32.10.01.2001').expect(303)

    expect(await store.db.jurisdiction.count({ where: { villageCode: '32.10.01.2001' } })).toBe(0)
    expect(await store.db.auditEntry.count({ where: { action: 'unit.villagesChanged' } })).toBe(2)
    await add('32.10.01').expect(303)
  })

  it('do not end while somebody is assigned there, suspended or not', async () => {
    const data = { state: 'suspended', suspendReason: 'Cuti panjang' }
    await store.db.person.update({ where: { id: people.sari.id }, data })

    const { text } = await end('32.09.12.2001').expect(422)

    expect(text).toContain('Desa Setupatok masih ditugaskan kepada Bripka Sari Wulandari')
    expect(await villages(mundu())).toEqual(['Penpen', 'Setupatok'])
  })

  it('are those of a polsek, and each its own', async () => {
    await post(`/satuan/${people.units.cirebonKota.id}/wilayah`, { wilayah: '32.10.01' }).expect(404)
    await end('32.74.05.1001').expect(404)
    await end('%27%20OR%201=1').expect(404)
  })

  it('are given once when two polsek ask at the same time', async () => {
    const kesambi = post(`/satuan/${people.units.kesambi.id}/wilayah`, { wilayah: '32.10.01' })
    const answers = await Promise.all([add('32.10.01'), kesambi])

    expect(answers.every(({ status }) => status === 303 || status === 422)).toBe(true)
    expect(await store.db.jurisdiction.count({ where: { villageCode: '32.10.01.2001' } })).toBe(1)
  })
})

describe('finding a kecamatan', () => {
  const find = async (cari: string, untuk = '') => (await asRini.get('/satuan/wilayah').query({ cari, untuk })).text

  it('shows its code and leads to the form with it', async () => {
    const text = await find('kesam')

    expect(text).toContain('32.74.05 Kesambi')
    expect(text).toContain('Kota Cirebon, Jawa Barat')
    const { text: filled } = await asRini.get('/satuan/baru?kecamatan=32.74.05&nama=Polsek+Kesambi').expect(200)
    expect(formIn(filled)).toMatchObject({ nama: 'Polsek Kesambi', wilayah: '32.74.05' })
  })

  it('for a polsek leads back to it', async () => {
    const { id } = people.units.mundu

    expect(await find('Majalengka', id)).toContain(`href="/satuan/${id}?kecamatan=32.10.01#f-wilayah"`)
  })

  it.each(['%ED%A0%80', '%25', '%F0%9F%98%80', '%0A', 'x'.repeat(2000)])('is open to "%s"', async (sign) => {
    const query = `cari=${sign}&untuk=${sign}&kecamatan=${sign}&nama=${sign}`

    await asRini.get(`/satuan/wilayah?${query}`).expect(200)
    await asRini.get(`/satuan/baru?${query}`).expect(200)
    await asRini.get(`/satuan/${people.units.mundu.id}?${query}`).expect(200)
  })

  it.each([
    ['ab', 'Tulis minimal 3 huruf'],
    ['%%%abc', 'Tidak ada kecamatan dengan nama itu'],
    ['___', 'Tulis minimal 3 huruf'],
    ['Tidak Ada', 'Tidak ada kecamatan dengan nama itu'],
    ['"><script>', 'Tidak ada kecamatan dengan nama itu'],
  ])('says so when "%s" finds nothing', async (cari, sentence) => {
    const text = await find(cari, 'not-an-id')

    expect(text).toContain(sentence)
    expect(text).not.toContain('"><script>')
  })
})
