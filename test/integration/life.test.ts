import { randomUUID } from 'node:crypto'
import { type Cast, cast } from '../support/cast.ts'
import { photo, postForm } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { filedTalk, verifiedTalk } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const returning = { versi: '1', alasan: 'foto', catatan: 'Foto terlalu gelap untuk dilihat.', isian: 'foto' }
const report = (id: string) => store.db.report.findUniqueOrThrow({ where: { id } })
const send = (browser: Browser, path: string, sent: object) => browser.post(path).type('form').send(sent)
const remembered = (subject: string) =>
  store.db.auditEntry.findMany({ where: { subject, action: { not: 'report.filed' } }, orderBy: { id: 'asc' } })

/** Budi's report, and whoever is asked for, signed in. */
async function atWork() {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  const { id, number } = await filedTalk(store, people.budi)
  return { people, as: (name: Exclude<keyof Cast, 'units'>) => as(people[name]), clock, id, number }
}

const switchOn = ({ units }: Cast) =>
  store.db.setting.create({
    data: { unitId: units.cirebonKota.id, key: 'duaTahap', value: true, setAt: new Date('2026-11-01T08:00:00+07:00') },
  })

describe('two stages', () => {
  it('let the Kanit pass a report on, and the Kasat decide after them', async () => {
    const { people, as, id } = await atWork()
    await switchOn(people)
    const [asHendra, asAgus] = [await as('hendra'), await as('agus')]

    await send(asAgus, `/laporan/${id}/verifikasi`, { versi: '1' }).expect(403)
    const waiting = await asAgus.get(`/laporan/${id}`).expect(200)
    await send(asHendra, `/laporan/${id}/pemeriksaan`, { versi: '1' }).expect(303)
    await send(asHendra, `/laporan/${id}/pemeriksaan`, { versi: '1' }).expect(303)
    await send(asAgus, `/laporan/${id}/verifikasi`, { versi: '1' }).expect(303)

    expect(waiting.text).toContain('Kanit Binmas membaca laporan ini dulu')
    expect(await report(id)).toMatchObject({ state: 'verified' })
    expect(await store.db.review.findMany({ orderBy: { stage: 'asc' } })).toMatchObject([
      { stage: 1, decision: 'checked', reviewerId: people.hendra.id },
      { stage: 2, decision: 'verified', reviewerId: people.agus.id },
    ])
    expect(await remembered(id)).toMatchObject([{ action: 'report.checked' }, { action: 'report.verified' }])
    expect(await store.db.outboxEvent.count({ where: { name: 'report.checked' } })).toBe(1)
  })

  it('let the Kanit return, and the polres decide on what the polsek has left lying for a day', async () => {
    const { people, as, clock, id } = await atWork()
    await switchOn(people)
    const lying = await filedTalk(store, people.budi)

    await send(await as('hendra'), `/laporan/${id}/pengembalian`, returning).expect(303)
    clock.set('2026-11-25T09:31:00+07:00')
    await send(await as('agus'), `/laporan/${lying.id}/verifikasi`, { versi: '1' }).expect(303)

    expect(await report(id)).toMatchObject({ state: 'returned' })
    expect(await report(lying.id)).toMatchObject({ state: 'verified' })
  })

  it('are off until the Kasat switches them on', async () => {
    const { as, id } = await atWork()
    const asHendra = await as('hendra')

    await send(asHendra, `/laporan/${id}/pemeriksaan`, { versi: '1' }).expect(403)
    const { text } = await asHendra.get(`/laporan/${id}`).expect(200)

    expect(text).not.toContain('/pemeriksaan')
  })
})

