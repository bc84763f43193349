import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { migrate } from '../../src/platform/db/migrate.ts'
import { type Cast, cast } from '../support/cast.ts'
import { filedRows } from '../support/filed-rows.ts'
import { inScratch } from '../support/scratch.ts'
import { type Browser, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { texts } from '../support/texts.ts'

let people: Cast
let house: Site
let asRini: Browser

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
  asRini = await house.as(people.rini)
})

const post = (address: string, sent: object = {}) => asRini.post(address).type('form').send(sent).expect(303)

const factsOf = (personId: string) =>
  store.db.$queryRaw<object[]>`
    SELECT since_on::text AS since, until_on::text AS until, name, pangkat, state FROM person_fact
    WHERE person_id = ${personId}::uuid ORDER BY since_on`

const budi = { name: 'Budi Santoso', pangkat: 'Aipda', state: 'active' }
const since = '2026-01-01'

describe('what is known of a person by day', () => {
  it('begins on the day of the account', async () => {
    expect(await factsOf(people.budi.id)).toEqual([{ since, until: null, ...budi }])
  })

  it('changes on the day on which somebody is promoted, and not before', async () => {
    const { id, position } = people.budi

    await post(`/personel/${id}`, { nama: budi.name, pangkat: 'Aiptu', jabatan: position })

    expect(await factsOf(id)).toEqual([
      { since, until: '2026-11-23', ...budi },
      { since: '2026-11-24', until: null, ...budi, pangkat: 'Aiptu' },
    ])
  })

  it('keeps the last of several changes of one day', async () => {
    const { id, position } = people.budi
    await post(`/personel/${id}`, { nama: 'Budi Santosa', pangkat: 'Aiptu', jabatan: position })
    house.clock.forward(5)

    await post(`/personel/${id}`, { nama: 'Budi Santosa', pangkat: 'Aipda', jabatan: position })

    expect(await factsOf(id)).toEqual([
      { since, until: '2026-11-23', ...budi },
      { since: '2026-11-24', until: null, ...budi, name: 'Budi Santosa' },
    ])
  })

  it('tells from which day to which somebody was suspended', async () => {
    const { id } = people.budi
    await post(`/personel/${id}/penonaktifan`, { alasan: 'Sedang dalam pemeriksaan internal' })
    house.clock.set('2026-11-27T08:00:00+07:00')
    asRini = await house.as(people.rini)

    await store.db.person.update({
      where: { id },
      data: { state: 'active', suspendReason: null, changedAt: house.clock() },
    })

    expect(await factsOf(id)).toEqual([
      { since, until: '2026-11-23', ...budi },
      { since: '2026-11-24', until: '2026-11-26', ...budi, state: 'suspended' },
      { since: '2026-11-27', until: null, ...budi },
    ])
  })

  it('is asked for by any day, also one before the account', async () => {
    const { id, position } = people.budi
    await post(`/personel/${id}`, { nama: budi.name, pangkat: 'Aiptu', jabatan: position })
    const pangkatOn = async (day: string) =>
      (await store.db.$queryRaw<[{ pangkat: string }]>`SELECT pangkat FROM person_on(${id}::uuid, ${day}::date)`)[0]

    expect(await pangkatOn('2025-06-01')).toEqual({ pangkat: 'Aipda' })
    expect(await pangkatOn('2026-11-23')).toEqual({ pangkat: 'Aipda' })
    expect(await pangkatOn('2026-11-24')).toEqual({ pangkat: 'Aiptu' })
    expect(await pangkatOn('2027-01-01')).toEqual({ pangkat: 'Aiptu' })
  })
})

