import { slipHash } from '../../src/access/sessions/passwords.ts'
import { dayOf } from '../../src/kernel/days.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { workOffOne } from '../../src/platform/db/outbox.ts'
import { startWorker } from '../../src/processes/worker-loop.ts'
import { outagesSince, readTimeFacts } from '../../src/reports/deadlines/deadlines.queries.ts'
import { beat } from '../../src/reports/deadlines/heartbeat.commands.ts'
import { isBeating, startHeartbeat } from '../../src/reports/deadlines/heartbeat.ts'
import { cast } from '../support/cast.ts'
import { secrets, silent, site, stoppedClock } from '../support/site.ts'
import { store } from '../support/store.ts'

const at = (time: string, day = '2026-11-24') => new Date(`${day}T${time}:00+07:00`)
const [minute, day] = [60_000, 86_400_000]

/** A worker that lives as long as it has something to do at that moment. */
async function workAt(moment: Date): Promise<void> {
  const before = await store.db.tallyCheck.count()
  const clock = () => moment
  const worker = startWorker({ db: store.db, patient: store.db, clock, log: silent, cipher: cipherOf(secrets.data) })
  for (let turn = 0; turn < 100 && (await store.db.tallyCheck.count()) === before; turn += 1)
    await new Promise((settle) => setTimeout(settle, 50))
  await worker.stop()
}

describe('a server whose clock was three days ahead for a moment', () => {
  it('works on every night', async () => {
    await workAt(at('10:00', '2026-11-27'))
    for (const night of ['2026-11-25', '2026-11-26', '2026-11-27']) await workAt(at('02:30', night))

    const nights = await store.db.night.findMany({ orderBy: { day: 'asc' } })
    expect(nights.map(({ day: one, begunAt }) => [dayOf(one), begunAt])).toEqual([
      ['2026-11-25', at('02:30', '2026-11-25')],
      ['2026-11-26', at('02:30', '2026-11-26')],
      ['2026-11-27', at('02:30', '2026-11-27')],
    ])
    expect(await store.db.tallyCheck.count()).toBe(4)
  })

  it('delivers what happened meanwhile', async () => {
    const ahead = new Date(at('09:42').getTime() + 3 * day)
    await store.db.outboxEvent.create({
      data: { name: 'report.filed', payload: {}, createdAt: ahead, nextAt: ahead },
    })

    expect(await workOffOne(store.db, {}, at('09:43'), () => undefined)).toBe(true)
    expect(await store.db.outboxEvent.count({ where: { doneAt: null } })).toBe(0)
  })

  it('keeps a code for fifteen minutes only', async () => {
    const { budi, rini } = await cast(store.db)
    const { as, visitor } = site(store)
    const issuedAt = new Date(at('09:41').getTime() + 3 * day)
    await store.db.passwordSlip.create({
      data: {
        personId: budi.id,
        codeHash: slipHash('7KQ2M-9XW4T'),
        issuedBy: rini.id,
        issuedAt,
        expiresAt: new Date(issuedAt.getTime() + 15 * minute),
      },
    })

    await visitor().post('/masuk').type('form').send({ nrp: budi.nrp, sandi: '7KQ2M-9XW4T' }).expect(422)
    await as(budi)
  })

  it('ends the sessions that were begun meanwhile after their hours', async () => {
    const { budi } = await cast(store.db)
    const asBudi = await site(store, { sessionHours: 12 }).as(budi)
    await store.db.$executeRaw`UPDATE session SET expire = expire + interval '3 days'`

    await asBudi.get('/').expect(200)

    const [row] = await store.db.$queryRaw<[{ hours: number }]>`
      SELECT extract(epoch FROM expire - now())::float / 3600 AS hours FROM session`
    expect(row.hours).toBeGreaterThan(11.9)
    expect(row.hours).toBeLessThanOrEqual(12)
  })

  it('lets the right password in after at most fifteen minutes', async () => {
    const { budi } = await cast(store.db)
    const { visitor, as } = site(store)
    for (let tries = 0; tries < 8; tries += 1)
      await visitor().post('/masuk').type('form').send({ nrp: budi.nrp, sandi: 'salah sama sekali' })
    await store.db.$executeRaw`UPDATE rate_limit SET expire = expire + ${3 * day}`

    await as(budi)
  })
})

describe('the heartbeat of a server whose clock jumps', () => {
  /** Beats each minute for so long, with the clock wrong by as much as is said for each beat. */
  async function beatWith(wrongs: number[], from = at('09:42')): Promise<void> {
    for (const [index, wrong] of wrongs.entries())
      await beat(store.db, new Date(from.getTime() + index * minute + wrong), index === 0 ? null : minute)
  }

  it.each([
    ['three days ahead', [0, 3 * day, 3 * day, 0, 0]],
    ['five days back', [0, -5 * day, -5 * day, 0, 0]],
    ['ahead and back', [0, 3 * day, -5 * day, 0, 3 * day, 0]],
  ])('tells no outage where there was none: %s', async (_, wrongs) => {
    await beatWith(wrongs)

    const now = new Date(at('09:42').getTime() + wrongs.length * minute)
    expect(await store.db.outage.count()).toBe(0)
    expect(await store.db.heartbeat.count({ where: { at: { gt: now } } })).toBe(0)
  })

  it('cuts what a start with a wrong clock has told of days to come', async () => {
    await beat(store.db, at('09:42'))
    await beat(store.db, new Date(at('09:50').getTime() + 3 * day))

    await beat(store.db, at('09:51'), minute)

    expect(await store.db.outage.findMany()).toMatchObject([{ since: at('09:42'), until: at('09:51') }])
  })

  it('takes nothing back when it is rather this clock that was set back', async () => {
    await store.db.heartbeat.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({ at: new Date(at('09:42').getTime() + index * minute) })),
    })
    const told = { since: at('08:00'), until: at('09:42') }
    await store.db.outage.create({ data: told })

    await beat(store.db, at('09:42', '2026-11-19'), minute)

    expect(await store.db.outage.findMany()).toMatchObject([told])
    expect(await store.db.heartbeat.count()).toBe(121)
  })

  it('moves no deadline into days to come', async () => {
    await store.db.outage.createMany({
      data: [
        { since: at('09:00'), until: new Date(at('09:30').getTime() + 3 * day) },
        { since: at('09:00', '2026-11-26'), until: at('10:00', '2026-11-26') },
      ],
    })

    const { outages } = await readTimeFacts(store.db, at('09:42'))

    expect(outages).toEqual([{ since: at('09:00'), until: at('09:42') }])
    expect(await outagesSince(store.db, at('08:00'), at('09:42'))).toEqual(outages)
  })

  it('does not take its own wrong clock for silence while it beats', async () => {
    const clock = stoppedClock()
    const heart = startHeartbeat({ db: store.db, clock, log: silent })
    for (let turn = 0; turn < 100 && !isBeating(); turn += 1) await new Promise((settle) => setTimeout(settle, 20))
    clock.set('2026-11-27T09:42:00+07:00')

    const { outages } = await readTimeFacts(store.db, clock())

    expect(isBeating()).toBe(true)
    expect(outages).toEqual([])
    await heart.stop()
    expect((await readTimeFacts(store.db, clock())).outages).toHaveLength(1)
  })
})
