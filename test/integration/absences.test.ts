import { beforeEach, describe, expect, it } from '@jest/globals'
import { dateOf } from '../../src/kernel/days.ts'
import { explained } from '../../src/platform/db/constraints.ts'
import { type Cast, cast, type Name } from '../support/cast.ts'
import { anAbsence } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

let people: Cast
let as: (name: Name) => Promise<Browser>

beforeEach(async () => {
  people = await cast(store.db)
  const { as: signedIn } = site(store)
  as = (name) => signedIn(people[name])
})

const leave = (own: Record<string, string> = {}) => ({
  petugas: people.budi.id,
  jenis: 'cuti',
  dari: '2026-11-23',
  sampai: '2026-11-27',
  tempat: '',
  ...own,
})
const record = async (name: Name, own: Record<string, string> = {}) =>
  (await as(name)).post('/ketidakhadiran').type('form').send(leave(own))
const rows = () => store.db.absence.findMany({ orderBy: { fromOn: 'asc' } })
const remembered = (action: string) => store.db.auditEntry.findMany({ where: { action } })

describe('an absence', () => {
  it.each(['hendra', 'yusuf', 'agus'] as Name[])('is recorded by %s, and is remembered', async (name) => {
    const { status, headers } = await record(name)

    expect([status, headers.location]).toEqual([303, '/ketidakhadiran'])
    expect(await rows()).toMatchObject([
      {
        personId: people.budi.id,
        kind: 'cuti',
        note: null,
        recordedBy: people[name].id,
        cancelledAt: null,
        fromOn: dateOf('2026-11-23'),
        untilOn: dateOf('2026-11-27'),
      },
    ])
    expect(await remembered('absence.recorded')).toMatchObject([
      { actorId: people[name].id, subject: people.budi.id, details: { kind: 'cuti', from: '2026-11-23' } },
    ])
    const { text } = await (await as(name)).get('/ketidakhadiran').expect(200)
    expect(text).toContain('Sedang tidak hadir')
    expect(text).toContain('Cuti, 23–27 Nov 2026')
  })

  it.each(['budi', 'bambang', 'dewi', 'rini'] as Name[])('is not for %s to record', async (name) => {
    expect((await record(name)).status).toBe(403)
    expect(await rows()).toEqual([])
  })

  it.each([
    ['wati', 'of the other polsek'],
    ['joko', 'of the other polres'],
  ] as [Name, string][])('is refused to %s, %s', async (name) => {
    const { status, text } = await record(name)

    expect(status).toBe(422)
    expect(text).not.toContain('Budi Santoso')
    expect(await rows()).toEqual([])
  })

  it.each([
    [{ petugas: '' }, 'Pilih petugasnya'],
    [{ jenis: '' }, 'Pilih jenisnya'],
    [{ dari: '2026-09-22' }, 'Paling jauh 62 hari ke belakang'],
    [{ sampai: '2026-11-22' }, 'Hari terakhir tidak boleh sebelum hari pertama, 23 Nov 2026'],
    [{ sampai: '2027-11-26' }, 'Paling jauh 366 hari ke depan'],
    [{ sampai: '2026-02-31' }, 'Sampai tanggal'],
    [{ jenis: 'sakit', tempat: 'Demam berdarah' }, 'Tempat dinas hanya diisi untuk dinas luar atau BKO'],
  ])('with %j is refused at the field', async (own, sentence) => {
    const { status, text } = await record('hendra', own)

    expect(status).toBe(422)
    expect(text).toContain(sentence)
    expect(await rows()).toEqual([])
  })

  it('may say where, when it is duty elsewhere', async () => {
    await record('hendra', { jenis: 'dinas-luar', tempat: 'BKO Polres Kuningan' })

    expect(await rows()).toMatchObject([{ kind: 'dinas-luar', note: 'BKO Polres Kuningan' }])
    expect((await (await as('hendra')).get('/ketidakhadiran')).text).toContain('BKO Polres Kuningan')
  })

  it('that overlaps with another of the same officer is refused at the field', async () => {
    await anAbsence(store, people.budi, people.hendra, { from: '2026-11-27', until: '2026-11-30', kind: 'sakit' })

    const { status, text } = await record('hendra')

    expect(status).toBe(422)
    expect(text).toContain('sudah dicatat tidak hadir: Sakit, 27–30 Nov 2026')
    expect(await rows()).toHaveLength(1)
    expect((await record('hendra', { petugas: people.budi.id, sampai: '2026-11-26' })).status).toBe(303)
  })

  it('is recorded once when two record it in the same moment', async () => {
    const both = await Promise.all([record('hendra'), record('yusuf')])

    const [first, second] = both.map(({ status }) => status).sort()
    expect(first).toBe(303)
    expect([409, 422]).toContain(second)
    expect(await rows()).toHaveLength(1)
  })

  it('that overlaps is refused by the database too', async () => {
    await anAbsence(store, people.budi, people.hendra)

    const fault: unknown = await anAbsence(store, people.budi, people.hendra).catch((error: unknown) => error)

    expect(explained(fault)).toMatchObject({ status: 409, messageKey: 'absence.overlapsNow' })
    await expect(anAbsence(store, people.sari, people.hendra)).resolves.toBeDefined()
  })

  it('is given another last day, not one that overlaps, and this is remembered', async () => {
    const { id } = await anAbsence(store, people.budi, people.hendra, { from: '2026-11-16', until: '2026-11-27' })
    await anAbsence(store, people.budi, people.hendra, { from: '2026-11-29', until: '2026-11-30' })
    const asYusuf = await as('yusuf')
    const end = (sampai: string) => asYusuf.post(`/ketidakhadiran/${id}/akhir`).type('form').send({ sampai })

    expect((await asYusuf.get(`/ketidakhadiran/${id}/akhir`)).text).toContain('value="2026-11-27"')
    expect((await end('2026-11-15').expect(422)).text).toContain('tidak boleh sebelum hari pertama, 16 Nov 2026')
    expect((await end('2026-11-29').expect(422)).text).toContain('29–30 Nov 2026')
    await end('2026-11-20').expect(303)

    expect((await rows())[0]).toMatchObject({ untilOn: dateOf('2026-11-20') })
    expect(await remembered('absence.redated')).toMatchObject([
      { subject: people.budi.id, details: { until: '2026-11-20' } },
    ])
    expect((await asYusuf.get('/ketidakhadiran')).text).toContain('Cuti, 16–20 Nov 2026')
  })

  it('without its days is asked for them', async () => {
    const { status, text } = await record('hendra', { dari: '', sampai: '' })

    expect(status).toBe(422)
    for (const sentence of ['Isi tanggal pertama', 'Isi tanggal terakhir']) expect(text).toContain(sentence)
  })

  it('is cancelled with one tap, keeps its row, and is easily recorded again', async () => {
    const { id } = await anAbsence(store, people.budi, people.hendra)
    const asHendra = await as('hendra')

    const { headers } = await asHendra.post(`/ketidakhadiran/${id}/pembatalan`).expect(303)
    const { text } = await asHendra.get(headers.location!).expect(200)

    expect(headers.location).toBe(`/ketidakhadiran?ulang=${id}`)
    expect(await rows()).toMatchObject([{ cancelledAt: new Date('2026-11-24T09:42:00+07:00') }])
    expect(await remembered('absence.cancelled')).toMatchObject([{ subject: people.budi.id }])
    expect(text).toContain('Tidak ada yang dicatat tidak hadir hari ini.')
    expect(text).toContain('value="2026-11-23"')
    expect(text).toMatch(/value="cuti"[^>]*checked/)
    await asHendra.post(`/ketidakhadiran/${id}/pembatalan`).expect(404)
    expect((await record('hendra')).status).toBe(303)
  })

  it('that ended more than 62 days ago stays as it is, and none is shortened to before that', async () => {
    const old = await anAbsence(store, people.budi, people.hendra)
    const asHendra = await as('hendra')
    const days = { fromOn: dateOf('2026-09-01'), untilOn: dateOf('2026-09-22') }
    await store.db.absence.update({ where: { id: old.id }, data: days })

    await asHendra.post(`/ketidakhadiran/${old.id}/akhir`).type('form').send({ sampai: '2026-11-20' }).expect(404)
    await asHendra.post(`/ketidakhadiran/${old.id}/pembatalan`).expect(404)
    await store.db.absence.update({ where: { id: old.id }, data: { untilOn: dateOf('2026-11-20') } })
    await asHendra.post(`/ketidakhadiran/${old.id}/akhir`).type('form').send({ sampai: '2026-09-22' }).expect(422)
    await asHendra.post(`/ketidakhadiran/${old.id}/akhir`).type('form').send({ sampai: '2026-09-23' }).expect(303)
  })

  it('is read by the officer, at home and in their account, and not by the neighbour', async () => {
    await anAbsence(store, people.budi, people.hendra)
    const [asBudi, asSari] = [await as('budi'), await as('sari')]

    expect((await asBudi.get('/')).text).toContain('Anda dicatat tidak hadir: Cuti, 23–27 Nov 2026.')
    expect((await asBudi.get('/akun')).text).toContain('23–27 Nov 2026')
    expect((await asSari.get('/')).text).not.toContain('dicatat tidak hadir')
    expect((await asSari.get('/akun')).text).not.toContain('Ketidakhadiran')
  })

  it('is listed to those of the own polsek only', async () => {
    await anAbsence(store, people.budi, people.hendra)

    expect((await (await as('wati')).get('/ketidakhadiran').expect(200)).text).not.toContain('Budi Santoso')
    expect((await (await as('agus')).get('/ketidakhadiran').expect(200)).text).toContain('Budi Santoso, Polsek Kesambi')
  })
})
