import request from 'supertest'
import { recountTallies } from '../../src/commanders/recaps/recount.commands.ts'
import { dateOf } from '../../src/kernel/days.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { createApp } from '../../src/processes/app.ts'
import { isLate } from '../../src/reports/deadlines/due.ts'
import { beat, pruneHeartbeats } from '../../src/reports/deadlines/heartbeat.commands.ts'
import { startHeartbeat } from '../../src/reports/deadlines/heartbeat.ts'
import { type Cast, cast } from '../support/cast.ts'
import { filedTalk, penyuluhan, photo, postForm } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import * as made from '../support/makers.ts'
import { type Browser, depsFor, silent, site, stoppedClock } from '../support/site.ts'
import { store } from '../support/store.ts'

const at = (time: string, day = '2026-11-24') => new Date(`${day}T${time}:00+07:00`)
const outages = () => store.db.outage.findMany({ orderBy: { since: 'asc' }, select: { since: true, until: true } })

/** The server beats until the first time, and again from the second on. */
async function away(since: Date, until: Date): Promise<void> {
  await beat(store.db, since)
  await beat(store.db, until)
}

/** Everything is due on the same day at that time. */
const sameDay = ({ units, agus }: Cast, timeOfDay: string) =>
  store.db.reportingRule.create({
    data: {
      unitId: units.cirebonKota.id,
      days: 0,
      timeOfDay,
      sinceOn: dateOf('2026-11-01'),
      setBy: agus.id,
      setAt: at('08:00', '2026-10-31'),
    },
  })

describe('the heartbeat', () => {
  it('makes a silence of five minutes an outage, and no shorter one', async () => {
    for (const time of ['08:00', '08:01', '08:05', '08:10', '09:25', '09:26']) await beat(store.db, at(time))

    expect(await outages()).toEqual([
      { since: at('08:05'), until: at('08:10') },
      { since: at('08:10'), until: at('09:25') },
    ])
  })

  it('tells an outage once, from the last beat to the first, however many processes find it', async () => {
    await beat(store.db, at('18:10'))

    await Promise.all([0, 3, 1, 2].map((second) => beat(store.db, new Date(at('19:25').getTime() + second * 1000))))
    await beat(store.db, at('19:26'))

    expect(await outages()).toEqual([{ since: at('18:10'), until: at('19:25') }])
  })

  it('knows nothing of the time before its first beat', async () => {
    await beat(store.db, at('08:00'))

    expect(await outages()).toEqual([])
  })

  it('beats when the process starts, finds how long it was away, and stops with it', async () => {
    await beat(store.db, at('06:00'))
    const clock = stoppedClock()

    await startHeartbeat({ db: store.db, clock, log: silent }).stop()

    expect(await store.db.heartbeat.count()).toBe(2)
    expect(await outages()).toEqual([{ since: at('06:00'), until: at('09:42') }])
  })

  it('is forgotten after a week, but for the last beat', async () => {
    await away(at('08:00', '2026-11-01'), at('08:01', '2026-11-01'))

    await pruneHeartbeats(store.db, at('02:00'))

    expect(await store.db.heartbeat.findMany()).toEqual([{ at: at('08:01', '2026-11-01') }])
  })
})

