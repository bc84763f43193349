import { claimNightlyRun } from '../../src/platform/db/nightly-claim.ts'
import { type Listener, pruneOutbox, workOffOne } from '../../src/platform/db/outbox.ts'
import { store } from '../support/store.ts'

const now = new Date('2026-11-24T09:42:00+07:00')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const silent = () => undefined

const anEvent = (subject = 'a', name = 'report.filed') =>
  store.db.outboxEvent.create({ data: { name, payload: { subject }, createdAt: now, nextAt: now } })

/** Works until nothing is due, and says how often there was something. */
async function workOff(listeners: Record<string, Listener[]>, at = now, onFault: (error: unknown) => void = silent) {
  let worked = 0
  while (await workOffOne(store.db, listeners, at, onFault)) worked += 1
  return worked
}

describe('the outbox', () => {
  it('delivers each event once, in the order in which they came, to who listens for it', async () => {
    const heard: unknown[] = []
    await anEvent('a')
    await anEvent('b', 'report.verified')
    await anEvent('c')

    const worked = await workOff({ 'report.filed': [async (_, { payload }) => void heard.push(payload.subject)] })

    expect(worked).toBe(3)
    expect(heard).toEqual(['a', 'c'])
    expect(await store.db.outboxEvent.count({ where: { doneAt: null } })).toBe(0)
  })

  it('gives one event to one of several workers', async () => {
    let heard = 0
    const listener: Listener = async () => {
      heard += 1
      await new Promise((settle) => setTimeout(settle, 100))
    }
    await anEvent()

    const worked = await Promise.all(
      [1, 2, 3].map(() => workOffOne(store.db, { 'report.filed': [listener] }, now, silent)),
    )

    expect(heard).toBe(1)
    expect(worked.filter(Boolean)).toHaveLength(1)
  })

  it('undoes what a failing listener had begun, and puts the event off, longer each time', async () => {
    const { id } = await anEvent()
    const faults: string[] = []
    const failing: Listener = async (tx) => {
      await tx.tallyCheck.create({ data: { checkedAt: now, compared: 0, drift: [] } })
      throw new Error('the post office is closed')
    }
    const attempt = (at: Date) => workOff({ 'report.filed': [failing] }, at, (error) => faults.push(String(error)))

    await attempt(now)
    const first = await store.db.outboxEvent.findUniqueOrThrow({ where: { id } })
    await attempt(later(1))
    const second = await store.db.outboxEvent.findUniqueOrThrow({ where: { id } })

    expect(first).toMatchObject({ attempts: 1, doneAt: null, nextAt: later(1) })
    expect(second).toMatchObject({ attempts: 2, doneAt: null, nextAt: later(3) })
    expect(faults).toEqual(['Error: the post office is closed', 'Error: the post office is closed'])
    expect(await store.db.tallyCheck.count()).toBe(0)
  })

  it('does not let one bad event hold up the others, and leaves it to a person after eight tries', async () => {
    const heard: unknown[] = []
    const picky: Listener = async (_, { payload }) => {
      if (payload.subject === 'bad') throw new Error('bad')
      heard.push(payload.subject)
    }
    await anEvent('bad')
    await anEvent('good')

    for (let hour = 0; hour < 12; hour += 1) await workOff({ 'report.filed': [picky] }, later(hour * 3600))

    expect(heard).toEqual(['good'])
    expect(await store.db.outboxEvent.findMany({ where: { doneAt: null } })).toMatchObject([{ attempts: 8 }])
  })

  it('forgets what was done a month ago, and nothing that is still to be done', async () => {
    const old = new Date(now.getTime() - 31 * 86_400_000)
    const event = { name: 'report.filed', payload: {}, createdAt: old, nextAt: old }
    await store.db.outboxEvent.createMany({ data: [{ ...event, doneAt: old }, { ...event, doneAt: now }, event] })

    await pruneOutbox(store.db, now)

    expect(await store.db.outboxEvent.count({ where: { doneAt: old } })).toBe(0)
    expect(await store.db.outboxEvent.count()).toBe(2)
  })
})

describe('a night', () => {
  it('is worked by the first who claims it', async () => {
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimNightlyRun(store.db, '2026-11-24', now)))

    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await claimNightlyRun(store.db, '2026-11-25', now)).toBe(true)
  })
})
