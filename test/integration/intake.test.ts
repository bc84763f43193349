import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import request from 'supertest'
import { freeTries } from '../../src/everyone/receipt-check/receipt-check.routes.ts'
import { dateOf } from '../../src/kernel/days.ts'
import { envelopeBudgets } from '../../src/officers/envelopes/budgets.ts'
import { type EnvelopeClaims, isReceiptFor, type Receipt } from '../../src/officers/envelopes/envelope.ts'
import { intake } from '../../src/officers/envelopes/intake.ts'
import { photoIntake } from '../../src/officers/envelopes/photos.ts'
import { reviewerNotifier } from '../../src/officers/envelopes/reviewer-notifier.ts'
import type { QuarantineCode } from '../../src/officers/envelopes/verdict.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { workOffOne } from '../../src/platform/db/outbox.ts'
import { type Cast, cast } from '../support/cast.ts'
import { household, kunjungan, penyuluhan, scenery } from '../support/filing.ts'
import { formIn } from '../support/html-form.ts'
import { filedTalk } from '../support/makers.ts'
import {
  deviceKey,
  encryptContent,
  enrolled,
  type Phone,
  type Sealing,
  sendEnvelope,
  sendPhoto,
  sign,
} from '../support/phone.ts'
import { aTalk, type PhoneScene, withPhone } from '../support/phone-scene.ts'
import { reportData } from '../support/report-data.ts'
import { roomy, type Site, secrets, silent, site } from '../support/site.ts'
import { store } from '../support/store.ts'
import { isThorough } from '../support/thorough.ts'

const now = new Date('2026-11-24T09:42:00+07:00')

/** Everything is due on the same day at that time. */
const sameDay = ({ units }: Cast, timeOfDay: string) =>
  store.db.reportingRule.create({
    data: {
      unitId: units.cirebonKota.id,
      days: 0,
      timeOfDay,
      sinceOn: dateOf('2026-11-01'),
      setAt: new Date('2026-10-31T08:00:00+07:00'),
    },
  })

const sent = async (here: Site, jws: string): Promise<Receipt> => (await sendEnvelope(here.app, jws).expect(200)).body

describe('an envelope of a known phone', () => {
  it('files its report at once, its photos being awaited', async () => {
    const { people, here, phone } = await withPhone()
    const envelope = await aTalk(phone)

    const receipt = await sent(here, envelope.jws)

    const report = await store.db.report.findUniqueOrThrow({ where: { id: envelope.id } })
    expect(isReceiptFor(receipt, envelope.id, envelope.digest)).toBe(true)
    expect(receipt).toMatchObject({ state: 'filed', number: report.number, code: report.checkCode, reasons: [] })
    expect(receipt.photos).toEqual({ [envelope.photos[0]!.hash]: 'awaited' })
    expect(report).toMatchObject({
      authorId: people.budi.id,
      unitPath: people.budi.unitPath,
      typeKey: 'penyuluhan',
      photosAwaited: 1,
      writtenAt: new Date('2026-11-24T02:40:00Z'),
      arrivedAt: now,
      state: 'submitted',
      warnings: [],
      answers: expect.objectContaining({ tempat: 'Balai RW 07 Sunyaragi', jumlahPeserta: 25 }),
    })
    expect(await store.db.envelope.findMany()).toMatchObject([
      {
        digest: envelope.digest,
        jws: envelope.jws,
        state: 'filed',
        deviceId: phone.device,
        sequence: 1,
        carriedBy: null,
      },
    ])
    expect(await store.db.auditEntry.findMany({ where: { action: 'report.filed' } })).toMatchObject([
      { actorId: people.budi.id, subject: envelope.id },
    ])
    expect(await store.db.outboxEvent.count({ where: { name: 'report.filed' } })).toBe(1)
    expect(await store.db.dailyTally.findMany()).toMatchObject([{ authorId: people.budi.id, reports: 1 }])
  })

  it('sends its photos after it, each once', async () => {
    const { here, phone } = await withPhone()
    const pictures = [await scenery(1), await scenery(2)]
    const envelope = await aTalk(phone, { photos: pictures })
    await sent(here, envelope.jws)

    const [second, first] = [envelope.photos[1]!, envelope.photos[0]!]
    const { body: half } = await sendPhoto(here.app, envelope.id, second).expect(200)
    await sendPhoto(here.app, envelope.id, first).expect(200)
    const { body: whole } = await sendPhoto(here.app, envelope.id, first).expect(200)

    expect(half.photos).toEqual({ [first.hash]: 'awaited', [second.hash]: 'here' })
    expect(whole.photos).toEqual({ [first.hash]: 'here', [second.hash]: 'here' })
    expect(await store.db.photo.findMany({ orderBy: { ordinal: 'asc' } })).toMatchObject([
      { reportId: envelope.id, ordinal: 1, width: 640 },
      { reportId: envelope.id, ordinal: 2, width: 640 },
    ])
    expect((await store.db.report.findFirstOrThrow()).photosAwaited).toBe(0)
    expect(await store.db.outboxEvent.count({ where: { name: 'report.photosArrived' } })).toBe(1)
  })

  it('gets the same receipt however often it comes', async () => {
    const { here, phone } = await withPhone()
    const { jws } = await aTalk(phone)

    const first = await sent(here, jws)
    here.clock.forward(90)
    const again = await Promise.all(Array.from({ length: 20 }, () => sent(here, jws)))

    for (const one of again) expect({ ...one, now: '' }).toEqual({ ...first, now: '' })
    expect([await store.db.report.count(), await store.db.envelope.count()]).toEqual([1, 1])
  })

  it('is one report, fifty times at once, for every id', async () => {
    const { here, phone } = await withPhone()
    const envelopes = [await aTalk(phone), await aTalk(phone), await aTalk(phone)]

    const receipts = await Promise.all(
      Array.from({ length: 50 }, () => envelopes).flatMap((three) => three.map(({ jws }) => sent(here, jws))),
    )

    expect(new Set(receipts.map(({ id, number }) => `${id} ${number}`)).size).toBe(3)
    expect(await store.db.report.count()).toBe(3)
    expect(await store.db.auditEntry.count({ where: { action: 'report.filed' } })).toBe(3)
  })

  it('with the content that stands gets its number, with another is kept beside it', async () => {
    const { here, phone } = await withPhone()
    const id = randomUUID()
    const { number } = await sent(here, (await aTalk(phone, { id, wire: penyuluhan() })).jws)

    const same = await sent(here, (await aTalk(phone, { id, wire: penyuluhan() })).jws)
    const other = await sent(here, (await aTalk(phone, { id, wire: penyuluhan({ jumlahPeserta: '26' }) })).jws)

    expect(same).toMatchObject({ state: 'filed', number })
    expect(other).toMatchObject({ state: 'conflict', number, code: null })
    expect(await store.db.report.findMany()).toMatchObject([{ number, answers: { jumlahPeserta: 25 } }])
    expect(await store.db.envelope.count()).toBe(3)
    expect(await store.db.auditEntry.count({ where: { action: 'report.conflicted' } })).toBe(1)
  })
})