describe('a report after an outage', () => {
  it('that was written at 22.00 and could be sent at 00.10 only counts for its day, and as on time', async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    await sameDay(people, '23:59')
    clock.set('2026-11-24T22:00:00+07:00')
    const asBudi = await as(people.budi)
    await asBudi.get('/laporan/penyuluhan/baru').expect(200)
    await away(at('22:05'), at('00:08', '2026-11-25'))
    clock.set('2026-11-25T00:10:00+07:00')

    const id = await filedTalk(asBudi, { tanggal: '2026-11-24', pukul: '21:30' })

    const report = await store.db.report.findUniqueOrThrow({ where: { id } })
    expect(report).toMatchObject({ occurredOn: dateOf('2026-11-24'), dueAt: new Date('2026-11-25T02:02:59+07:00') })
    expect(await store.db.dailyTally.findMany()).toMatchObject([
      { occurredOn: dateOf('2026-11-24'), reports: 1, late: 0 },
    ])
    expect((await asBudi.get(`/laporan/${id}/tanda-terima`).expect(200)).text).toContain(
      '25 Nov 2026, 00.10 WIB, tepat waktu',
    )
  })

  it('is judged by an outage that nobody has written down yet', async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    await sameDay(people, '21:00')
    await beat(store.db, at('20:30'))
    clock.set('2026-11-24T21:20:00+07:00')

    const id = await filedTalk(await as(people.budi), { tanggal: '2026-11-24' })

    expect(await store.db.report.findUnique({ where: { id } })).toMatchObject({
      dueAt: new Date('2026-11-24T21:50:59+07:00'),
    })
  })

  it('is late when it is written after the time that was added', async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    await sameDay(people, '21:00')
    await away(at('18:10'), at('19:25'))
    await beat(store.db, at('22:15'))
    await store.db.outage.deleteMany({ where: { since: at('19:25') } })
    clock.set('2026-11-24T22:17:00+07:00')

    await filedTalk(await as(people.budi), { tanggal: '2026-11-24' })

    expect(await store.db.dailyTally.findMany()).toMatchObject([{ late: 1 }])
  })
})

describe('the detail of a laporan kilat', () => {
  it('has more time by the outages since it was filed, on every page that says until when', async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    const { id } = await made.filedBrief(store, people.budi, { at: at('09:42') })
    await store.db.outage.createMany({
      data: [
        { since: at('05:00'), until: at('07:00') },
        { since: at('22:00', '2026-11-25'), until: at('01:30', '2026-11-26') },
      ],
    })
    clock.set('2026-11-26T02:00:00+07:00')
    const pages = [
      ['/'],
      ['/laporan'],
      [`/laporan/${id}`],
      [`/laporan/${id}/pelengkapan`],
      [`/laporan/${id}/tanda-terima`],
    ]
    const read = async () => {
      const asBudi = await as(people.budi)
      const texts: string[] = []
      for (const [page] of pages) texts.push((await asBudi.get(page!).expect(200)).text)
      return texts
    }

    const inTime = await read()
    clock.set('2026-11-26T03:30:00+07:00')
    const overdue = await read()

    expect(inTime.map((text) => /Lewat batas lengkapi|sudah lewat/.test(text))).toEqual(pages.map(() => false))
    for (const index of [0, 3, 4]) expect(inTime[index]).toContain('Lengkapi sebelum hari ini pukul 03.29.')
    expect(overdue.map((text) => /Lewat batas lengkapi|sudah lewat/.test(text))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
    expect(overdue[3]).toContain('Batas melengkapi hari ini pukul 03.29 sudah lewat.')
  })
})

describe('a form', () => {
  it.each([
    ['/laporan/penyuluhan/baru', '24 Nov 2026, 21.00 WIB'],
    ['/laporan/kilat', '24 Nov 2026, 21.00 WIB'],
  ])('says beforehand at %s until when', async (page, due) => {
    const people = await cast(store.db)
    await sameDay(people, '21:00')

    const { text } = await (await site(store).as(people.budi)).get(page).expect(200)

    expect(text).toContain(`Batas lapor kegiatan 24 Nov 2026: ${due}.`)
  })

  it('of a laporan kilat asks why at once where today is over already', async () => {
    const people = await cast(store.db)
    await sameDay(people, '08:00')

    const { text } = await (await site(store).as(people.budi)).get('/laporan/kilat').expect(200)

    expect(text).toContain('Diisi 09.42, lewat batas 08.00. Tetap diterima, pilih alasannya.')
    expect(text).toContain('name="tanda.terlambat"')
  })
})

