import { beforeEach, describe, expect, it } from '@jest/globals'
import { lastTallyCheck, recountTallies } from '../../src/commanders/recaps/recount.commands.ts'
import { type Cast, cast } from '../support/cast.ts'
import { filedTalk, returnedTalk } from '../support/makers.ts'
import { store } from '../support/store.ts'

const night = new Date('2026-11-25T01:00:00+07:00')
let people: Cast

beforeEach(async () => {
  people = await cast(store.db)
})

const moved = (id: string, state: string) => store.db.report.update({ where: { id }, data: { state } })

describe('the nightly recount', () => {
  it('finds nothing after a day of work', async () => {
    const { budi, sari, agus } = people
    await moved((await filedTalk(store, budi)).id, 'verified')
    await moved((await filedTalk(store, budi)).id, 'cancelled')
    await filedTalk(store, budi, { at: new Date('2026-11-28T10:00:00+07:00') })
    await filedTalk(store, sari, { answers: { tanggal: '2025-02-03' } })
    const { id } = await returnedTalk(store, budi, agus)
    await store.db.report.update({
      where: { id },
      data: { state: 'submitted', version: 2, sums: { jumlahPeserta: 40 } },
    })

    const check = await recountTallies(store.db, night)

    expect(check.drift).toEqual([])
    expect(check.compared).toBeGreaterThanOrEqual(4)
    expect(await lastTallyCheck(store.db)).toMatchObject({ checkedAt: night, compared: check.compared, drift: [] })
  })

  it('names what is too much, too little and not there, and repairs nothing', async () => {
    const { budi, sari } = people
    await filedTalk(store, budi)
    await filedTalk(store, sari)
    await store.db.dailyTally.updateMany({ where: { authorId: budi.id }, data: { reports: 3, late: 1 } })
    await store.db.dailyTally.deleteMany({ where: { authorId: sari.id } })
    const before = await store.db.dailyTally.findMany()

    const { drift } = await recountTallies(store.db, night)

    const counted = { reports: 1, late: 0, delayed: 0, sums: { jumlahPeserta: 25 } }
    const place = { occurredOn: '2026-11-24', typeKey: 'penyuluhan', state: 'submitted' }
    expect(drift).toHaveLength(2)
    expect(drift).toEqual(
      expect.arrayContaining([
        {
          ...place,
          authorId: budi.id,
          unitPath: budi.unitPath,
          counted,
          tally: { ...counted, reports: 3, late: 1 },
        },
        {
          ...place,
          authorId: sari.id,
          unitPath: sari.unitPath,
          counted,
          tally: { reports: 0, late: 0, delayed: 0, sums: {} },
        },
      ]),
    )
    expect(await store.db.dailyTally.findMany()).toEqual(before)
    expect(await lastTallyCheck(store.db)).toMatchObject({ drift })
  })

  it('has nothing to compare in an empty house', async () => {
    expect(await lastTallyCheck(store.db)).toBeNull()

    expect(await recountTallies(store.db, night)).toEqual({ checkedAt: night, compared: 0, drift: [] })
  })
})