describe('what cannot simply stand', () => {
  it('is held when the key was revoked, kept whole, and told to nobody as a report', async () => {
    const { people, here, phone } = await withPhone()
    await (await here.as(people.budi)).post(`/akun/perangkat/${phone.device}/pencabutan`).expect(303)
    const { jws, digest } = await aTalk(phone)

    const receipt = await sent(here, jws)

    expect(receipt).toMatchObject({
      state: 'held',
      number: null,
      reasons: [{ message: expect.stringContaining('dicabut') }],
    })
    expect(await store.db.envelope.findMany()).toMatchObject([
      { digest, jws, state: 'held', authorId: people.budi.id, unitPath: people.budi.unitPath },
    ])
    expect(await store.db.report.count()).toBe(0)
  })

  it.each<[string, QuarantineCode, (scene: PhoneScene) => Promise<string>]>([
    [
      'signed by a stranger',
      'unknownDevice',
      async ({ phone }) => (await aTalk({ ...phone, device: randomUUID() })).jws,
    ],
    [
      'signed by another key',
      'badSignature',
      async ({ phone }) => (await aTalk({ ...phone, key: await deviceKey() })).jws,
    ],
    [
      'naming another author',
      'otherAuthor',
      async ({ phone, people }) => (await aTalk(phone, { claims: { author: people.sari.id } })).jws,
    ],
    [
      'of a suspended officer',
      'inactive',
      async ({ phone, people }) => {
        const data = { state: 'suspended', suspendReason: 'Cuti' }
        await store.db.person.update({ where: { id: people.budi.id }, data })
        return (await aTalk(phone)).jws
      },
    ],
    [
      'that nobody can open',
      'sealed',
      async ({ phone }) => (await aTalk(phone, { claims: { content: 'a.b.c.d.e' } })).jws,
    ],
    ['of an unknown type', 'unknownType', async ({ phone }) => (await aTalk(phone, { type: 'ronda' })).jws],
  ])('is held when %s', async (_, code, make) => {
    const scene = await withPhone()

    const receipt = await sent(scene.here, await make(scene))

    expect(receipt.state).toBe('held')
    expect(await store.db.envelope.findMany()).toMatchObject([{ state: 'held', reasons: [{ code }] }])
    expect(await store.db.report.count()).toBe(0)
  })

  it('that breaks a rule becomes a draft, and counts from when it was written once it is mended', async () => {
    const { people, here, phone } = await withPhone()
    const envelope = await aTalk(phone, { wire: penyuluhan({ jumlahPeserta: 'banyak' }) })

    const receipt = await sent(here, envelope.jws)
    await sendPhoto(here.app, envelope.id, envelope.photos[0]!).expect(200)
    here.clock.forward(180)
    const asBudi = await here.as(people.budi)
    const unsettled = async () =>
      /data-unsettled="([^"]*)"/.exec((await asBudi.get('/antrean-kirim').expect(200)).text)?.[1]
    expect(await unsettled()).toBe(envelope.id)
    const draft = await asBudi.get(`/draf/${envelope.id}`).expect(200)
    const mended = { ...formIn(draft.text), jumlahPeserta: '25', aksi: 'kirim' }
    await asBudi.post('/laporan/penyuluhan').type('form').send(mended).expect(303)

    expect(receipt).toMatchObject({ state: 'faulty', number: null, reasons: [{ field: 'jumlahPeserta' }] })
    const report = await store.db.report.findFirstOrThrow({ include: { photos: true } })
    expect(report).toMatchObject({ id: envelope.id, writtenAt: new Date('2026-11-24T02:40:00Z'), photosAwaited: 0 })
    expect(report.photos).toHaveLength(1)
    expect(await store.db.envelope.findMany()).toMatchObject([{ state: 'filed' }])
    expect(await unsettled()).toBe('')
    expect(await sent(here, envelope.jws)).toMatchObject({ state: 'filed', number: report.number })
  })

  it('that breaks a rule takes the place of an older draft of its author, and of no newer and no other one', async () => {
    const { people, here, phone } = await withPhone()
    const faulty = (tempat: string) => ({ wire: penyuluhan({ jumlahPeserta: 'banyak', tempat }) })
    const older = await aTalk(phone, faulty('Balai RW 08'))
    const newer = await aTalk(phone, faulty('Balai RW 09'))
    const strange = await aTalk(phone, faulty('Balai RW 10'))
    const draft = (id: string, author: { id: string }, minutes: number) => ({
      id,
      authorId: author.id,
      typeKey: 'penyuluhan',
      answers: { tempat: 'Balai RW 07' },
      updatedAt: new Date(now.getTime() + minutes * 60_000),
    })
    // Two minutes ago all three were sealed.
    await store.db.draft.createMany({
      data: [draft(older.id, people.budi, -30), draft(newer.id, people.budi, -1), draft(strange.id, people.sari, -30)],
    })

    for (const { jws } of [older, newer, strange]) expect(await sent(here, jws)).toMatchObject({ state: 'faulty' })

    const places = await store.db.draft.findMany()
    expect(Object.fromEntries(places.map(({ id, answers }) => [id, answers]))).toMatchObject({
      [older.id]: { tempat: 'Balai RW 08' },
      [newer.id]: { tempat: 'Balai RW 07' },
      [strange.id]: { tempat: 'Balai RW 07' },
    })
  })

  it('that breaks a rule says so as soon as its draft is opened, until it is mended', async () => {
    const { people, here, phone } = await withPhone()
    const { id, jws } = await aTalk(phone, { wire: penyuluhan({ jumlahPeserta: 'banyak', tempat: '' }) })
    await sent(here, jws)
    const asBudi = await here.as(people.budi)
    const problems = ({ text }: { text: string }) =>
      [...text.matchAll(/<li><a href="(#f-[^"]+)">([^<]*)/g)].map(([, href, words]) => [href, words])

    const opened = await asBudi.get(`/draf/${id}`).expect(200)
    await asBudi.post('/bahasa').type('form').send({ bahasa: 'en', kembali: '/' })
    const inEnglish = await asBudi.get(`/draf/${id}`)
    const mended = { ...formIn(opened.text), tempat: 'Balai RW 07', tema: '', aksi: 'simpan' }
    await asBudi.post('/laporan/penyuluhan').type('form').send(mended).expect(303)

    expect(problems(opened).map(([href]) => href)).toEqual(['#f-tempat', '#f-jumlahPeserta'])
    expect(opened.text).toContain('Isi jumlah peserta dengan angka, misalnya 25')
    expect(inEnglish.text).toContain('Enter number of participants in digits, for example 25')
    expect(problems(await asBudi.get(`/draf/${id}`)).map(([href]) => href)).toEqual(['#f-jumlahPeserta'])
  })

  it('but only has a photo that nobody can read, says so and stands', async () => {
    const { here, phone } = await withPhone()
    const envelope = await aTalk(phone, { photos: [Buffer.from('no photo at all')] })
    await sent(here, envelope.jws)

    const { body } = await sendPhoto(here.app, envelope.id, envelope.photos[0]!).expect(200)

    expect(body.photos).toEqual({ [envelope.photos[0]!.hash]: 'unreadable' })
    expect(await store.db.report.findFirstOrThrow()).toMatchObject({ photosAwaited: 0, photosUnreadable: 1 })
    expect((await store.db.envelopePhoto.findFirstOrThrow()).body).not.toBeNull()
  })

  it('and was written on the morning of a transfer belongs to where its author served until then', async () => {
    const { people, here, phone } = await withPhone()
    const { budi, units } = people
    const [yesterday, today] = [dateOf('2026-11-23'), dateOf('2026-11-24')]
    const [morning, elsewhere] = [
      await aTalk(phone),
      await aTalk(phone, { wire: penyuluhan({ wilayah: '32.09.12.2001' }) }),
    ]
    await store.db.posting.updateMany({ where: { personId: budi.id }, data: { untilOn: yesterday } })
    await store.db.assignment.updateMany({ where: { personId: budi.id }, data: { untilOn: yesterday } })
    const moved = { personId: budi.id, unitId: units.mundu.id, sinceOn: today }
    await store.db.posting.create({ data: { ...moved, role: 'bhabinkamtibmas', position: 'Bhabinkamtibmas' } })
    await store.db.person.update({ where: { id: budi.id }, data: { unitId: units.mundu.id } })

    expect(await sent(here, morning.jws)).toMatchObject({ state: 'filed' })
    expect(await sent(here, elsewhere.jws)).toMatchObject({ state: 'faulty', reasons: [{ field: 'wilayah' }] })

    expect(await store.db.report.findMany()).toMatchObject([{ id: morning.id, unitPath: units.kesambi.path }])
  })

  it('that was sealed at 22.00 and came at 00.10, after an outage, counts for its day and as on time', async () => {
    const { people, here, phone } = await withPhone()
    await sameDay(people, '23:59')
    await store.db.outage.create({
      data: { since: new Date('2026-11-24T22:05:00+07:00'), until: new Date('2026-11-25T00:08:00+07:00') },
    })
    here.clock.set('2026-11-25T00:10:00+07:00')
    // The clock of the phone is seven minutes slow.
    const clock = { written: '2026-11-24T14:53:00.000Z', offset: 420_000, measured: '2026-11-24T10:00:00.000Z' }
    const { jws } = await aTalk(phone, { clock, wire: penyuluhan({ pukul: '21:30' }) })

    expect((await sent(here, jws)).state).toBe('filed')

    expect(await store.db.report.findMany()).toMatchObject([
      {
        occurredOn: dateOf('2026-11-24'),
        writtenAt: new Date('2026-11-24T22:00:00+07:00'),
        lateReason: null,
        arrivedAt: new Date('2026-11-25T00:10:00+07:00'),
        dueAt: new Date('2026-11-25T02:02:59+07:00'),
        clockOffsetMs: 420_000n,
        warnings: [],
      },
    ])
    expect(await store.db.dailyTally.findMany()).toMatchObject([
      { occurredOn: dateOf('2026-11-24'), reports: 1, late: 0, delayed: 1 },
    ])
  })

  it.each([
    ['report', {}],
    ['brief', { jenis: 'penyuluhan', wilayah: '32.74.05.1002', kilat: 'Ronda malam bersama warga RW 07.' }],
  ] as const)('keeps why a %s is late, and nothing where it is not', async (kind, own) => {
    const { people, here, phone } = await withPhone()
    await sameDay(people, '09:00')
    const sealed = (tanggal: string) =>
      aTalk(phone, { kind, wire: penyuluhan({ ...own, tanggal, 'tanda.terlambat': 'tanpa-sinyal' }) })

    const late = await sealed('2026-11-24')
    const early = { written: '2026-11-23T01:00:00.000Z', offset: 0, measured: null }
    const inTime = await aTalk(phone, {
      kind,
      clock: early,
      wire: penyuluhan({ ...own, tanggal: '2026-11-23', pukul: '07:00', 'tanda.terlambat': 'lupa' }),
    })
    for (const { jws } of [late, inTime]) expect((await sent(here, jws)).state).toBe('filed')

    const reasonOf = async (id: string) => (await store.db.report.findUniqueOrThrow({ where: { id } })).lateReason
    expect(await reasonOf(late.id)).toBe('tanpa-sinyal')
    expect(await reasonOf(inTime.id)).toBeNull()
  })

  it.each([
    ['never compared with ours', { offset: null, measured: null }, 'unmeasured'],
    ['two days late', { written: '2026-11-22T02:40:00.000Z', offset: 172_800_000, measured: null }, 'far'],
    ['three days ahead', { written: '2026-11-27T02:40:00.000Z', offset: 0, measured: null }, 'ahead'],
    ['set back', { written: '2026-11-24T02:40:00.000Z', offset: 0, measured: '2026-11-24T05:00:00.000Z' }, 'back'],
  ])('is told of a clock that was %s, and filed', async (_, clock, kind) => {
    const { here, phone } = await withPhone()
    const whole = { written: '2026-11-24T02:40:00.000Z', ...clock }

    expect((await sent(here, (await aTalk(phone, { clock: whole })).jws)).state).toBe('filed')

    const report = await store.db.report.findFirstOrThrow()
    expect(report.warnings).toEqual([{ key: 'jam', params: { kind }, reason: 'tanpa-tanya' }])
    expect(report.writtenAt.getTime()).toBeLessThanOrEqual(report.arrivedAt.getTime())
  })
})