describe('why a report is late', () => {
  const talks = '/laporan/penyuluhan'
  const other = 'Penipuan lewat telepon dijelaskan dengan contoh, nomor pengaduan bank dibagikan kepada peserta.'
  const old = () => penyuluhan({ tanggal: '2026-11-22' }) as Record<string, string>

  it('is asked on the check page, refused without an answer, and read by the reviewer', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const [asBudi, asAgus] = [await as(people.budi), await as(people.agus)]
    const wire = old()

    const check = await postForm(asBudi, talks, { ...wire, aksi: 'periksa' }, [await photo()]).expect(200)
    const open = await asBudi
      .post(talks)
      .type('form')
      .send({ ...formIn(check.text), aksi: 'kirim' })
      .expect(422)
    const answered = { ...formIn(open.text), 'tanda.terlambat': 'tugas-lain', aksi: 'kirim' }
    await asBudi.post(talks).type('form').send(answered).expect(303)

    expect(check.text).toContain('Diisi 24 Nov 2026, 09.42 WIB, lewat batas 23 Nov 2026, 23.59 WIB. Tetap diterima')
    expect(open.text).toContain('Pilih salah satu alasan')
    const { text } = await asAgus.get(`/laporan/${wire.laporanId}`).expect(200)
    expect(text.replace(/\s+/g, ' ')).toContain('<dt>Alasan terlambat</dt> <dd>Tugas lain</dd>')
    expect(text).not.toContain('Kenapa terlambat?')
  })

  it('is not asked of a report in time, nor a second time of one that is asked about its age', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store).as(budi)
    const [today, long] = [
      penyuluhan(),
      { ...penyuluhan({ tanggal: '2026-11-10', rw: '3', tempat: 'Pos kamling', materi: other }), 'tanda.lama': 'lupa' },
    ]

    await postForm(asBudi, talks, { ...today, aksi: 'kirim' }, [await photo()]).expect(303)
    await postForm(asBudi, talks, { ...long, aksi: 'kirim' }, [await photo('#aa3311')]).expect(303)

    const reasons = await store.db.report.findMany({ select: { lateReason: true }, orderBy: { occurredOn: 'desc' } })
    expect(reasons).toEqual([{ lateReason: null }, { lateReason: 'lupa' }])
  })

  it('can be stated later by its author, once, while nobody has decided', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const [asBudi, asSari, asAgus] = [await as(people.budi), await as(people.sari), await as(people.agus)]
    const { id } = await made.filedTalk(store, people.budi, { answers: { tanggal: '2026-11-20' } })
    const { id: inTime } = await made.filedTalk(store, people.budi)
    const state = (browser: Browser, report: string, alasanTerlambat: string) =>
      browser.post(`/laporan/${report}/alasan-terlambat`).type('form').send({ alasanTerlambat })

    expect((await asBudi.get(`/laporan/${id}`)).text).toContain('Kenapa terlambat?')
    await state(asBudi, id, 'malas').expect(422)
    await state(asSari, id, 'lupa').expect(404)
    await state(asAgus, id, 'lupa').expect(403)
    await state(asBudi, inTime, 'lupa').expect(409)
    await state(asBudi, id, 'tanpa-sinyal').expect(303)
    await state(asBudi, id, 'lupa').expect(409)

    expect(await store.db.report.findUnique({ where: { id } })).toMatchObject({
      lateReason: 'tanpa-sinyal',
      version: 1,
    })
    const { text } = await asBudi.get(`/laporan/${id}`)
    expect(text.replace(/\s+/g, ' ')).toMatch(/Alasan terlambat dicatat<\/p>.*?>Tanpa sinyal</)
    await asAgus.post(`/laporan/${id}/verifikasi`).type('form').send({ versi: '1' }).expect(303)
    await state(asBudi, id, 'lupa').expect(409)
  })
})

