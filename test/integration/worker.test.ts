import { cipherOf } from '../../src/platform/cipher.ts'
import { startWorker } from '../../src/processes/worker-loop.ts'
import { cast } from '../support/cast.ts'
import { aDraft, filedTalk, parkedPhoto } from '../support/makers.ts'
import { secrets, silent, stoppedClock } from '../support/site.ts'
import { store } from '../support/store.ts'

/** Runs so many workers until nothing waits any more, and stops them. */
async function workUntilDone(count: number, at: string) {
  const clock = stoppedClock(at)
  const workers = Array.from({ length: count }, () =>
    startWorker({ db: store.db, patient: store.db, clock, log: silent, cipher: cipherOf(secrets.data) }),
  )
  const isDone = async () =>
    (await store.db.outboxEvent.count({ where: { doneAt: null } })) === 0 &&
    (at < '2026-11-24T02:00' || (await store.db.tallyCheck.count()) > 0)
  for (let turn = 0; turn < 100 && !(await isDone()); turn += 1) await new Promise((settle) => setTimeout(settle, 100))
  await Promise.all(workers.map((worker) => worker.stop()))
}

describe('the worker', () => {
  it('does the night’s work once, however many workers there are', async () => {
    const { budi } = await cast(store.db)
    const at = new Date('2026-11-24T00:30:00+07:00')
    for (let count = 0; count < 3; count += 1) await filedTalk(store, budi, { at })
    await aDraft(store, budi)
    const { id } = await store.db.report.findFirstOrThrow()
    await parkedPhoto(store, budi, id)
    await store.db.parkedPhoto.updateMany({ data: { parkedAt: new Date('2026-11-01T00:00:00Z') } })

    await workUntilDone(3, '2026-11-24T03:00:00+07:00')

    expect(await store.db.night.findMany()).toHaveLength(1)
    expect(await store.db.tallyCheck.findMany()).toMatchObject([{ drift: [] }])
    expect(await store.db.parkedPhoto.count()).toBe(0)
    expect(await store.db.draft.count()).toBe(1)
    expect(await store.db.report.count()).toBe(3)
  })

  it('leaves the night alone while it is evening', async () => {
    const { budi } = await cast(store.db)
    await filedTalk(store, budi, { at: new Date('2026-11-24T00:30:00+07:00') })

    await workUntilDone(1, '2026-11-24T01:59:00+07:00')

    expect(await store.db.night.count()).toBe(0)
    expect(await store.db.outboxEvent.count({ where: { doneAt: null } })).toBe(0)
  })
})
