import { type Subject, surroundingsOf } from '../../src/reports/signals/signals.queries.ts'
import { similarity, trigramsOf } from '../../src/reports/signals/trigrams.ts'
import { type Cast, cast } from '../support/cast.ts'
import { household, kunjungan, penyuluhan, photo, postForm, scenery, sendAnswering } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { filedTalk } from '../support/makers.ts'
import { type Browser, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const talks = '/laporan/penyuluhan'
const visits = '/laporan/kunjungan-warga'

const other = 'Penipuan lewat telepon dijelaskan dengan contoh, nomor pengaduan bank dibagikan kepada peserta.'

let people: Cast
let asBudi: Browser

beforeEach(async () => {
  people = await cast(store.db)
  asBudi = await site(store).as(people.budi)
})

/** Why it is late, where that is asked. */
const late = { 'tanda.terlambat': 'lupa' }

const send = async (path: string, wire: Record<string, string>, picture?: Buffer) =>
  postForm(asBudi, path, { ...late, ...wire, aksi: 'kirim' }, [picture ?? (await photo())])

const only = () => store.db.report.findFirstOrThrow({ orderBy: { arrivedAt: 'desc' } })

describe('something odd about a report', () => {
  it('is asked on the check page, refused without an answer, and kept with the coded reason', async () => {
    const wire = penyuluhan({ tanggal: '2026-11-10' }) as Record<string, string>

    const check = await postForm(asBudi, talks, { ...wire, aksi: 'periksa' }, [await photo()]).expect(200)
    const open = await send(talks, wire)
    const sent = { ...formIn(open.text), 'tanda.lama': 'tanpa-sinyal', aksi: 'kirim' }
    await asBudi.post(talks).type('form').send(sent).expect(303)

    expect(check.text).toContain('Ada 1 pertanyaan')
    expect(check.text).toContain('Kegiatan ini lebih dari 7 hari lalu. Pilih alasannya')
    expect(check.text).not.toContain('Pilih salah satu alasan')
    expect(open.status).toBe(422)
    expect(open.text).toContain('Pilih salah satu alasan')
    expect(open.text).toContain('Balai RW 07 Sunyaragi')
    expect(open.text).not.toContain('Kesalahan:')
    expect(await only()).toMatchObject({
      warnings: [{ key: 'lama', params: { days: 14 }, reason: 'tanpa-sinyal' }],
    })
  })

  it('takes only the reasons there are', async () => {
    const wire = penyuluhan({ tanggal: '2026-11-10', 'tanda.lama': 'constructor' }) as Record<string, string>

    const { status } = await send(talks, wire)

    expect(status).toBe(422)
    expect(await store.db.report.count()).toBe(0)
  })

  it.each([
    ['a coarse position', { posisi: '-6.732100,108.552300,240' }, 'Ketelitian lokasi 240 m', 'kasar'],
    ['an old activity', { tanggal: '2026-10-01' }, 'lebih dari 7 hari lalu', 'lama'],
  ])('is %s', async (_, own, sentence, key) => {
    const wire = penyuluhan(own) as Record<string, string>

    const { text } = await send(talks, wire)
    await sendAnswering(asBudi, talks, wire, [await photo()])

    expect(text).toContain(sentence)
    expect((await only()).warnings).toMatchObject([{ key }])
  })

  it('is a point far from where the village usually reports from', async () => {
    for (let day = 1; day <= 20; day += 1)
      await filedTalk(store, people.budi, {
        photos: 0,
        answers: { tanggal: `2026-10-${String(day).padStart(2, '0')}`, posisi: `-6.73${day + 10}00,108.552300,9` },
      })

    const { text } = await send(talks, penyuluhan({ posisi: '-6.802100,108.552300,15' }) as Record<string, string>)

    expect(text).toMatch(/Titik ini 7\.\d{3} m dari tempat biasa/)
  })

  it('is the twentieth report within an hour', async () => {
    for (let minute = 10; minute < 29; minute += 1)
      await filedTalk(store, people.budi, {
        photos: 0,
        answers: { pukul: `08:${minute}`, materi: `Uraian nomor ${minute * 7919} yang lain sama sekali`, rw: minute },
      })

    const { text } = await send(talks, penyuluhan({ pukul: '08:40', materi: other }) as Record<string, string>)

    expect(text).toContain('20 laporan Anda terjadi dalam 60 menit')
  })

  it('is a visit before the last one known', async () => {
    const home = await household(store.db, people.budi)
    await send(visits, kunjungan(home.id) as Record<string, string>)

    const earlier = kunjungan(home.id, { tanggal: '2026-11-18', imbauan: other, 'pendapat.0.uraian': other })
    const { text } = await send(visits, earlier as Record<string, string>)

    expect(text).toContain('Kunjungan ini lebih awal daripada kunjungan terakhir, 24 Nov 2026')
  })

  it('is the text of an own report of the last weeks, but not that of a colleague', async () => {
    await send(talks, penyuluhan({ tanggal: '2026-11-18', rw: '3', tempat: 'Pos kamling' }) as Record<string, string>)
    const wire = penyuluhan() as Record<string, string>

    const { text } = await send(talks, wire)
    await sendAnswering(asBudi, talks, wire, [await photo()])

    expect(text).toContain('Uraian ini sama dengan laporan 18 Nov 2026')
    const { warnings } = await store.db.report.findUniqueOrThrow({ where: { id: wire.laporanId! } })
    expect(warnings).toMatchObject([
      { key: 'sama-teks', params: { number: 'BINLUH/0001/KESAMBI/XI/2026', day: '2026-11-18' }, reason: 'rutin' },
    ])
  })
})

describe('a photo that was there before', () => {
  it('is shown beside the other one, to the officer and to the reviewer', async () => {
    const first = penyuluhan({ tanggal: '2026-11-20', materi: other }) as Record<string, string>
    const again = penyuluhan({ rw: '3', tempat: 'Pos kamling' }) as Record<string, string>
    await send(talks, first, await scenery(2))

    const { text } = await send(talks, again, await scenery(2, 1200))
    await sendAnswering(asBudi, talks, again, [await scenery(2, 1200)])
    const asAgus = await site(store).as(people.agus)
    const page = await asAgus.get(`/laporan/${again.laporanId}`).expect(200)

    expect(text).toContain('Foto ini mirip foto di laporan 20 Nov 2026')
    expect(text).toContain(`src="/laporan/${first.laporanId}/foto/1"`)
    expect(page.text).toContain('Pemeriksaan otomatis')
    expect(page.text.replaceAll('<wbr>', '')).toContain(
      'Foto mirip foto di laporan BINLUH/0001/KESAMBI/XI/2026, 20 Nov 2026',
    )
    expect(page.text).toContain('Foto baru di tempat yang sama')
    expect(page.text).toContain(`src="/laporan/${first.laporanId}/foto/1"`)
    expect(page.text).toContain(`src="/laporan/${again.laporanId}/foto/1"`)
  })

  it('of a colleague is told of, and not shown', async () => {
    const { id: colleague } = await store.db.person.update({
      where: { id: people.sari.id },
      data: { unitId: people.budi.unitId },
    })
    // A report belongs to the unit of its day, which the posting says.
    await store.db.posting.updateMany({ where: { personId: colleague }, data: { unitId: people.budi.unitId } })
    const asSari = await site(store).as(people.sari)
    const hers = penyuluhan({ wilayah: '32.09.12.2001', materi: other, tanggal: '2026-11-20' })
    await postForm(asSari, talks, { ...hers, ...late, aksi: 'kirim' }, [await scenery(2)]).expect(303)

    const { text } = await send(talks, penyuluhan() as Record<string, string>, await scenery(2))

    expect(text).toContain('Foto ini mirip foto di laporan lain di Polsek Kesambi, 20 Nov 2026')
    expect(text).not.toContain(`/laporan/${hers.laporanId}`)
    expect(text).not.toContain('Penipuan lewat telepon')
    expect(await store.db.report.findFirst()).toMatchObject({ authorId: colleague })
  })
})

describe('a report that is there already', () => {
  const retold = {
    pukul: '09:30',
    tempat: 'balai rw 7',
    materi: 'Setiap rumah menyalakan lampu teras sampai pagi dan ronda malam digiatkan lagi.',
  }

  const asked = async () => {
    const first = penyuluhan() as Record<string, string>
    await send(talks, first)
    const wire = penyuluhan(retold) as Record<string, string>
    const { status, text } = await send(talks, wire)
    return { first, wire, status, text }
  }

  const answer = (text: string, own: Record<string, string>) =>
    asBudi
      .post(talks)
      .type('form')
      .send({ ...formIn(text), ...own, aksi: 'kirim' })

  it('is asked about before anything is stored', async () => {
    const { first, status, text } = await asked()

    expect(status).toBe(422)
    expect(text).toContain('Laporan ini mirip laporan yang sudah ada')
    expect(text).toContain(`href="/laporan/${first.laporanId}"`)
    expect(text).toContain('Pilih sama, lanjutan, atau berbeda')
    expect(text).toContain(retold.materi)
    expect(await store.db.report.count()).toBe(1)
  })

  it('is not filed twice when it is the same: the form stays as a draft', async () => {
    const { first, wire, text } = await asked()

    const { headers } = await answer(text, { serupa: 'sama' }).expect(303)
    const there = await asBudi.get(String(headers.location)).expect(200)

    expect(headers.location).toBe(`/laporan/${first.laporanId}`)
    expect(there.text.replaceAll('<wbr>', '')).toContain(
      'Tidak dikirim, karena sama dengan laporan BINLUH/0001/KESAMBI/XI/2026',
    )
    expect(await store.db.report.count()).toBe(1)
    const draft = await store.db.draft.findUniqueOrThrow({ where: { id: wire.laporanId! } })
    expect(Object.keys(draft.answers as object)).not.toContain('serupa')
    expect(draft.answers).toMatchObject({ materi: retold.materi })
    expect(await store.db.parkedPhoto.count()).toBe(1)
  })

  it('is followed by a follow-up, and both pages show the chain', async () => {
    const { first, wire, text } = await asked()

    await answer(text, { serupa: 'lanjutan' }).expect(303)
    const [before, after] = [
      await asBudi.get(`/laporan/${first.laporanId}`).expect(200),
      await asBudi.get(`/laporan/${wire.laporanId}`).expect(200),
    ]

    expect(await store.db.report.findUnique({ where: { id: wire.laporanId! } })).toMatchObject({
      followsId: first.laporanId,
      matterId: first.laporanId,
      warnings: [],
    })
    expect(before.text).toContain('Rangkaian')
    expect(before.text).toContain(`href="/laporan/${wire.laporanId}"`)
    expect(after.text).toContain(`href="/laporan/${first.laporanId}"`)
  })

  it('stands beside a different one, which the reviewer can compare', async () => {
    const { first, wire, text } = await asked()

    await answer(text, { serupa: 'berbeda' }).expect(303)
    const asAgus = await site(store).as(people.agus)
    const page = await asAgus.get(`/laporan/${wire.laporanId}`).expect(200)
    await asAgus.get(`/laporan/${wire.laporanId}/perbandingan/x`).expect(404)
    const comparison = await asAgus.get(`/laporan/${wire.laporanId}/perbandingan/${first.laporanId}`).expect(200)
    const queue = await asAgus.get('/antrean').expect(200)

    expect((await store.db.report.findUniqueOrThrow({ where: { id: wire.laporanId! } })).warnings).toMatchObject([
      { key: 'mirip', params: { id: first.laporanId, number: 'BINLUH/0001/KESAMBI/XI/2026' }, reason: 'berbeda' },
    ])
    expect(page.text.replaceAll('<wbr>', '')).toContain('Mirip laporan BINLUH/0001/KESAMBI/XI/2026, 24 Nov 2026')
    expect(page.text).toContain('Kejadian berbeda')
    expect(comparison.text).toContain('Balai RW 07 Sunyaragi')
    expect(comparison.text).toContain('balai rw 7')
    expect(queue.text).toContain('1 tanda')
  })

  it('is asked about again when another one has come since', async () => {
    const { text } = await asked()
    await filedTalk(store, people.budi, {
      photos: 0,
      answers: { tempat: 'Balai RW 07', pukul: '09:15', materi: retold.materi },
    })

    const { status, text: again } = await answer(text, { serupa: 'berbeda' })

    expect(status).toBe(422)
    expect(again).toContain('mirip beberapa laporan')
    expect(again).toContain('Yang mana?')
  })

  it('is not asked about once it is filed: a repeated send gets its receipt', async () => {
    const { wire, text } = await asked()
    const sent = { ...formIn(text), serupa: 'berbeda', aksi: 'kirim' }
    await asBudi.post(talks).type('form').send(sent).expect(303)

    const { headers } = await asBudi
      .post(talks)
      .type('form')
      .send({ ...sent, serupa: '' })
      .expect(303)

    expect(headers.location).toBe(`/laporan/${wire.laporanId}/tanda-terima`)
    expect(await store.db.report.count()).toBe(2)
  })

  it('is a visit to the same household on the same day, whatever it says', async () => {
    const home = await household(store.db, people.budi)
    const first = kunjungan(home.id) as Record<string, string>
    await send(visits, first)

    const second = kunjungan(home.id, { pukul: '09:20', imbauan: other, 'pendapat.0.uraian': other })
    const { status, text } = await send(visits, second as Record<string, string>)

    expect(status).toBe(422)
    expect(text).toContain('Anda sudah mengunjungi Siti Rohmah hari itu pukul 08.30')
    expect(text).toContain(`href="/laporan/${first.laporanId}"`)
  })

  it('by a colleague is named, and neither linked nor quoted', async () => {
    await store.db.person.update({ where: { id: people.sari.id }, data: { unitId: people.budi.unitId } })
    await store.db.assignment.create({
      data: { personId: people.sari.id, villageCode: '32.74.05.1002', sinceOn: new Date('2026-01-01') },
    })
    const asSari = await site(store).as(people.sari)
    const hers = penyuluhan({ aksi: 'kirim' })
    await postForm(asSari, talks, hers, [await photo()]).expect(303)

    const { text } = await send(talks, penyuluhan(retold) as Record<string, string>)
    const same = await answer(text, { serupa: 'sama' }).expect(303)

    expect(text).toContain(`oleh ${people.sari.pangkat} ${people.sari.name}`)
    expect(text).not.toContain(`/laporan/${hers.laporanId}`)
    expect(text).not.toContain('Ronda malam digiatkan lagi dan setiap rumah')
    expect(same.headers.location).toBe('/')
    await asBudi.get(`/laporan/${hers.laporanId}`).expect(404)
  })

  it('that is cancelled is not asked about', async () => {
    const first = penyuluhan() as Record<string, string>
    await send(talks, first)
    await asBudi.post(`/laporan/${first.laporanId}/pembatalan`).type('form').send({ alasan: 'Terkirim dua kali' })

    const { status } = await send(talks, penyuluhan() as Record<string, string>)

    expect(status).toBe(303)
  })
})

describe('of several reports that say the same in the same words', () => {
  it('it is always the same one that is asked about, whatever plan the database makes', async () => {
    const own = Array.from({ length: 4 }, (_, at) => `0000000${at + 1}-0000-4000-8000-000000000000`)
    for (const laporanId of own) await sendAnswering(asBudi, talks, penyuluhan({ ...late, laporanId }), [await photo()])
    const { narrative } = await store.db.report.findUniqueOrThrow({ where: { id: own[0]! } })
    const subject = {
      id: '00000009-0000-4000-8000-000000000000',
      authorId: people.budi.id,
      typeKey: 'penyuluhan',
      day: '2026-11-24',
      narrative,
    } as Subject
    const asked = (off: string[]) =>
      store.db.$transaction(async (tx) => {
        for (const one of off) await tx.$executeRawUnsafe(`SET LOCAL ${one} = off`)
        return (await surroundingsOf(tx, subject)).sameText?.id
      })

    const found = [
      await asked(['enable_seqscan', 'enable_bitmapscan']),
      await asked(['enable_indexscan', 'enable_bitmapscan']),
    ]

    expect(found[0]).toBeDefined()
    expect(found[1]).toBe(found[0])
  })
})

describe('similarity', () => {
  it.each([
    ['Ronda malam digiatkan lagi', 'ronda malam, digiatkan!'],
    ['Balai RW 07', 'Balai RW 3'],
    ["Jum'at, Al-Ikhlas", 'jumat al ikhlas'],
    ['ab', 'abab abab'],
    ['', 'x'],
  ])('of “%s” and “%s” is what PostgreSQL says', async (a, b) => {
    const [{ alike }] = await store.db.$queryRaw<[{ alike: number }]>`SELECT similarity(${a}, ${b}) AS alike`

    expect(similarity(trigramsOf(a), trigramsOf(b))).toBeCloseTo(alike, 5)
  })
})
