import fc from 'fast-check'
import type { Actor } from '../../src/access/policy/actor.ts'
import { addDays, dayIn, timeIn } from '../../src/kernel/days.ts'
import { completeReport } from '../../src/officers/kilat/completion.commands.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { completionDueAt, isCompletionOverdue, isLate } from '../../src/reports/deadlines/due.ts'
import { readAnswers } from '../../src/reports/engine/wire.ts'
import { type FoundReport, findReport } from '../../src/reports/record/reports.queries.ts'
import { reportType } from '../../src/reports/registry/registry.ts'
import { cast } from '../support/cast.ts'
import { filedBrief, penyuluhan } from '../support/makers.ts'
import { secrets } from '../support/site.ts'
import { store } from '../support/store.ts'

const instants = fc.date({
  min: new Date('2026-10-01T00:00:00Z'),
  max: new Date('2026-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')

const unasked = { warnings: [], followsId: null, matterId: null }

describe('the detail of a brief report', () => {
  it('is due in the last second of the day after it was filed, wherever the unit is', () => {
    fc.assert(
      fc.property(instants, zones, (filedAt, zone) => {
        const filed = { arrivedAt: filedAt, dueAt: filedAt, outages: [] }
        const due = completionDueAt(filed, zone)

        expect([dayIn(zone, due), timeIn(zone, due)]).toEqual([addDays(dayIn(zone, filedAt), 1), '23:59'])
        expect(isCompletionOverdue(filed, zone, due)).toBe(false)
        expect(isCompletionOverdue(filed, zone, new Date(due.getTime() + 1))).toBe(true)
      }),
    )
  })

  it('is never due before a report of its type is', () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 0, max: 30 * 24 }), (arrivedAt, zone, hours) => {
        const dueAt = new Date(arrivedAt.getTime() + hours * 3_600_000)

        expect(completionDueAt({ arrivedAt, dueAt, outages: [] }, zone) >= dueAt).toBe(true)
      }),
    )
  })

  it('leaves number, code, clocks and deadline as they were, however late it comes', async () => {
    const { budi } = await cast(store.db)
    const actor = { ...budi, timeZone: 'Asia/Jakarta' } as unknown as Actor
    const scope = { kind: 'own', personId: budi.id } as const
    const kept = ({ number, checkCode, writtenAt, arrivedAt, dueAt, digest }: FoundReport) => ({
      number,
      checkCode,
      writtenAt,
      arrivedAt,
      dueAt,
      digest,
    })
    const law = fc.asyncProperty(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 1, max: 10_000 }),
      async (daysAgo, waiting) => {
        const at = new Date('2026-11-24T20:41:00+07:00')
        const tanggal = addDays('2026-11-24', -daysAgo)
        const { id } = await filedBrief(store, budi, { at, answers: { tanggal } })
        const report = (await findReport(store.db, scope, id, at))!
        const type = reportType('penyuluhan')
        const answers = readAnswers(type, penyuluhan({ tanggal }))
        const now = new Date(at.getTime() + waiting * 60_000)

        await store.db.$transaction((tx) =>
          completeReport(
            { actor, tx, now, requestId: 'LAW', cipher: cipherOf(secrets.data) },
            { report, type, answers, sealed: undefined, villageCode: report.villageCode, photos: [], kept: unasked },
          ),
        )

        const after = (await findReport(store.db, scope, id, now))!
        expect(kept(after)).toEqual(kept(report))
        expect(isLate(after)).toBe(daysAgo > 1)
        expect(after).toMatchObject({ state: 'submitted', version: 2, completedAt: now })
      },
    )
    await fc.assert(law, { numRuns: 15 })
  })
})
