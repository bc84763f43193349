import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Client } from 'pg'
import { passwordFits } from '../../src/access/sessions/passwords.ts'
import { officialList } from '../../src/administration/areas/official-list.ts'
import { recheckReports } from '../../src/administration/rules/rules.commands.ts'
import { dayOf } from '../../src/kernel/days.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { demonstrationSignIns, loadDemonstration } from '../../src/processes/demo/index.ts'
import { readTimeFacts } from '../../src/reports/deadlines/deadlines.queries.ts'
import { dueOf } from '../../src/reports/deadlines/due.ts'
import { areas } from '../support/areas.ts'
import { secrets } from '../support/site.ts'
import { store } from '../support/store.ts'

const now = new Date('2026-11-24T14:30:00+07:00')
const load = () =>
  loadDemonstration({ db: store.db, now, cipher: cipherOf(secrets.data), say: () => undefined, days: 8 })

/** Only the areas that this polres needs: importing all of the country is slow, and the next test would keep them. */
beforeAll(async () => {
  const near = /^32$|^32\.(?:74|09)(?:\.|$)/
  await store.db.area.createMany({
    data: (await officialList()).filter(({ code }) => near.test(code)),
    skipDuplicates: true,
  })
})

/** The store is closed before us. */
afterAll(async () => {
  const client = new Client({ connectionString: store.url })
  await client.connect()
  await client.query('TRUNCATE unit, person CASCADE')
  await client.query('DELETE FROM area WHERE code <> ALL ($1)', [areas.map(([code]) => code)])
  await client.end()
})

describe('the demonstration', () => {
  it('fills an empty database once, with what the application itself would have left', async () => {
    const loaded = await load()

    expect(loaded).toMatchObject({ people: 90 })
    expect(await load()).toBeUndefined()
    expect(await store.db.report.count()).toBe(loaded!.reports)
    await expectWholeRows()
    await expectSignIns()
  }, 120_000)
})

async function expectWholeRows() {
  const { report, photo, parkedPhoto, outboxEvent } = store.db
  const states = await report.groupBy({ by: ['state'] })
  expect(states.map(({ state }) => state).sort()).toEqual([
    'brief',
    'cancelled',
    'duplicate',
    'recalled',
    'returned',
    'submitted',
    'unacknowledged',
    'verified',
  ])
  expect(await report.count({ where: { state: 'unacknowledged', author: { nrp: '84110021' } } })).toBe(1)
  expect(await report.count({ where: { arrivedAt: { gt: now } } })).toBe(0)
  expect(await photo.count({ where: { ordinal: 1 } })).toBe(await report.count())
  expect(await parkedPhoto.count()).toBe(0)
  expect(await outboxEvent.count({ where: { doneAt: null } })).toBe(0)
  expect(await report.count({ where: { completedAt: { not: null } } })).toBeGreaterThan(
    await report.count({ where: { state: 'brief' } }),
  )
  expect(await store.db.nihil.count()).toBeGreaterThan(0)
  expect(await store.db.absence.count({ where: { fromOn: { lte: now }, untilOn: { gte: now } } })).toBeGreaterThan(0)
  expect(await store.db.directive.count({ where: { fromOn: { lte: now }, untilOn: { gte: now } } })).toBe(2)
  expect(await store.db.directiveUnderstood.count()).toBeGreaterThan(0)
  expect([await store.db.outage.count(), await store.db.reportingRule.count()]).toEqual([1, 1])
  expect(await store.db.dueException.count({ where: { openUntil: { gt: now } } })).toBe(1)
  expect(await duesThatLie()).toBe(0)
  expect(await store.db.followUpResult.count()).toBeGreaterThan(0)
  expect(await store.db.villageProfile.count()).toBeGreaterThan(0)
  expect(await report.count({ where: { followsId: { not: null } } })).toBeGreaterThan(0)
  expect(await warningsThatLie()).toEqual([])
  expect(await findings()).toEqual([])
  expect(await driftOfTally()).toEqual([])
  expect(await entriesThatDisagree()).toEqual([])
}