describe('what nobody was asked about', () => {
  const retold = {
    pukul: '09:30',
    tempat: 'balai rw 7',
    materi: 'Setiap rumah menyalakan lampu teras sampai pagi dan ronda malam digiatkan lagi.',
  }

  /** What the worker does with all that has happened. */
  async function workOff({ here }: PhoneScene) {
    const listener = reviewerNotifier(store.db, cipherOf(secrets.data))
    const listeners = { 'report.filed': [listener], 'report.photosArrived': [listener] }
    const fail = (error: unknown) => {
      throw error
    }
    while (await workOffOne(store.db, listeners, here.clock(), fail));
  }

  const warningsOf = async (id: string) => (await store.db.report.findUniqueOrThrow({ where: { id } })).warnings
  const unasked = 'tanpa-tanya'

  it('is told to the reviewer: what it resembles at once, a photo that was there before when it is there', async () => {
    const scene = await withPhone()
    const { people, here, phone } = scene
    const first = await aTalk(phone, { photos: [await scenery(7)] })
    const other = await aTalk(phone, { wire: penyuluhan(retold), photos: [await scenery(7, 600)] })
    await sent(here, first.jws)
    await sendPhoto(here.app, first.id, first.photos[0]!).expect(200)
    await workOff(scene)
    expect(await warningsOf(first.id)).toEqual([])
    await sent(here, other.jws)
    await workOff(scene)
    const like = { key: 'mirip', params: expect.objectContaining({ id: first.id }), reason: unasked }
    expect(await warningsOf(other.id)).toEqual([like])

    await sendPhoto(here.app, other.id, other.photos[0]!).expect(200)
    await workOff(scene)

    const photos = { key: 'foto-mirip', params: expect.objectContaining({ id: first.id }), reason: unasked }
    expect(await warningsOf(other.id)).toEqual([photos, like])
    const { text } = await (await here.as(people.agus)).get(`/laporan/${other.id}`).expect(200)
    expect(text).toContain('Pelapor tidak ditanya, laporan dikirim dari HP')
    expect(text).toContain(`/laporan/${other.id}/perbandingan/${first.id}`)
  })

  it('but what was answered before it was sealed counts, and what is no answer does not', async () => {
    const scene = await withPhone()
    const { here, phone } = scene
    const first = await aTalk(phone)
    await sent(here, first.jws)
    const answered = (serupa: string) =>
      aTalk(phone, { wire: penyuluhan({ ...retold, serupa, serupaDitanya: first.id }) })
    const old = {
      tanggal: '2026-11-10',
      materi: 'Bahaya pinjaman daring dijelaskan kepada ibu-ibu PKK.',
      tema: 'pinjol',
    }
    const reasoned = await aTalk(phone, { wire: penyuluhan({ ...old, 'tanda.lama': 'tanpa-sinyal' }) })
    await sent(here, reasoned.jws)
    await workOff(scene)
    const following = await answered('lanjutan')
    await sent(here, following.jws)
    await workOff(scene)
    const different = await answered('berbeda')
    const wrong = await aTalk(phone, { wire: penyuluhan({ ...old, tanggal: '2026-11-13', 'tanda.lama': 'malas' }) })
    for (const { jws } of [different, wrong]) await sent(here, jws)
    await workOff(scene)

    expect(await warningsOf(reasoned.id)).toMatchObject([{ key: 'lama', params: { days: 14 }, reason: 'tanpa-sinyal' }])
    expect(await store.db.report.findUniqueOrThrow({ where: { id: following.id } })).toMatchObject({
      followsId: first.id,
      matterId: first.id,
      warnings: [],
    })
    // One more has come since he was asked: his answer does not speak for that.
    expect(await warningsOf(different.id)).toMatchObject([
      { key: 'mirip', params: { id: following.id }, reason: unasked },
      { key: 'mirip', params: { id: first.id }, reason: unasked },
    ])
    expect(await warningsOf(wrong.id)).toMatchObject([
      { key: 'lama', params: { days: 11 }, reason: unasked },
      { key: 'sama-teks', reason: unasked },
    ])
  })

  it('is old by the day it was written, and no form and no decision is told of anew', async () => {
    const scene = await withPhone()
    const { people, here, phone } = scene
    const clock = { written: '2026-11-10T02:40:00.000Z', offset: 0, measured: '2026-11-10T02:00:00.000Z' }
    const late = await aTalk(phone, { clock, wire: penyuluhan({ tanggal: '2026-11-10' }) })
    await sent(here, late.jws)
    const filed = await filedTalk(store, people.budi, { answers: { tanggal: '2026-11-10' } })
    const decided = await aTalk(phone, { wire: penyuluhan({ tanggal: '2026-11-01' }) })
    await sent(here, decided.jws)
    await (await here.as(people.agus))
      .post(`/laporan/${decided.id}/verifikasi`)
      .type('form')
      .send({ versi: '1' })
      .expect(303)
    await store.db.outboxEvent.createMany({
      data: [filed.id].map((subject) => ({
        name: 'report.filed',
        payload: { subject },
        createdAt: now,
        nextAt: now,
      })),
    })
    await workOff(scene)

    for (const id of [late.id, filed.id, decided.id])
      expect((await warningsOf(id)) as { key: string }[]).not.toContainEqual(expect.objectContaining({ key: 'lama' }))
  })
})