describe('the settings of the polres', () => {
  it('are kept, remembered, and hold for the next request', async () => {
    const { people, as, id } = await atWork()
    const [asAgus, asHendra] = [await as('agus'), await as('hendra')]

    await send(asAgus, '/pengaturan', { duaTahap: 'ya', sampel: '40' }).expect(303)
    await send(asAgus, '/pengaturan', { duaTahap: 'ya', sampel: '40' }).expect(303)
    await send(asHendra, `/laporan/${id}/pemeriksaan`, { versi: '1' }).expect(303)

    expect(formIn((await asAgus.get('/pengaturan').expect(200)).text)).toMatchObject({ duaTahap: 'ya', sampel: '40' })
    const entries = await store.db.auditEntry.findMany({ where: { action: 'setting.changed' } })
    expect(entries).toMatchObject([
      {
        subject: people.units.cirebonKota.id,
        details: {
          changes: [
            { what: 'twoStage', before: 'false', after: 'true' },
            { what: 'sampling', before: '100', after: '40' },
          ],
        },
      },
    ])
    expect((await (await as('rini')).get('/audit').expect(200)).text).toContain('Pemeriksaan dua tahap')
  })

  it('refuse what makes no sense, with what was typed, and are the Kasat’s alone', async () => {
    const { as } = await atWork()

    const { text } = await send(await as('agus'), '/pengaturan', { duaTahap: 'ya', sampel: '5' }).expect(422)
    for (const name of ['budi', 'hendra', 'yusuf', 'bambang', 'dewi', 'rini'] as const)
      await (await as(name)).get('/pengaturan').expect(403)

    expect(text).toContain('Isi angka 10 sampai 100')
    expect(formIn(text)).toMatchObject({ duaTahap: 'ya', sampel: '5' })
    expect(await store.db.setting.count()).toBe(0)
  })
})

describe('recalling', () => {
  it('opens every answer, raises the version, and makes an old decision stale', async () => {
    const { as, id } = await atWork()
    const [asBudi, asAgus] = [await as('budi'), await as('agus')]

    await asBudi.get(`/laporan/${id}/penarikan`).expect(200)
    const { headers } = await send(asBudi, `/laporan/${id}/penarikan`, {}).expect(303)
    const away = await send(asAgus, `/laporan/${id}/verifikasi`, { versi: '1' })
    const { text } = await asBudi.get(headers.location!).expect(200)
    const wire = { ...formIn(text), tempat: 'Aula kelurahan', jumlahPeserta: '30' }
    await postForm(asBudi, `/laporan/${id}/pengiriman`, wire, [await photo('#225588')]).expect(303)
    await send(asAgus, `/laporan/${id}/verifikasi`, { versi: '1' }).expect(409)

    expect(away.status).toBe(409)
    expect(await report(id)).toMatchObject({
      state: 'submitted',
      version: 2,
      answers: { tempat: 'Aula kelurahan', jumlahPeserta: 30, tema: 'narkoba' },
    })
    expect((await store.db.photo.findMany({ orderBy: { ordinal: 'asc' } })).map(({ ordinal }) => ordinal)).toEqual([
      1,
      null,
    ])
    expect(await remembered(id)).toMatchObject([{ action: 'report.recalled' }, { action: 'report.resent' }])
    const seen = (await asAgus.get(`/laporan/${id}`).expect(200)).text
    expect(seen).toMatch(/<del>[^<]*Balai RW 07<\/del>[\s\S]*<ins>[^<]*Aula kelurahan<\/ins>/)
    const { hash } = await store.db.photo.findFirstOrThrow({ where: { ordinal: null } })
    await asAgus.get(`/laporan/${id}/foto/${hash}`).expect(200).expect('Content-Type', 'image/jpeg')
  })

  it('may be followed by the same report, and is over once somebody has decided', async () => {
    const { as, id, people } = await atWork()
    const asBudi = await as('budi')
    const decided = await verifiedTalk(store, people.budi, people.agus)

    await send(asBudi, `/laporan/${id}/penarikan`, {}).expect(303)
    const home = await asBudi.get('/').expect(200)
    const form = formIn((await asBudi.get(`/laporan/${id}/pengiriman`).expect(200)).text)
    await postForm(asBudi, `/laporan/${id}/pengiriman`, form).expect(303)

    expect(home.text).toContain('Ditarik')
    expect(await report(id)).toMatchObject({ state: 'submitted', version: 2 })
    await asBudi.get(`/laporan/${decided.id}/penarikan`).expect(403)
    await send(asBudi, `/laporan/${decided.id}/penarikan`, {}).expect(403)
  })

  it('of what another one decides in the same moment ends in one of the two', async () => {
    const { as, id } = await atWork()
    const [asBudi, asAgus] = [await as('budi'), await as('agus')]

    const answers = await Promise.all([
      send(asBudi, `/laporan/${id}/penarikan`, {}),
      send(asAgus, `/laporan/${id}/verifikasi`, { versi: '1' }),
    ])

    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(['recalled', 'verified']).toContain((await report(id)).state)
  })
})

