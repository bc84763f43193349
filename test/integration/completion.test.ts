import { cast, type Name } from '../support/cast.ts'
import { household, kunjungan, penyuluhan, photo, postForm } from '../support/filing.ts'
import { filedBrief } from '../support/makers.ts'
import { site } from '../support/site.ts'
import { store } from '../support/store.ts'

const evening = new Date('2026-11-23T20:41:00+07:00')
const line = 'Ronda malam di Balai RW 07, situasi aman.'
const of = { tanggal: '2026-11-23', pukul: '20:30' }

async function atWork(making: Parameters<typeof filedBrief>[2] = {}) {
  const people = await cast(store.db)
  const { as, clock } = site(store)
  const brief = await filedBrief(store, people.budi, { at: evening, ...making, answers: { ...of, ...making.answers } })
  const at = `/laporan/${brief.id}/pelengkapan`
  return { ...people, as, clock, brief, at, asBudi: await as(people.budi) }
}

const detail = (own: Record<string, string> = {}) => penyuluhan({ aksi: 'kirim', ...of, ...own })

describe('the completion of a brief report', () => {
  it('opens the form of the type with the line above and what is known filled in', async () => {
    const { asBudi, at } = await atWork({ photos: 1 })

    const { text } = await asBudi.get(at).expect(200)

    expect(text).toContain('Lengkapi kilat: Penyuluhan')
    expect(text).toContain(line)
    expect(text).toContain('value="2026-11-23"')
    expect(text).toContain('value="20:30"')
    expect(text).toContain('Lengkapi sebelum hari ini pukul 23.59.')
    expect(text).toContain('/foto/1"')
    expect(text).toContain(`action="${at}"`)
  })

  it('keeps number, clocks and deadline, and puts the detail in the place of the line', async () => {
    const { asBudi, budi, brief, at } = await atWork({ photos: 1 })

    const { headers } = await postForm(asBudi, at, detail(), [await photo('#225588')]).expect(303)

    expect(headers.location).toBe(`/laporan/${brief.id}`)
    const { number, checkCode, writtenAt, arrivedAt, dueAt } = brief
    expect(await store.db.report.findFirst()).toMatchObject({
      number,
      checkCode,
      writtenAt,
      arrivedAt,
      dueAt,
      state: 'submitted',
      version: 2,
      completedAt: new Date('2026-11-24T09:42:00+07:00'),
      answers: { tema: 'siskamling', jumlahPeserta: 25, tempat: 'Balai RW 07 Sunyaragi' },
      sums: { jumlahPeserta: 25 },
      narrative: 'Ronda malam digiatkan lagi dan setiap rumah menyalakan lampu teras sampai pagi.',
    })
    expect(await store.db.reportVersion.findMany()).toMatchObject([
      { version: 1, answers: { kilat: line }, changeNote: null },
    ])
    expect(await store.db.photo.findMany({ orderBy: { ordinal: 'asc' } })).toMatchObject([
      { ordinal: 1, width: 64 },
      { ordinal: 2, width: 640 },
    ])
    expect(await store.db.parkedPhoto.count()).toBe(0)
    const tallies = await store.db.dailyTally.findMany({ where: { reports: { not: 0 } } })
    expect(tallies).toMatchObject([{ state: 'submitted', reports: 1, late: 0, sums: { jumlahPeserta: 25 } }])
    expect(await store.db.auditEntry.findMany({ where: { action: 'report.completed' } })).toMatchObject([
      { actorId: budi.id, subject: brief.id, details: { number, version: 2 } },
    ])
    expect(await store.db.outboxEvent.findMany({ where: { name: 'report.completed' } })).toHaveLength(1)
  })

  it('is told on the report, to its reviewer too, who may verify it now', async () => {
    const { asBudi, agus, as, brief, at } = await atWork({ photos: 1 })
    await postForm(asBudi, at, detail()).expect(303)
    const asAgus = await as(agus)

    const { text } = await asAgus.get(`/laporan/${brief.id}`).expect(200)

    expect(text).toContain(line)
    expect(text).toContain('Dilengkapi')
    expect(text).not.toContain('Yang diubah sejak dikembalikan')
    expect((await asAgus.get('/antrean')).text).toContain('Balai RW 07 Sunyaragi')
    await asAgus.post(`/laporan/${brief.id}/verifikasi`).type('form').send({ versi: '2' }).expect(303)
  })

  it('takes the household, and with it the village, of a visit', async () => {
    const { asBudi, budi, at } = await atWork({ photos: 1, answers: { jenis: 'kunjungan-warga' } })
    const home = await household(store.db, budi)

    await postForm(asBudi, at, kunjungan(home.id, { aksi: 'kirim', ...of })).expect(303)

    expect(await store.db.report.findFirst()).toMatchObject({
      entryId: home.id,
      villageCode: home.villageCode,
      state: 'submitted',
    })
  })

  it.each([
    ['without a photo', {}, 0, 'Tambahkan'],
    ['with a missing answer', { tema: '' }, 1, 'Pilih tema'],
    ['with another day', { tanggal: '2026-11-22' }, 1, 'Tanggalnya mengikuti kilat.'],
    ['with the village of another', { wilayah: '32.09.12.2001' }, 1, 'Pilih kelurahan atau desa binaan Anda'],
  ])('%s is shown again with everything typed', async (_, own, photos, sentence) => {
    const { asBudi, at } = await atWork({ photos })

    const { text } = await postForm(asBudi, at, detail(own)).expect(422)

    expect(text).toContain('<title>Kesalahan: Lengkapi kilat')
    expect(text).toContain(sentence)
    expect(text).toContain('Balai RW 07 Sunyaragi')
    expect(text).toContain(line)
    expect(await store.db.report.findFirst()).toMatchObject({ state: 'brief', version: 1 })
  })

  it('takes three photos in all, the one that was there counted', async () => {
    const { asBudi, at } = await atWork({ photos: 1 })
    const three = await Promise.all(['#112233', '#445566', '#778899'].map((colour) => photo(colour)))

    await postForm(asBudi, at, detail(), three).expect(422)
    expect(await store.db.photo.count()).toBe(1)
    await postForm(asBudi, at, detail(), three.slice(0, 2)).expect(303)
    expect(await store.db.photo.count({ where: { ordinal: { not: null } } })).toBe(3)
  })

  it('is checked once more before it is sent, with the photo that was there', async () => {
    const { asBudi, at, brief } = await atWork({ photos: 1 })

    const { text } = await postForm(asBudi, at, detail({ aksi: 'periksa' })).expect(200)

    expect(text).toContain('Periksa sekali lagi sebelum dikirim')
    expect(text).toContain(`action="${at}"`)
    expect(text).toContain(`/laporan/${brief.id}/foto/1`)
  })

  it('can be put aside, leads through the choice of a household, and comes back to the same form', async () => {
    const { asBudi, budi, at, brief } = await atWork({ photos: 1, answers: { jenis: 'kunjungan-warga' } })
    const home = await household(store.db, budi)

    const away = await postForm(asBudi, at, kunjungan('', { aksi: 'pilih:keluarga', ...of })).expect(303)
    const chosen = await asBudi.post(`/draf/${brief.id}/entri`).type('form').send({ entri: home.id }).expect(303)
    const back = await asBudi.get(String(chosen.headers.location)).expect(303)
    const { text } = await asBudi.get(at).expect(200)
    const { text: today } = await asBudi.get('/').expect(200)

    expect(away.headers.location).toContain(`draf=${brief.id}`)
    expect(back.headers.location).toBe(at)
    expect(text).toContain('Siti Rohmah')
    expect(text).toContain('Motor tetangga hilang')
    expect(today).toContain('Lengkapi 1 laporan kilat')
    expect(today).not.toContain(`/draf/${brief.id}`)
    await postForm(asBudi, at, kunjungan(home.id, { aksi: 'kirim', ...of })).expect(303)
    expect(await store.db.draft.count()).toBe(0)
  })

  it('that is sent twice is one, and says so', async () => {
    const { asBudi, at, brief } = await atWork({ photos: 1 })

    await postForm(asBudi, at, detail()).expect(303)
    const again = await postForm(asBudi, at, detail()).expect(303)
    const opened = await asBudi.get(at).expect(303)

    expect([again, opened].map(({ headers }) => headers.location)).toEqual(Array(2).fill(`/laporan/${brief.id}`))
    expect(await store.db.reportVersion.count()).toBe(1)
  })

  it('is due by the end of the day after, and still taken later', async () => {
    const { budi, as, at, clock } = await atWork({ photos: 1 })
    clock.set('2026-11-24T23:59:00+07:00')
    const before = await (await as(budi)).get('/')
    clock.set('2026-11-25T00:00:30+07:00')
    const asBudi = await as(budi)
    const after = await asBudi.get('/')

    expect(before.text).toContain('Lengkapi sebelum hari ini pukul 23.59.')
    expect(before.text).not.toContain('Lewat batas lengkapi')
    expect(after.text).toContain('Lewat batas lengkapi')
    await postForm(asBudi, at, detail()).expect(303)
    expect(await store.db.dailyTally.findMany({ where: { reports: 1 } })).toMatchObject([{ late: 0 }])
  })

  it.each(['hendra', 'agus', 'dewi', 'sari'] as Name[])('is not for %s', async (name) => {
    const { as, at, ...people } = await atWork()
    const { status, text } = await (await as(people[name as 'agus'])).get(at)

    expect([403, 404]).toContain(status)
    expect(text).not.toContain(line)
  })
})