describe('what was tampered with on its way', () => {
  const flipped = (text: string, at: number) =>
    `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`

  it('is never filed, never breaks anything, and is kept where it can be read', async () => {
    const { people, here, phone } = await withPhone()
    const other = await enrolled(await here.as(people.sari))
    const wide = { points: 1e9, duration: 60 }
    const roomier = site(store, {
      limits: roomy,
      envelopes: envelopeBudgets(wide, wide, {
        envelopesOfAuthor: wide,
        envelopesNamingNobody: wide,
        ofAddress: wide,
        ofAuthor: wide,
      }),
    })
    const good = await Promise.all(Array.from({ length: 8 }, () => aTalk(phone)))
    const count = isThorough ? 2000 : 400

    const mutants: string[] = []
    for (let at = 0; at < count; at += 1) {
      const { jws } = good[at % good.length]!
      const [head, claims, signature] = jws.split('.') as [string, string, string]
      const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as EnvelopeClaims
      const resigned = (change: object, by = phone) => sign(by, { ...read, ...change })
      const parts = read.content.split('.')
      const place = (at * 7919) % claims.length
      const kinds: (() => Promise<string> | string)[] = [
        () => `${head}.${flipped(claims, place)}.${signature}`,
        () => `${head}.${claims}.${flipped(signature, at % 80)}`,
        () => `${head}.${claims}.${good[(at + 1) % good.length]!.jws.split('.')[2]}`,
        () => jws.slice(0, 40 + ((at * 131) % (jws.length - 41))),
        () => resigned({}, { ...other, device: phone.device }),
        () => resigned({}, { ...phone, device: other.device }),
        () => resigned({ content: [...parts.slice(0, 4), flipped(parts[4]!, at % 20)].join('.') }),
        () => resigned({ content: [...parts.slice(0, 3), flipped(parts[3]!, at % 900), parts[4]].join('.') }),
        () => resigned({ content: `${flipped(parts[0]!, 30 + (at % 60))}.${parts.slice(1).join('.')}` }),
        () => resigned({ author: people.sari.id }),
      ]
      mutants.push(await kinds[at % kinds.length]!())
    }
    const statuses = new Map<number, number>()
    for (const jws of mutants) {
      const { status, body } = await sendEnvelope(roomier.app, jws)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 200) expect(body.state).toBe('held')
    }

    expect([...statuses.keys()].sort()).toEqual([200, 415])
    expect(await store.db.report.count()).toBe(0)
    expect(await store.db.envelope.count({ where: { state: { not: 'held' } } })).toBe(0)
    // Those that differ in their signature only are one envelope.
    expect(await store.db.envelope.count()).toBeGreaterThan(count / 6)
    for (const { jws } of good) expect((await sent(roomier, jws)).state).toBe('filed')
  })

  it('makes nothing again when it is only sent again, whoever carries it', async () => {
    const { here, phone } = await withPhone()
    const envelopes = await Promise.all(Array.from({ length: isThorough ? 1000 : 60 }, () => aTalk(phone)))
    for (const { jws } of envelopes) await sent(here, jws)
    const before = await counts()

    for (const { jws } of [...envelopes, ...envelopes, ...envelopes]) await sent(here, jws)

    expect(await counts()).toEqual(before)
  })

  const counts = async () => [
    await store.db.report.count(),
    await store.db.envelope.count(),
    await store.db.envelopePhoto.count(),
    await store.db.auditEntry.count(),
    await store.db.outboxEvent.count(),
  ]
})