describe('the clocks of a report', () => {
  it('tell lateness and delay apart: by mark, by row, and by column of the file', async () => {
    const people = await cast(store.db)
    const { as } = site(store)
    const asAgus = await as(people.agus)
    const { id } = await made.filedTalk(store, people.budi, {
      answers: { tanggal: '2026-11-23' },
      at: at('22:00', '2026-11-23'),
    })
    await store.db.report.update({ where: { id }, data: { arrivedAt: at('00:10'), clockOffsetMs: 420_000 } })

    const page = (await asAgus.get(`/laporan/${id}`).expect(200)).text.replace(/\s+/g, ' ')
    const { text: csv } = await asAgus.get('/laporan/unduhan?jenis=penyuluhan').expect(200)

    expect(page).toContain('<dt>Ditulis</dt> <dd>23 Nov 2026, 22.00 WIB, tepat waktu</dd>')
    expect(page).toContain('<dt>Diterima server</dt> <dd>24 Nov 2026, 00.10 WIB, kirim tertunda 2 jam</dd>')
    expect(page).toContain('<dt>Jam HP</dt> <dd>Terlambat 7 menit, sudah dikoreksi</dd>')
    expect(page).toMatch(/chip--queued">.*?Kirim tertunda</)
    expect(page).not.toContain('chip--late')
    const [head, row] = csv.split('\r\n').map((line) => line.replace('\ufeff', '').slice(1, -1).split('","'))
    const cell = (name: string) => row![head!.indexOf(name)]
    expect([cell('Ketepatan waktu'), cell('Kirim tertunda (menit)'), cell('Alasan terlambat')]).toEqual([
      'tepat waktu',
      '130',
      '',
    ])
    const { text: recap } = await asAgus.get('/rekap/unduhan?hari=2026-11-23&kolom=jumlah').expect(200)
    expect(recap).toContain('"Terlambat","Kirim tertunda"')
    expect(await store.db.dailyTally.findMany()).toMatchObject([{ reports: 1, late: 0, delayed: 1 }])
    expect((await recountTallies(store.db, at('02:00'))).drift).toEqual([])
    expect([cell('Ditulis'), cell('Batas')]).toEqual(['2026-11-23 22:00', '2026-11-24 23:59'])
  })
})

describe('the reporting window', () => {
  const rule = (own: Record<string, string> = {}) => ({
    jenis: 'semua',
    hari: '0',
    batas: '21:00',
    tenggang: '15',
    mulai: '2026-11-25',
    sampai: '',
    ...own,
  })
  const atWindow = async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    const asAgus = await as(people.agus)
    const add = (own: Record<string, string>) => asAgus.post('/jendela-lapor/aturan').type('form').send(rule(own))
    return { people, as, clock, asAgus, add }
  }

  it('tells what a rule will do before it is saved, and then holds from its day on', async () => {
    const { people, as, clock, asAgus, add } = await atWindow()
    const asBudi = await as(people.budi)

    const check = await add({}).expect(200)
    expect(await store.db.reportingRule.count()).toBe(0)
    await asAgus
      .post('/jendela-lapor/aturan')
      .type('form')
      .send({ ...formIn(check.text), aksi: 'simpan' })
      .expect(303)
    const before = await filedTalk(asBudi)
    clock.set('2026-11-25T20:00:00+07:00')
    const after = await filedTalk(asBudi, { tanggal: '2026-11-25', rw: '3', tempat: 'Pos kamling' })

    expect(check.text).toContain('Berlaku mulai besok untuk 2 petugas. Laporan lama tidak dihitung ulang.')
    const dueOf = async (id: string) => (await store.db.report.findUniqueOrThrow({ where: { id } })).dueAt
    expect(await dueOf(before)).toEqual(new Date('2026-11-25T23:59:59+07:00'))
    expect(await dueOf(after)).toEqual(new Date('2026-11-25T21:15:59+07:00'))
    expect((await asBudi.get('/')).text).toContain('tepat waktu bila ditulis sampai hari ini pukul 21.15.')
    expect(await store.db.auditEntry.count({ where: { action: 'window.ruleAdded' } })).toBe(1)
    expect((await (await as(people.rini)).get('/audit')).text).toContain(
      'Hari sesudah kegiatan: 0 · Batas tulis: 21.00 · Tenggang (menit): 15 · Mulai: 25 Nov 2026',
    )
  })

  it.each([
    [{ mulai: '2026-11-24' }, 'Aturan berlaku paling awal besok, 25 Nov 2026'],
    [{ sampai: '2026-11-24' }, 'Tanggal akhir tidak boleh sebelum tanggal mulai'],
    [{ mulai: '2026-12-05' }, 'Sudah ada aturan untuk jenis ini: Untuk kegiatan 1 Des 2026 – 31 Des 2026.'],
    [{ hari: '15' }, 'Hari sesudah kegiatan'],
    [{ batas: '25:00' }, 'Batas tulis'],
    [{ jenis: 'lain' }, 'Jenis laporan'],
  ])('refuses %j and says why', async (own, said) => {
    const { people, add } = await atWindow()
    await store.db.reportingRule.create({
      data: {
        unitId: people.agus.unitId,
        days: 1,
        timeOfDay: '20:00',
        setAt: at('08:00'),
        sinceOn: dateOf('2026-12-01'),
        untilOn: dateOf('2026-12-31'),
      },
    })

    const { text } = await add({ ...own, aksi: 'simpan' }).expect(422)

    expect(text).toContain(said)
    expect(await store.db.reportingRule.count()).toBe(1)
  })

  it('takes a rule for one kind beside one for all, and two in a row', async () => {
    const { add } = await atWindow()

    await add({ aksi: 'simpan', sampai: '2026-11-30' }).expect(303)
    await add({ aksi: 'simpan', mulai: '2026-12-01' }).expect(303)
    await add({ aksi: 'simpan', jenis: 'penyuluhan' }).expect(303)

    expect(await store.db.reportingRule.count()).toBe(3)
  })

  it('ends a rule today, drops one that has not begun, and leaves that of another polres alone', async () => {
    const { people, as, asAgus, add } = await atWindow()
    const standing = await sameDay(people, '21:00')
    await add({ aksi: 'simpan', jenis: 'penyuluhan' }).expect(303)
    const { id: coming } = await store.db.reportingRule.findFirstOrThrow({ where: { typeKey: 'penyuluhan' } })

    await (await as(people.joko)).post(`/jendela-lapor/aturan/${standing.id}/akhir`).expect(404)
    for (const id of [standing.id, coming]) await asAgus.post(`/jendela-lapor/aturan/${id}/akhir`).expect(303)
    await asAgus.post(`/jendela-lapor/aturan/${standing.id}/akhir`).expect(404)

    expect(await store.db.reportingRule.findMany()).toMatchObject([{ id: standing.id, untilOn: dateOf('2026-11-24') }])
  })
})