describe('a later promotion', () => {
  const promote = async ({ id }: { id: string }, pangkat: string) => {
    house.clock.set('2026-11-26T08:00:00+07:00')
    await store.db.person.update({ where: { id }, data: { pangkat, changedAt: house.clock() } })
  }

  it('does not change who has acted on an early warning', async () => {
    const address = '/peringatan/32.74.05.1002/pencurian'
    const { yusuf } = people
    const sent = { tindakan: 'Patroli malam di RW 05' }
    await filedRows(people.budi, 4, {
      on: '2026-11-20',
      type: 'laporan-informasi',
      answers: { tanggal: '2026-11-20', pukul: '09:00', kategori: 'pencurian', rw: 5, masalah: 'Motor hilang' },
    })
    await (await house.as(yusuf)).post(`${address}/penanganan`).type('form').send(sent).expect(303)
    await promote(yusuf, 'Kompol')

    const { text } = await (await house.as(people.dewi)).get(address).expect(200)

    expect(texts(text)).toContain('Patroli malam di RW 05 AKP Yusuf Maulana, 24 Nov 2026')
  })

  it('does not change who has recorded an absence', async () => {
    const { budi: absent, yusuf } = people
    const leave = { petugas: absent.id, jenis: 'cuti', dari: '2026-11-23', sampai: '2026-11-27', tempat: '' }
    await (await house.as(yusuf)).post('/ketidakhadiran').type('form').send(leave).expect(303)
    await promote(yusuf, 'Kompol')

    const { text } = await (await house.as(people.agus)).get('/ketidakhadiran').expect(200)

    expect(texts(text)).toContain('AKP Yusuf Maulana')
  })

  it('does not change who has described a village', async () => {
    const { budi: author } = people
    const address = '/wilayah/32.74.05.1002'
    const sent = { jumlahRw: '12', versi: '' }
    await (await house.as(author)).post(`${address}/ubah`).type('form').send(sent).expect(303)
    await promote(author, 'Aiptu')

    const { text } = await (await house.as(people.hendra)).get(address).expect(200)

    expect(text).toContain('Diperbarui Aipda Budi Santoso, 24 Nov 2026')
  })

  it('does not change who has asked for a check of the data', async () => {
    const { dewi } = people
    const calledThen = `${dewi.pangkat} ${dewi.name}`
    await (await house.as(dewi)).post('/keutuhan-data').type('form').send({ sidik: '' }).expect(303)
    await store.db.chainCheck.updateMany({ data: { state: 'cancelled', endedAt: house.clock() } })
    await promote(dewi, 'Kombes Pol')

    const { text } = await (await house.as(dewi)).get('/keutuhan-data').expect(200)

    expect(text.split('</header>').at(-1)).toContain(calledThen)
  })
})

describe('what is known of a unit by day', () => {
  it('keeps the name that it had', async () => {
    const { id } = people.units.kesambi
    await store.db.unit.update({ where: { id }, data: { name: 'Polsek Kesambi Baru', changedAt: house.clock() } })
    const nameOn = async (day: string) =>
      (await store.db.$queryRaw<[{ name: string }]>`SELECT name FROM unit_on(${id}::uuid, ${day}::date)`)[0]

    expect(await nameOn('2026-11-23')).toEqual({ name: 'Polsek Kesambi' })
    expect(await nameOn('2026-11-24')).toEqual({ name: 'Polsek Kesambi Baru' })
  })
})

describe('a database of an older release', () => {
  it('gets the facts that its audit remembers', () =>
    inScratch(async (url) => {
      await migrate(url, '20261130030000_directives')
      const client = new Client({ connectionString: url })
      await client.connect()
      const [unit, person] = [randomUUID(), randomUUID()]
      const noted = (at: string, action: string, changes: object[]) =>
        client.query('INSERT INTO audit_entry (at, action, subject, details) VALUES ($1, $2, $3, $4)', [
          at,
          action,
          person,
          JSON.stringify({ changes }),
        ])
      try {
        await client.query(
          `INSERT INTO unit (id, kind, name, path, since_on) VALUES ($1, 'polsek', 'Polsek Lama', '/lama/', '2020-01-01')`,
          [unit],
        )
        await client.query(
          `INSERT INTO person (id, nrp, name, pangkat, position, role, unit_id, created_at)
           VALUES ($1, '84110021', 'Budi Santosa', 'Aiptu', 'Bhabin', 'bhabinkamtibmas', $2, '2026-03-01T20:00:00Z')`,
          [person, unit],
        )
        await noted('2026-05-01T20:00:00Z', 'person.edited', [
          { what: 'pangkat', before: 'Aipda', after: 'Aiptu' },
          { what: 'name', before: 'Budi', after: 'Budi Santosa' },
        ])
        await noted('2026-06-01T03:00:00Z', 'person.suspended', [{ what: 'reason', before: '', after: 'x' }])
        await noted('2026-06-10T03:00:00Z', 'person.reinstated', [])

        await migrate(url)

        const { rows } = await client.query(
          `SELECT since_on::text AS since, until_on::text AS until, name, pangkat, state FROM person_fact ORDER BY since_on`,
        )
        const now = { name: 'Budi Santosa', pangkat: 'Aiptu', state: 'active' }
        expect(rows).toEqual([
          { ...now, since: '2026-03-02', until: '2026-05-01', name: 'Budi', pangkat: 'Aipda' },
          { ...now, since: '2026-05-02', until: '2026-05-31' },
          { ...now, since: '2026-06-01', until: '2026-06-09', state: 'suspended' },
          { ...now, since: '2026-06-10', until: null },
        ])
        expect((await client.query('SELECT name, since_on::text AS since FROM unit_fact')).rows).toEqual([
          { name: 'Polsek Lama', since: '2020-01-01' },
        ])
      } finally {
        await client.end()
      }
    }))
})