describe('bytes that are no envelope', () => {
  it.each([
    ['of another type', 'text/plain', 'a.b.c', 415],
    ['that cannot be read', 'application/jose', 'a.b.c', 415],
    ['too many', 'application/jose', 'a'.repeat(140_000), 413],
  ])('%s get no receipt and leave nothing', async (_, type, body, status) => {
    const { here } = await withPhone()

    await request(here.app).post('/kiriman').set('Content-Type', type).send(body).expect(status)

    expect(await store.db.envelope.count()).toBe(0)
  })

  it('of a stranger are put off when there are too many, and never refused', async () => {
    const { phone } = await withPhone()
    const narrow = site(store, { envelopes: envelopeBudgets({ points: 5, duration: 60 }, { points: 1, duration: 60 }) })
    const stranger = { ...phone, device: randomUUID() }

    await sent(narrow, (await aTalk(stranger)).jws)
    const { headers } = await sendEnvelope(narrow.app, (await aTalk(stranger)).jws).expect(429)

    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect((await sent(narrow, (await aTalk(phone)).jws)).state).toBe('filed')
  })

  it('of strangers are put off when all of them together have left too much, photos too', async () => {
    const { phone } = await withPhone()
    const wide = { points: 100, duration: 60 }
    const { id, jws, photos } = await aTalk({ ...phone, device: randomUUID() })
    const size = jws.length + photos[0]!.size - 1
    const narrow = site(store, {
      envelopes: envelopeBudgets(wide, wide, { namingAuthors: { points: size, duration: 86_400 } }),
    })

    expect((await sent(narrow, jws)).state).toBe('held')
    const { headers } = await sendPhoto(narrow.app, id, photos[0]!).expect(429)
    await sendEnvelope(narrow.app, (await aTalk({ ...phone, device: randomUUID() })).jws).expect(429)

    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(3600)
    const own = await aTalk(phone)
    expect((await sent(narrow, own.jws)).state).toBe('filed')
    await sendPhoto(narrow.app, own.id, own.photos[0]!).expect(200)
    expect(await store.db.envelopePhoto.count({ where: { body: { not: null } } })).toBe(0)
  })

  it('under the name of a photo are not taken for it', async () => {
    const { here, phone } = await withPhone()
    const envelope = await aTalk(phone)
    const named = envelope.photos[0]!
    await sendPhoto(here.app, envelope.id, named).expect(404)
    await sent(here, envelope.jws)

    await sendPhoto(here.app, envelope.id, { ...named, bytes: Buffer.from('other bytes') }).expect(400)

    expect((await store.db.report.findFirstOrThrow()).photosAwaited).toBe(1)
  })
})