describe('marking a duplicate', () => {
  it('links it to its original, counts it no more, and tells the officer', async () => {
    const { people, as, id } = await atWork()
    const original = await filedTalk(store, people.budi)
    const asBambang = await as('bambang')

    const sent = { versi: '1', nomor: original.number.toLowerCase(), catatanDuplikat: 'Kegiatan yang sama.' }
    await send(asBambang, `/laporan/${id}/duplikat`, sent).expect(303)

    expect(await report(id)).toMatchObject({ state: 'duplicate', duplicateOf: original.id })
    expect(await remembered(id)).toMatchObject([
      { action: 'report.markedDuplicate', details: { original: original.number } },
    ])
    const { text } = await (await as('budi')).get(`/laporan/${id}`).expect(200)
    expect(text).toContain(`href="/laporan/${original.id}">${original.number}`)
    expect(text).toContain('Kegiatan yang sama.')
    expect((await asBambang.get(`/laporan/${original.id}`)).text).toContain('Laporan duplikatnya:')
  })

  it('keeps its original from being cancelled: one of them must count', async () => {
    const { people, as, id } = await atWork()
    const original = await filedTalk(store, people.budi)
    await send(await as('agus'), `/laporan/${id}/duplikat`, { versi: '1', nomor: original.number }).expect(303)
    const asBudi = await as('budi')

    const { text } = await asBudi.get(`/laporan/${original.id}`).expect(200)
    const refused = await send(asBudi, `/laporan/${original.id}/pembatalan`, { alasan: 'Salah pilih jenis laporan' })

    expect(text).not.toContain('pembatalan')
    expect([refused.status, refused.text.includes('ditandai sebagai duplikat laporan ini')]).toEqual([409, true])
    expect((await report(original.id)).state).toBe('submitted')
  })

  it('refuses itself, what is not there, what is out of scope, and what does not count', async () => {
    const { people, as, id, number } = await atWork()
    const asAgus = await as('agus')
    const elsewhere = await filedTalk(store, people.sari)
    await store.db.report.update({ where: { id: elsewhere.id }, data: { state: 'cancelled' } })
    const stranger = await store.db.report.findUniqueOrThrow({
      where: { id: (await filedTalk(store, people.sari)).id },
    })
    await store.db.$executeRaw`UPDATE report SET unit_path = '/jabar/contoh/' WHERE id = ${stranger.id}::uuid`

    const faultOf = async (nomor: string) => {
      const { text } = await send(asAgus, `/laporan/${id}/duplikat`, { versi: '1', nomor }).expect(422)
      return /id="f-nomor-error">[\s\S]*?<\/span> ([^<]+)/.exec(text)?.[1]
    }

    expect(await faultOf(number)).toMatch(/^Ini nomor laporan yang sedang dibuka/)
    expect(await faultOf('DDS/9999/KESAMBI/XI/2026')).toMatch(/^Nomor ini tidak ditemukan/)
    expect(await faultOf(stranger.number)).toMatch(/^Nomor ini tidak ditemukan/)
    expect(await faultOf(elsewhere.number)).toMatch(/^Laporan itu sendiri duplikat atau dibatalkan/)
    expect(await report(id)).toMatchObject({ state: 'submitted' })
  })

  it('makes one duplicate of two that are marked as each other’s', async () => {
    const { people, as, id, number } = await atWork()
    const other = await filedTalk(store, people.budi)
    const asAgus = await as('agus')

    await Promise.all([
      send(asAgus, `/laporan/${id}/duplikat`, { versi: '1', nomor: other.number }),
      send(asAgus, `/laporan/${other.id}/duplikat`, { versi: '1', nomor: number }),
    ])

    expect(await store.db.report.count({ where: { state: 'duplicate' } })).toBe(1)
  })
})

