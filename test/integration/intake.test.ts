import { randomUUID } from 'node:crypto'
import { isReceiptFor, type Receipt } from '../../src/intake/envelope.ts'
import { type Cast, cast } from '../support/cast.ts'
import { penyuluhan, photo, scenery } from '../support/filing.ts'
import { enrolled, type Phone, type Sealing, seal, sendEnvelope, sendPhoto } from '../support/phone.ts'
import { roomy, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const now = new Date('2026-11-24T09:42:00+07:00')

interface Scene {
  people: Cast
  here: Site
  phone: Phone
}

async function withPhone(): Promise<Scene> {
  const people = await cast(store.db)
  const here = site(store, { places: roomy })
  return { people, here, phone: await enrolled(await here.as(people.budi)) }
}

/** A talk of Budi with one photo, sealed. */
const aTalk = async (phone: Phone, own: Partial<Sealing> = {}) =>
  seal(phone, { id: randomUUID(), wire: penyuluhan(), photos: [await photo()], ...own })

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
      ...{ authorId: people.budi.id, unitPath: people.budi.unitPath, typeKey: 'penyuluhan', photosAwaited: 1 },
      ...{ writtenAt: new Date('2026-11-24T02:40:00Z'), arrivedAt: now, state: 'submitted', warnings: [] },
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