describe('an exception', () => {
  const opened = ({ budi }: Cast, own: Record<string, string> = {}) => ({
    petugas: budi.id,
    dari: '2026-11-20',
    hingga: '2026-11-22',
    dibuka: '2026-11-26',
    alasan: 'Dirawat di rumah sakit sejak Jumat',
    ...own,
  })
  const lateTalks = async (people: Cast) => {
    const on = (tanggal: string) => made.filedTalk(store, people.budi, { answers: { tanggal } })
    return { inside: await on('2026-11-21'), outside: await on('2026-11-19') }
  }

  it('makes what was late in its days on time, with the tally, the trail and a word to the officer', async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    const { inside, outside } = await lateTalks(people)
    const [asAgus, asBudi] = [await as(people.agus), await as(people.budi)]
    const grant = (sent: object) => asAgus.post('/jendela-lapor/pengecualian').type('form').send(sent)

    const check = await grant(opened(people)).expect(200)
    await grant({ ...formIn(check.text), aksi: 'simpan' }).expect(303)

    expect(check.text).toContain('1 laporan terlambat menjadi tepat waktu')
    const late = async () =>
      (await store.db.dailyTally.findMany({ orderBy: { occurredOn: 'asc' } })).map((tally) => tally.late)
    expect(await late()).toEqual([1, 0])
    const due = async (id: string) => (await store.db.report.findUniqueOrThrow({ where: { id } })).dueAt
    expect(await due(inside.id)).toEqual(new Date('2026-11-26T23:59:59+07:00'))
    expect(await due(outside.id)).toEqual(outside.dueAt)
    expect((await asBudi.get('/')).text).toContain(
      'Kasat membuka lagi batas lapor kegiatan 20 Nov 2026 – 22 Nov 2026 untuk Anda, sampai 26 Nov 2026, 23.59 WIB.',
    )
    expect((await asBudi.get(`/laporan/${inside.id}`)).text).toContain('Batas lapor diubah Kasat')
    clock.set('2026-11-26T20:00:00+07:00')
    const wire = penyuluhan({ tanggal: '2026-11-22', aksi: 'kirim', rw: '3', tempat: 'Pos kamling' })
    await postForm(await as(people.budi), '/laporan/penyuluhan', wire, [await photo()]).expect(303)
    expect(await late()).toEqual([1, 0, 0])
  })

  it('moves nothing that its officer has sent where another Kasat decides', async () => {
    const people = await cast(store.db)
    const elsewhere = { ...people.budi, unitPath: people.units.contoh.path }
    const before = await made.filedTalk(store, elsewhere, { answers: { tanggal: '2026-11-21' } })
    const asAgus = await site(store).as(people.agus)

    const sent = { ...opened(people), aksi: 'simpan' }
    await asAgus.post('/jendela-lapor/pengecualian').type('form').send(sent).expect(303)

    expect((await store.db.report.findUniqueOrThrow({ where: { id: before.id } })).dueAt).toEqual(before.dueAt)
    expect(await store.db.dueException.count()).toBe(1)
  })

  it('ends when it is withdrawn: what was written stays on time, what comes later is late', async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    const { inside } = await lateTalks(people)
    const asAgus = await as(people.agus)
    await asAgus
      .post('/jendela-lapor/pengecualian')
      .type('form')
      .send({ ...opened(people), aksi: 'simpan' })
      .expect(303)
    const { id } = await store.db.dueException.findFirstOrThrow()

    await (await as(people.joko)).post(`/jendela-lapor/pengecualian/${id}/pencabutan`).expect(404)
    await asAgus.post(`/jendela-lapor/pengecualian/${id}/pencabutan`).expect(303)
    clock.forward(10)
    const later = await filedTalk(await as(people.budi), { tanggal: '2026-11-22', rw: '3', tempat: 'Pos kamling' })

    const times = async (report: string) =>
      store.db.report.findUniqueOrThrow({ where: { id: report }, select: { writtenAt: true, dueAt: true } })
    expect((await times(inside.id)).dueAt).toEqual(at('09:42'))
    expect(isLate(await times(inside.id))).toBe(false)
    expect(isLate(await times(later))).toBe(true)
    expect((await (await as(people.budi)).get('/')).text).not.toContain('membuka lagi batas lapor')
  })

  it.each([
    [{ dari: '2026-09-01' }, 'Paling jauh 62 hari ke belakang'],
    [{ hingga: '2026-11-19' }, 'Tanggal akhir tidak boleh sebelum tanggal mulai'],
    [{ hingga: '2026-11-25' }, 'Kegiatan sampai tanggal'],
    [{ dibuka: '2026-12-09' }, 'Paling lama 14 hari lagi'],
    [{ dibuka: '2026-11-23' }, 'Dibuka sampai'],
    [{ alasan: 'sakit' }, 'Alasan'],
    [{ petugas: 'joko' }, 'Petugas'],
  ] as const)('is refused with %j', async (own, said) => {
    const people = await cast(store.db)
    const asAgus = await site(store).as(people.agus)
    const sent = opened(people, 'petugas' in own ? { petugas: people.joko.id } : own)

    const { text } = await asAgus
      .post('/jendela-lapor/pengecualian')
      .type('form')
      .send({ ...sent, aksi: 'simpan' })
      .expect(422)

    expect(/class="govuk-error-summary[\s\S]*?<\/div>/.exec(text)?.[0]).toBeTruthy()
    expect(text).toContain(said)
    expect(await store.db.dueException.count()).toBe(0)
  })
})