describe('adding a note after the decision', () => {
  it('keeps the report as it is, once for each form, with name and time, on the page and on paper', async () => {
    const { people, as } = await atWork()
    const { id, answers } = await verifiedTalk(store, people.budi, people.agus)
    const [asBudi, asAgus] = [await as('budi'), await as('agus')]
    const note = { catatanId: randomUUID(), tambahan: 'Pemilik <motor> sudah melapor ke Polsek.' }

    await send(asBudi, `/laporan/${id}/catatan`, note).expect(303)
    await send(asBudi, `/laporan/${id}/catatan`, note).expect(303)
    await send(asAgus, `/laporan/${id}/catatan`, { catatanId: randomUUID(), tambahan: 'Diteruskan ke Reskrim.' })

    expect(await store.db.addendum.findMany({ orderBy: { addedAt: 'asc' } })).toHaveLength(2)
    expect(await report(id)).toMatchObject({ state: 'verified', version: 1, answers: answers as object })
    expect(await remembered(id)).toMatchObject([{ action: 'report.supplemented' }, { action: 'report.supplemented' }])
    expect(await store.db.dailyTally.count({ where: { state: 'verified', reports: 1 } })).toBe(1)
    for (const path of [`/laporan/${id}`, `/laporan/${id}/cetak`]) {
      const { text } = await asAgus.get(path).expect(200)
      expect(text).toContain('Pemilik &lt;motor&gt; sudah melapor ke Polsek.')
      expect(text).toContain('Aipda Budi Santoso')
    }
  })

  it('is not for what nobody has decided, nor for another officer, nor for two words', async () => {
    const { people, as, id } = await atWork()
    const decided = await verifiedTalk(store, people.budi, people.agus)
    const [asBudi, asSari] = [await as('budi'), await as('sari')]
    const note = { catatanId: randomUUID(), tambahan: 'Pemilik motor sudah melapor.' }

    await send(asBudi, `/laporan/${id}/catatan`, note).expect(403)
    await send(asSari, `/laporan/${decided.id}/catatan`, note).expect(404)
    const { text } = await send(asBudi, `/laporan/${decided.id}/catatan`, { ...note, tambahan: 'Sudah' }).expect(422)

    expect(text).toContain('Tulis catatan 10 sampai 1.000 karakter')
    expect(formIn(text)).toMatchObject({ tambahan: 'Sudah' })
    expect(await store.db.addendum.count()).toBe(0)
  })
})

describe('a note on a pinned answer', () => {
  it('stands at its field when the officer corrects', async () => {
    const { as, id } = await atWork()
    const [asBudi, asAgus] = [await as('budi'), await as('agus')]
    const sent = { ...returning, isian: ['jumlahPeserta', 'materi'], 'tanda.jumlahPeserta': 'Berapa yang hadir?' }

    const long = await send(asAgus, `/laporan/${id}/pengembalian`, {
      ...sent,
      'tanda.materi': 'x'.repeat(201),
    }).expect(422)
    await send(asAgus, `/laporan/${id}/pengembalian`, sent).expect(303)
    const { text } = await asBudi.get(`/laporan/${id}/perbaikan`).expect(200)

    expect(long.text).toContain('Catatan pada isian paling banyak 200 karakter')
    expect(long.text).toContain('Berapa yang hadir?')
    expect(text).toMatch(/Berapa yang hadir\?[\s\S]*name="jumlahPeserta"/)
    expect(await store.db.review.findFirst()).toMatchObject({
      pins: [
        { field: 'jumlahPeserta', note: 'Berapa yang hadir?' },
        { field: 'materi', note: '' },
      ],
    })
  })
})