describe('the page of what is held', () => {
  it('tells the Kasat who, when and why, and which numbers are missing; next door nothing', async () => {
    const { people, here, phone } = await withPhone()
    await sent(here, (await aTalk(phone, { type: 'ronda' })).jws)
    phone.sequence = 3
    await sent(here, (await aTalk(phone)).jws)

    const { text } = await (await here.as(people.agus)).get('/karantina').expect(200)
    const nextDoor = await (await here.as(people.joko)).get('/karantina').expect(200)

    expect(text).toContain('Aipda Budi Santoso')
    expect(text).toContain('Jenis laporannya tidak kami kenal.')
    expect(text).toContain('Kiriman nomor 2 sampai 3 belum tiba')
    expect(nextDoor.text).not.toContain('Budi')
    expect(nextDoor.text).toContain('Tidak ada nomor yang terlewat.')
    const own = await (await here.as(people.budi)).get('/akun').expect(200)
    expect(own.text).toContain('Kiriman nomor 2 sampai 3 belum tiba')
    await (await here.as(people.budi)).get('/karantina').expect(403)
  })
})

describe('what is inside of what is held', () => {
  /** Of a phone that was revoked before it sent. */
  async function heldOne(own: Partial<Sealing> = {}) {
    const scene = await withPhone()
    await (await scene.here.as(scene.people.budi)).post(`/akun/perangkat/${scene.phone.device}/pencabutan`).expect(303)
    const envelope = await aTalk(scene.phone, own)
    await sent(scene.here, envelope.jws)
    const read = async (who: 'agus' | 'bambang' | 'joko' | 'hendra', status = 200) => {
      const asked = (await scene.here.as(scene.people[who])).post(`/karantina/${envelope.digest}/pembukaan`)
      return (await asked.expect(status)).text
    }
    return { ...scene, envelope, read }
  }

  it('is read by the Kasat before the decision, with its photos, and the audit records it', async () => {
    const { people, here, envelope, read } = await heldOne({ photos: [await scenery(1), await scenery(2)] })
    await sendPhoto(here.app, envelope.id, envelope.photos[0]!).expect(200)

    const text = await read('agus')

    for (const told of [
      'Penyuluhan',
      'Balai RW 07 Sunyaragi',
      'Jumlah peserta',
      'Sunyaragi, Kec. Kesambi',
      '1 foto menyusul',
    ])
      expect(text).toContain(told)
    expect(text).toContain('perangkat yang sudah dicabut')
    expect(text.match(/src="data:image\/jpeg;base64,/g)).toHaveLength(1)
    expect(text).toContain(`action="/karantina/${envelope.digest}/pelepasan"`)
    expect(await store.db.auditEntry.findMany({ where: { action: 'envelope.opened' } })).toMatchObject([
      { actorId: people.agus.id, subject: envelope.id, details: { digest: envelope.digest } },
    ])
    expect(await read('bambang')).not.toContain('/pelepasan')
    await read('joko', 404)
    await read('hendra', 403)
    expect(await store.db.report.count()).toBe(0)
  })

  it('is shown as it was typed where it cannot be read, and its source is not shown', async () => {
    const hostile = '<script>alert(1)</script>'
    const wire = {
      tempat: hostile,
      jumlahPeserta: 'banyak sekali',
      pukul: 'nanti',
      wilayah: '99.99.99.9999',
      tanggal: ['a', 'b'],
    }
    const odd = await heldOne({ wire: penyuluhan(wire) })
    const text = await odd.read('agus')
    for (const told of ['banyak sekali', 'nanti', '99.99.99.9999', '&lt;script&gt;']) expect(text).toContain(told)
    expect(text).not.toContain(hostile)

    const information = reportData['laporan-informasi'] as Record<string, string>
    const source = await aTalk(odd.phone, { type: 'laporan-informasi', wire: information, photos: [] })
    await sent(odd.here, source.jws)
    const agus = await odd.here.as(odd.people.agus)
    const told = await agus.post(`/karantina/${source.digest}/pembukaan`).expect(200)
    expect(told.text).toContain('Narasumbernya tersegel.')
    expect(told.text).toContain('Rencana tawuran')
    expect(told.text).not.toMatch(/Narto|Paman salah satu|Warung kopi/)
  })

  it('names no entry of a register that its reader may not read', async () => {
    const scene = await withPhone()
    const { people, here, phone } = scene
    const elsewhere = await household(store.db, people.sari, { villageCode: '32.10.01.2001', name: 'Kenari Jauh' })
    const own = await household(store.db, people.budi, { name: 'Siti Rohmah' })
    const stranger = { ...phone, device: randomUUID() }
    const agus = await here.as(people.agus)
    const textOf = async (entry: string) => {
      const envelope = await aTalk(stranger, { type: 'kunjungan-warga', wire: kunjungan(entry) })
      await sent(here, envelope.jws)
      return (await agus.post(`/karantina/${envelope.digest}/pembukaan`).expect(200)).text
    }

    expect(await textOf(own.id)).toContain('Siti Rohmah')
    expect(await textOf(elsewhere.id)).not.toContain('Kenari')
  })

  it('and cannot be opened, says why', async () => {
    const { people, here, phone } = await withPhone()
    const agus = await here.as(people.agus)
    const textOf = async (own: Partial<Sealing>) => {
      const envelope = await aTalk(phone, own)
      await sent(here, envelope.jws)
      return (await agus.post(`/karantina/${envelope.digest}/pembukaan`).expect(200)).text
    }
    const otherKey = await encryptContent({ ...phone, sealingKey: { ...phone.sealingKey, kid: 'x' } }, {})

    expect(await textOf({ claims: { content: otherKey } })).toContain('Isinya tidak bisa dibuka')
    expect(await textOf({ claims: { content: 'a.b.c.d.e' } })).toContain('Isinya tidak bisa dibuka')
    expect(await textOf({ type: 'ronda' })).toContain('jenis laporannya tidak dikenal')
  })

  it('stands beside the report that is there already with other content', async () => {
    const { people, here, phone } = await withPhone()
    const id = randomUUID()
    const { number } = await sent(here, (await aTalk(phone, { id })).jws)
    const other = await aTalk(phone, { id, wire: penyuluhan({ tempat: 'Pos Ronda RT 02' }) })
    await sent(here, other.jws)
    const agus = await here.as(people.agus)

    const { text } = await agus.post(`/karantina/${other.digest}/pembukaan`).expect(200)
    const [, first, second] = text.split('<section class="card">')

    expect(first).toContain('Balai RW 07 Sunyaragi')
    expect(first).toContain(number)
    expect(second).toContain('Pos Ronda RT 02')
    expect(text).toContain('Berbeda pada: Tempat.')
    expect(text).not.toContain('/pelepasan')
  })
})

describe('what nobody known has signed', () => {
  /** Of a phone and a person that this database has never heard of. */
  const fromNowhere = (phone: Phone, own: Partial<Sealing> = {}) =>
    aTalk({ ...phone, device: randomUUID(), person: randomUUID() }, own)

  it('is given to where it tells of, and read there', async () => {
    const { people, here, phone } = await withPhone()
    const home = await household(store.db, people.budi)
    const talk = await fromNowhere(phone)
    const visit = await fromNowhere(phone, { type: 'kunjungan-warga', wire: kunjungan(home.id) })
    for (const { jws } of [talk, visit]) expect((await sent(here, jws)).state).toBe('held')

    const agus = await here.as(people.agus)
    const { text } = await agus.get('/karantina').expect(200)
    const inside = await agus.post(`/karantina/${talk.digest}/pembukaan`).expect(200)
    const refused = await agus.post(`/karantina/${talk.digest}/pelepasan`).expect(422)

    expect(text.match(/Pelapor tidak dikenal/g)).toHaveLength(2)
    expect(inside.text).toContain('Balai RW 07 Sunyaragi')
    expect(refused.text).toContain('Kiriman ini belum bisa masuk:')
    expect((await (await here.as(people.joko)).get('/karantina')).text).not.toContain('Pelapor tidak dikenal')
    expect((await (await here.as(people.ratna)).get('/kiriman-tak-dikenal')).text).toContain('Tidak ada kiriman')
  })

  it('and tells of no place that is known, is given to a Kasat by the admin, who reads none of it', async () => {
    const { people, here, phone } = await withPhone()
    const { jws, digest, id } = await fromNowhere(phone, { wire: penyuluhan({ wilayah: '32.10.01.2001' }) })
    await sent(here, jws)
    const [ratna, agus] = [await here.as(people.ratna), await here.as(people.agus)]
    const place = `/kiriman-tak-dikenal/${digest}/penyerahan`
    expect((await agus.get('/karantina')).text).not.toContain('Pelapor tidak dikenal')

    expect((await ratna.get('/')).text.match(/Kiriman tak dikenal/g)).toHaveLength(2)
    const { text } = await ratna.get('/kiriman-tak-dikenal').expect(200)
    await agus.post(place).expect(403)
    await ratna.post(place).type('form').send({ satuan: people.units.jabar.path }).expect(400)
    await ratna.post(place).type('form').send({ satuan: people.units.cirebonKota.path }).expect(303)
    await ratna.post(place).type('form').send({ satuan: people.units.cirebonKota.path }).expect(404)

    expect(text).toContain('Dikirim dari perangkat yang tidak dikenal.')
    expect(text).not.toMatch(/Sunyaragi|Balai/)
    expect((await agus.get('/karantina')).text).toContain('Pelapor tidak dikenal')
    expect((await agus.get('/')).text.match(/Kiriman yang ditahan/g)).toHaveLength(2)
    expect(await store.db.auditEntry.findMany({ where: { action: 'envelope.placed' } })).toMatchObject([
      { actorId: people.ratna.id, subject: id, details: { digest, unitPath: people.units.cirebonKota.path } },
    ])
  })
})

describe('a decision on what is held', () => {
  const revoked = async () => {
    const scene = await withPhone()
    await (await scene.here.as(scene.people.budi)).post(`/akun/perangkat/${scene.phone.device}/pencabutan`).expect(303)
    return scene
  }

  it('files it as its author’s, as of when it came, with the photos that came; once', async () => {
    const { people, here, phone } = await revoked()
    const envelope = await aTalk(phone)
    await sent(here, envelope.jws)
    await sendPhoto(here.app, envelope.id, envelope.photos[0]!).expect(200)
    const agus = await here.as(people.agus)
    here.clock.forward(30)

    await (await here.as(people.joko)).post(`/karantina/${envelope.digest}/pelepasan`).expect(404)
    await agus.post(`/karantina/${envelope.digest}/pelepasan`).expect(303)
    await agus.post(`/karantina/${envelope.digest}/pelepasan`).expect(404)

    const report = await store.db.report.findUniqueOrThrow({ where: { id: envelope.id }, include: { photos: true } })
    expect(report).toMatchObject({
      authorId: people.budi.id,
      arrivedAt: now,
      photosAwaited: 0,
      state: 'unacknowledged',
    })
    expect(report.photos).toHaveLength(1)
    expect(await sent(here, envelope.jws)).toMatchObject({ state: 'filed', number: report.number })
    expect(await store.db.auditEntry.findMany({ where: { action: 'envelope.released' } })).toMatchObject([
      { actorId: people.agus.id, subject: envelope.id },
    ])
  })

  it('is told in the history of the report, and never makes a report of what another officer has signed', async () => {
    const { people, here, phone } = await revoked()
    const own = await aTalk(phone)
    await sent(here, own.jws)
    const sari = await enrolled(await here.as(people.sari))
    const { digest, jws } = await aTalk(sari, { claims: { author: people.budi.id } })
    await sent(here, jws)
    const agus = await here.as(people.agus)

    await agus.post(`/karantina/${own.digest}/pelepasan`).expect(303)
    const read = await agus.post(`/karantina/${digest}/pembukaan`).expect(200)
    const refused = await agus.post(`/karantina/${digest}/pelepasan`).expect(422)

    const { text } = await (await here.as(people.budi)).get(`/laporan/${own.id}`).expect(200)
    expect(text).toMatch(/Kiriman yang ditahan diterima sebagai laporan oleh[\s\S]{0,200}Agus/)
    expect(read.text).not.toContain('pelepasan')
    expect(refused.text).toContain('Pelapor yang disebut bukan pemilik perangkat.')
    expect(await store.db.report.count()).toBe(1)
  })

  it('refuses with a sentence what breaks a rule, and sets aside only with a reason', async () => {
    const { people, here, phone } = await revoked()
    const { jws, digest } = await aTalk(phone, { wire: penyuluhan({ jumlahPeserta: '' }) })
    await sent(here, jws)
    const agus = await here.as(people.agus)

    const refused = await agus.post(`/karantina/${digest}/pelepasan`).expect(422)
    const short = await agus.post(`/karantina/${digest}/penyisihan`).type('form').send({ alasan: 'x' }).expect(422)
    expect(refused.text).toContain('Kiriman ini belum bisa masuk:')
    expect(short.text).toContain('Tulis alasan')
    expect(await store.db.envelope.count({ where: { decision: null } })).toBe(1)

    await agus
      .post(`/karantina/${digest}/penyisihan`)
      .type('form')
      .send({ alasan: 'HP hilang, bukan Budi' })
      .expect(303)
    expect(await store.db.envelope.findMany()).toMatchObject([
      { jws, state: 'held', decision: 'discarded', decidedBy: people.agus.id, decisionNote: 'HP hilang, bukan Budi' },
    ])
    expect(await store.db.report.count()).toBe(0)
  })
})

describe('a photo that comes while somebody decides', () => {
  /** What the intake asks first is answered; before it goes on, something else happens. */
  const after = (happens: () => Promise<unknown>) => {
    let isFirst = true
    return new Proxy(store.db, {
      get: (db, name) => {
        const own: unknown = Reflect.get(db, name)
        if (name !== '$queryRaw' || typeof own !== 'function') return own
        return async (...asked: unknown[]) => {
          const answer: unknown = await own.apply(db, asked)
          if (isFirst) {
            isFirst = false
            await happens()
          }
          return answer
        }
      },
    })
  }

  it('on its envelope gets its place in the report that was filed of it', async () => {
    const { people, here, phone } = await withPhone()
    await (await here.as(people.budi)).post(`/akun/perangkat/${phone.device}/pencabutan`).expect(303)
    const { id, jws, digest, photos } = await aTalk(phone)
    await sent(here, jws)
    const agus = await here.as(people.agus)
    const db = after(() => agus.post(`/karantina/${digest}/pelepasan`).expect(303))
    const deps = { clock: here.clock, cipher: cipherOf(secrets.data), log: silent }
    const take = photoIntake({ db, clock: here.clock, cipher: deps.cipher }, intake({ db: store.db, ...deps }))

    await take(id, photos[0]!.hash, photos[0]!.bytes)

    const report = await store.db.report.findUniqueOrThrow({ where: { id }, include: { photos: true } })
    expect(report).toMatchObject({ photosAwaited: 0, photos: [{ ordinal: 1 }] })
    expect(await store.db.envelopePhoto.findMany()).toMatchObject([{ state: 'here', body: null }])
  })

  it('that puts another one in its place lies beside that', async () => {
    const { here, phone } = await withPhone()
    const { id, jws, photos } = await aTalk(phone)
    await sent(here, jws)
    const correction = new Client({ connectionString: store.url })
    await correction.connect()
    try {
      await correction.query('BEGIN')
      await correction.query('UPDATE report SET version = version WHERE id = $1', [id])
      await correction.query(
        `INSERT INTO photo (report_id, hash, ordinal, body, width, height) VALUES ($1, 'another', 1, 'x', 1, 1)`,
        [id],
      )
      const sending = sendPhoto(here.app, id, photos[0]!).expect(200)
      const [answer] = await Promise.all([sending, untilSomebodyWaits().then(() => correction.query('COMMIT'))])
      expect(answer.body.photos).toEqual({ [photos[0]!.hash]: 'here' })
    } finally {
      await correction.end()
    }

    const report = await store.db.report.findUniqueOrThrow({ where: { id }, include: { photos: true } })
    expect(report.photosAwaited).toBe(0)
    expect(report.photos.map(({ ordinal }) => ordinal).sort()).toEqual([1, null])
  })
})

/** Until one of this database's statements waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = () => store.db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await waiting())[0].count === 0) await new Promise((go) => setTimeout(go, 10))
}

describe('the check of a receipt', () => {
  const number = (receipt: Receipt) => receipt.number!
  const asked = ({ app }: Site, nomor: string, kode: string, from = '10.0.0.1') =>
    request(app)
      .post('/cek')
      .set('Sec-Fetch-Site', 'same-origin')
      .set('X-Forwarded-For', from)
      .type('form')
      .send({ nomor, kode })

  const withReceipt = async () => {
    const people = await cast(store.db)
    const here = site(store, { limits: roomy, proxies: 1 })
    const phone = await enrolled(await here.as(people.budi))
    return { here, receipt: await sent(here, (await aTalk(phone)).jws) }
  }

  it('says to anybody when the report came and nothing else, however the code is written', async () => {
    const { here, receipt } = await withReceipt()
    const code = receipt.code!

    for (const kode of [code, `${code.slice(0, 3)}-${code.slice(3)}`, ` ${code.toLowerCase()} `]) {
      const { text } = await asked(here, number(receipt).toLowerCase(), kode).expect(200)
      expect(text).toContain('Diterima 24 Nov 2026, 09.42 WIB')
      expect(text).not.toMatch(/Budi|Sunyaragi|[Pp]enyuluhan/)
    }
  })

  it('does not tell a wrong code from a number that nobody has, and has a budget for each address', async () => {
    const { here, receipt } = await withReceipt()
    const stranger = '10.0.0.2'
    const wrong = await asked(here, number(receipt), '222222', stranger).expect(422)
    const unknown = await asked(here, number(receipt).replace(/\d{4}/, '9999'), receipt.code!, stranger).expect(422)
    const bare = (text: string) => text.replaceAll(/value="[^"]*"/g, '')

    expect(wrong.text).toContain('Tidak cocok')
    expect(bare(unknown.text)).toBe(bare(wrong.text))
    for (let tried = 2; tried < freeTries; tried += 1) await asked(here, 'X', 'Y', stranger).expect(422)
    const { text } = await asked(here, number(receipt), '333333', stranger).expect(429)
    expect(text).toContain('Coba lagi dalam 15 menit')
  })

  it('answers a right code after any number of wrong ones, of that address and for that number', async () => {
    const { here, receipt } = await withReceipt()
    const wrong = Array.from({ length: 300 }, () => asked(here, number(receipt), '222222', '10.0.0.4'))
    await Promise.all(wrong)

    await asked(here, number(receipt), receipt.code!, '10.0.0.4').expect(200)
    await asked(here, number(receipt), receipt.code!, '10.0.0.5').expect(200)
  })
})
