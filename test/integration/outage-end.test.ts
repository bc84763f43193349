import { readTimeFacts } from '../../src/reports/deadlines/deadlines.queries.ts'
import { commonDueOf } from '../../src/reports/deadlines/due.ts'
import { showDuration } from '../../src/reports/deadlines/duration.ts'
import { sayIn } from '../../src/sentences/say.ts'
import { type Cast, cast } from '../support/cast.ts'
import { type Browser, type Site, site } from '../support/site.ts'
import { store } from '../support/store.ts'

const at = (time: string, day = '2026-11-24') => new Date(`${day}T${time}:00+07:00`)
/** A start with a clock three days ahead has told it, and the clock has come there since. */
const told = { since: at('18:10', '2026-11-20'), until: at('18:11', '2026-11-23') }
const address = `/gangguan/${told.since.getTime()}/akhir`
const right = { hari: '2026-11-20', pukul: '18:25', alasan: 'Jam server salah tiga hari saat mulai ulang.' }

let people: Cast
let house: Site
let asRatna: Browser

beforeEach(async () => {
  people = await cast(store.db)
  house = site(store)
  asRatna = await house.as(people.ratna)
  await store.db.outage.create({ data: told })
})

const end = (sent: object) => asRatna.post(address).type('form').send(sent)

describe('an outage that was told too long', () => {
  it('is ended by the admin of the whole server, with a reason that the audit keeps', async () => {
    const { text: form } = await asRatna.get(address).expect(200)

    await end(right).expect(303).expect('Location', '/gangguan')

    expect(form).toContain('Tercatat 3 hari 1 menit.')
    expect(await store.db.outage.findMany()).toMatchObject([
      { since: told.since, until: at('18:25', '2026-11-20'), toldUntil: told.until, endedBy: people.ratna.id },
    ])
    expect(await store.db.auditEntry.findMany({ where: { action: 'outage.ended' } })).toMatchObject([
      {
        actorId: people.ratna.id,
        details: { changes: [{ what: 'outageUntil' }, { what: 'reason', after: right.alasan }] },
      },
    ])
    const { text } = await asRatna.get('/gangguan').expect(200)
    expect(text).toContain('Batas lapor mundur 15 menit.')
    expect(text).toContain(right.alasan)
    expect((await asRatna.get('/audit').expect(200)).text).toContain('Mengakhiri gangguan server')
  })

  it('moves deadlines only as long as it really was', async () => {
    const of = { unitPath: people.budi.unitPath, occurredOn: '2026-11-20', zone: 'Asia/Jakarta' }

    await end(right).expect(303)

    const due = commonDueOf(await readTimeFacts(store.db, at('09:42')), of)
    expect(due).toEqual(new Date(at('23:59', '2026-11-21').getTime() + 15 * 60_000 + 59_000))
  })

  it('never was when it ends where it began', async () => {
    await end({ ...right, pukul: '18:10' }).expect(303)

    expect((await readTimeFacts(store.db, at('09:42'))).outages.filter(({ since, until }) => until > since)).toEqual([])
  })

  it.each([
    ['before it began', { hari: '2026-11-19' }, 'Gangguan berakhir paling awal 20 Nov 2026, 18.10 WIB'],
    ['later than it was told', { hari: '2026-11-23', pukul: '19:00' }, 'dan sebelum 23 Nov 2026, 18.11 WIB'],
    ['on no day', { hari: '2026-02-31' }, 'Isi hari gangguan berakhir'],
    ['at no time', { pukul: '25:00' }, 'Isi jam gangguan berakhir'],
    ['without a reason', { alasan: 'salah' }, 'Alasan diisi 10 sampai 500 huruf'],
  ])('is not ended %s', async (_, own, sentence) => {
    const { text } = await end({ ...right, ...own }).expect(422)

    expect(text).toContain(sentence)
    expect(await store.db.outage.findMany()).toMatchObject([{ ...told, endedBy: null }])
  })

  it('is the business of nobody who answers for a part of the server', async () => {
    for (const name of ['rini', 'agus', 'dewi', 'budi'] as const) {
      const browser = await house.as(people[name])
      await browser.get('/gangguan').expect(403)
      await browser.post(address).type('form').send(right).expect(403)
    }
    await asRatna.get('/gangguan/1/akhir').expect(404)
    await asRatna.get('/gangguan/kemarin/akhir').expect(404)
    expect(await store.db.outage.findMany()).toMatchObject([told])
  })
})

describe('how long something lasted', () => {
  it.each([
    [0, '0 menit', '0 minutes'],
    [1, '1 menit', '1 minute'],
    [75, '1 jam 15 menit', '1 hour 15 minutes'],
    [4321, '3 hari 1 menit', '3 days 1 minute'],
    [1440, '1 hari', '1 day'],
    [2 * 1440 + 61, '2 hari 1 jam 1 menit', '2 days 1 hour 1 minute'],
  ])('%d minutes are said as people say them', (minutes, id, en) => {
    expect(showDuration(minutes * 60_000, sayIn('id'), 'id')).toBe(id)
    expect(showDuration(minutes * 60_000, sayIn('en'), 'en')).toBe(en)
  })
})