/** Reports whose due time is another than the rule, the outage and the exception make it. */
async function duesThatLie(): Promise<number> {
  const times = await readTimeFacts(store.db, now)
  const reports = await store.db.report.findMany()
  return reports.filter(({ occurredOn, dueAt, ...report }) => {
    const dated = { ...report, occurredOn: dayOf(occurredOn), zone: 'Asia/Jakarta' }
    return dueOf(times, dated).getTime() !== dueAt.getTime()
  }).length
}

async function expectSignIns() {
  for (const { nrp, name, role, password } of demonstrationSignIns) {
    const person = await store.db.person.findUnique({ where: { nrp } })
    expect(person).toMatchObject({ name, role, state: 'active', mustChangePassword: false })
    expect(await passwordFits(person!.passwordHash, password)).toBe(true)
  }
  expect(await store.db.report.count({ where: { author: { nrp: '84110021' }, state: 'returned' } })).toBeGreaterThan(0)
}

const driftOfTally = () => store.db.$queryRaw<unknown[]>`
  WITH counted AS (
    SELECT author_id, occurred_on, type_key, state, unit_path, count(*) AS reports,
      count(*) FILTER (WHERE written_at > due_at) AS late, sums_total(sums) AS sums
    FROM report GROUP BY 1, 2, 3, 4, 5)
  SELECT counted.*, kept.* FROM counted
  FULL JOIN (SELECT * FROM daily_tally WHERE reports > 0) kept USING (author_id, occurred_on, type_key, state, unit_path)
  WHERE (counted.reports, counted.late, counted.sums) IS DISTINCT FROM (kept.reports, kept.late, kept.sums)`

/** Warnings of which the report or the one they name says otherwise. */
const warningsThatLie = () => store.db.$queryRaw<unknown[]>`
  SELECT r.number, w FROM report r CROSS JOIN LATERAL jsonb_array_elements(r.warnings) w
  LEFT JOIN report other ON other.id::text = w -> 'params' ->> 'id'
  WHERE NOT CASE w ->> 'key'
    WHEN 'lama' THEN (r.written_at AT TIME ZONE 'Asia/Jakarta')::date - r.occurred_on = (w -> 'params' ->> 'days')::int
    WHEN 'kasar' THEN split_part(r.answers ->> 'posisi', ',', 3) = w -> 'params' ->> 'metres'
    WHEN 'jauh' THEN (w -> 'params' ->> 'metres')::int > (w -> 'params' ->> 'usual')::int
    WHEN 'lebih-lama' THEN (w -> 'params' ->> 'day')::date >= r.occurred_on
    ELSE other.author_id = r.author_id AND other.number = w -> 'params' ->> 'number' AND other.arrived_at <= r.arrived_at END`

async function findings(): Promise<unknown[]> {
  await recheckReports(store.db, now)
  return store.db.ruleFinding.findMany()
}

/** Every step of every report has its audit entry, and the last one says its state; what was added to it stands below. */
const entriesThatDisagree = () => store.db.$queryRaw<unknown[]>`
  SELECT number, state, steps FROM report JOIN (
    SELECT subject, array_agg(action ORDER BY id) AS steps FROM audit_entry
    WHERE action LIKE 'report.%' AND action <> 'report.supplemented' GROUP BY subject
  ) history ON subject = report.id::text
  WHERE steps[1] <> 'report.filed'
    OR cardinality(steps) <> 1 + (SELECT count(*) FROM review WHERE report_id = report.id) + version - 1 + (state = 'cancelled')::int
        + cardinality(array_positions(steps, 'report.recalled'))
    OR steps[cardinality(steps)] <> CASE
      WHEN state IN ('brief', 'unacknowledged') THEN 'report.filed' WHEN state = 'duplicate' THEN 'report.markedDuplicate' WHEN state <> 'submitted' THEN 'report.' || state
      WHEN version = 1 THEN 'report.filed' WHEN version = 2 AND completed_at IS NOT NULL THEN 'report.completed'
      WHEN 'report.resent' = ANY (steps) THEN 'report.resent' ELSE 'report.corrected' END`