describe('the strip', () => {
  const banner = /<div class="strip strip--away"[\s\S]*?<p>([^<]*)<\/p>/
  const bannerOn = (text: string) => banner.exec(text)?.[1]

  it('says the same on every page to everybody whose deadline has moved', async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    await sameDay(people, '21:00')
    await away(at('18:10'), at('19:25'))
    clock.set('2026-11-24T19:25:30+07:00')
    const said = 'Server tidak dapat dihubungi 18.10–19.25. Bukan salah HP Anda. Batas hari ini mundur jadi 22.15 WIB.'

    for (const [who, page] of [
      [people.budi, '/'],
      [people.budi, '/laporan/penyuluhan/baru'],
      [people.agus, '/antrean'],
      [people.rini, '/personel'],
      [people.dewi, '/tidak/ada'],
    ] as const) {
      const { text } = await (await as(who)).get(page)
      expect([page, bannerOn(text)]).toEqual([page, said])
    }
  })

  it('is told in the zone of the unit', async () => {
    const people = await cast(store.db)
    const { as, clock } = site(store)
    await store.db.unit.updateMany({ data: { timeZone: 'Asia/Makassar' } })
    await away(at('18:10'), at('19:25'))
    clock.set('2026-11-24T19:25:30+07:00')

    const { text } = await (await as(people.budi)).get('/').expect(200)

    expect(bannerOn(text)).toBe(
      'Server tidak dapat dihubungi 19.10–20.25. Bukan salah HP Anda. Batas hari ini mundur jadi besok pukul 01.14 WITA.',
    )
  })

  it('is gone when the deadline has passed, on paper, and where nobody has signed in', async () => {
    const people = await cast(store.db)
    const { as, clock, visitor } = site(store)
    await sameDay(people, '21:00')
    await away(at('18:10'), at('19:25'))
    clock.set('2026-11-24T20:00:00+07:00')
    const asBudi = await as(people.budi)
    const id = await filedTalk(asBudi, { tanggal: '2026-11-24' })

    expect(bannerOn((await asBudi.get(`/laporan/${id}/cetak`).expect(200)).text)).toBeUndefined()
    expect(bannerOn((await visitor().get('/masuk').expect(200)).text)).toBeUndefined()
    clock.set('2026-11-24T22:16:00+07:00')
    await beat(store.db, at('22:16'))
    await store.db.outage.deleteMany({ where: { since: at('19:25') } })
    expect(bannerOn((await asBudi.get('/').expect(200)).text)).toBeUndefined()
  })
})

describe('the state of the server', () => {
  it('says to anybody that it runs, when the last report came and how far deadlines have moved', async () => {
    const { budi } = await cast(store.db)
    const { as, clock, visitor } = site(store)
    await filedTalk(await as(budi))
    await away(at('18:10', '2026-10-20'), at('18:40', '2026-10-20'))
    await away(at('18:10', '2026-11-23'), at('19:25', '2026-11-23'))
    await store.db.outage.deleteMany({ where: { since: at('18:40', '2026-10-20') } })
    await store.db.outage.deleteMany({ where: { since: at('19:25', '2026-11-23') } })
    for (const time of ['09:40', '09:41']) await store.db.heartbeat.create({ data: { at: at(time) } })
    clock.set('2026-11-24T09:42:30+07:00')

    const { text } = await visitor().get('/status').expect(200)

    expect(text).toContain('Berjalan')
    expect(text).toContain('24 Nov 2026, 09.42 WIB')
    expect(text).toContain('18.10–19.25, batas lapor mundur 1 jam 15 menit')
    expect(text).not.toContain('18.10–18.40')
  })

  it('asks the database once for all who come within five seconds', async () => {
    const { clock, visitor } = site(store)
    await visitor().get('/status').expect(200)
    await beat(store.db, at('09:00'))

    const [soon, later] = ['2026-11-24T09:42:04+07:00', '2026-11-24T09:42:05+07:00']
    clock.set(soon)
    expect((await visitor().get('/status')).text).toContain('Berjalan')
    clock.set(later)
    expect((await visitor().get('/status')).text).toContain('Terganggu')
  })

  it('says that it is disturbed while the database is away, and /sehat still answers', async () => {
    const gone = connect('postgresql://bos@127.0.0.1:1/bos', 1, () => undefined)
    const app = createApp(depsFor({ db: gone.db, sessionPool: gone.sessionPool }))

    expect((await request(app).get('/status').set('Cookie', 'bos=s%3Aunknown.x').expect(200)).text).toContain(
      'Terganggu',
    )
    await request(app)
      .get('/sehat')
      .expect('Cache-Control', 'no-store')
      .expect(200, { ok: true, now: '2026-11-24T02:42:00.000Z' })
    await gone.close()
  })
})
