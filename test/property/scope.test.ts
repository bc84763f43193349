import fc from 'fast-check'
import { type Actor, roles } from '../../src/access/policy/actor.ts'
import { scopeOf } from '../../src/access/policy/scope.ts'
import { questionOf } from '../../src/commanders/recaps/question.ts'
import { readRecap } from '../../src/commanders/recaps/recaps.queries.ts'
import { tableOf } from '../../src/commanders/recaps/table.ts'
import { dateOf } from '../../src/kernel/days.ts'
import { unitsWithin, within, withinSql } from '../../src/platform/db/within.ts'
import { type Cast, cast } from '../support/cast.ts'
import { aDraft, filedTalk } from '../support/makers.ts'
import { store } from '../support/store.ts'

/** Steps that begin alike: `/a/` must not cover `/a-2/` or `/ab/`. */
const step = fc.constantFrom('a', 'ab', 'a-2', 'b', 'kesambi', 'kesambi-2')
const path = fc.array(step, { minLength: 1, maxLength: 4 }).map((steps) => `/${steps.join('/')}/`)
const stepsOf = (one: string) => one.split('/').filter((part) => part !== '')
const isAtOrBelow = (one: string, other: string) => stepsOf(other).every((part, index) => stepsOf(one)[index] === part)

const actorAt = (role: Actor['role'], unitPath: string, id: string) => ({ role, unitPath, id }) as Actor

describe('a scope', () => {
  it('covers the units of its path and no other, as the database sees it', async () => {
    const everyUnit = fc.uniqueArray(path, { minLength: 1, maxLength: 12 })
    const law = fc.asyncProperty(everyUnit, path, async (paths, own) => {
      await store.db.unit.deleteMany()
      await store.db.unit.createMany({
        data: paths.map((one) => ({ path: one, name: one, kind: 'polsek', sinceOn: dateOf('2026-01-01') })),
      })
      const scope = scopeOf(actorAt('kapolsek', own, '00000000-0000-4000-8000-000000000000'))
      const seen = await store.db.unit.findMany({ where: unitsWithin(scope), select: { path: true } })
      expect(seen.map((unit) => unit.path).sort()).toEqual(paths.filter((one) => isAtOrBelow(one, own)).sort())
    })
    await fc.assert(law, { numRuns: 15 })
  })

  it('covers the same reports in both languages of the database, for every role', async () => {
    const people = await cast(store.db)
    const { budi, sari } = people
    for (const author of [budi, budi, sari]) await filedTalk(store, author)
    await aDraft(store, sari)
    for (const { role, unitPath, id } of [...Object.values(people).filter((one) => 'role' in one)]) {
      const scope = scopeOf(actorAt(role, unitPath, id))
      const reports = await store.db.report.findMany({ where: within(scope), select: { id: true, unitPath: true } })
      const same = await store.db.$queryRaw<{ id: string }[]>`SELECT id FROM report WHERE ${withinSql(scope)}`
      expect(same.map((one) => one.id).sort()).toEqual(reports.map((one) => one.id).sort())
      for (const report of reports) expect(isAtOrBelow(report.unitPath, unitPath)).toBe(true)
    }
  })

  it('is an officer’s own reports, and of every other role the unit’s', () => {
    for (const role of roles) {
      const { kind } = scopeOf(actorAt(role, '/a/', 'x'))
      expect(kind).toBe(role === 'bhabinkamtibmas' ? 'own' : 'unit')
    }
  })
})

const days = ['2026-11-16', '2026-11-18', '2026-11-24', '2026-11-30'] as const
const row = fc.record({
  who: fc.constantFrom('budi', 'sari', 'hendra', 'joko'),
  on: fc.constantFrom(...days),
  typeKey: fc.constantFrom('penyuluhan', 'kunjungan-warga'),
  state: fc.constantFrom('brief', 'submitted', 'returned', 'verified', 'accepted', 'duplicate', 'cancelled'),
  reports: fc.integer({ min: 0, max: 50 }),
  late: fc.integer({ min: 0, max: 5 }),
  delayed: fc.integer({ min: 0, max: 5 }),
})
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never
const rows = fc.uniqueArray(row, {
  maxLength: 20,
  selector: ({ who, on, typeKey, state }) => [who, on, typeKey, state].join(),
})

const keep = (people: Cast, given: Row[]) =>
  store.db.dailyTally.createMany({
    data: given.map(({ who, on, ...rest }) => {
      const { id: authorId, unitPath } = people[who as 'budi']
      return { ...rest, authorId, unitPath, occurredOn: dateOf(on), sums: {} }
    }),
  })

describe('a recap', () => {
  const totalOf = async (actor: Actor, query: Record<string, string>) => {
    const question = questionOf(query, actor, '2026-11-24')
    const { tallies } = await readRecap(store.db, scopeOf(actor), question, '2026-11-24')
    return tableOf([], [], tallies).total
  }
  const parts = ['verified', 'unverified', 'brief', 'accepted', 'late', 'delayed'] as const
  const sum = (totals: Record<(typeof parts)[number], number>[]) =>
    Object.fromEntries(parts.map((part) => [part, totals.reduce((all, total) => all + total[part], 0)]))

  it('of a unit is the sum of those of the units below it, however it is cut', async () => {
    const people = await cast(store.db)
    const { dewi, yusuf, wati, joko } = people as unknown as Record<string, Actor>
    const cut = fc.record({
      periode: fc.constantFrom('hari', 'minggu', 'bulan'),
      baris: fc.constantFrom('polsek', 'petugas', 'jenis'),
      kolom: fc.constantFrom('jenis', 'hari', 'minggu'),
    })
    const law = fc.asyncProperty(rows, cut, cut, async (given, one, other) => {
      await store.db.dailyTally.deleteMany()
      await keep(people, given)
      const children = await Promise.all([yusuf!, wati!].map((actor) => totalOf(actor, one)))
      const parent = await totalOf(dewi!, { ...other, periode: one.periode })
      expect(parent).toEqual(sum(children))
      const byUnit = await Promise.all(
        [people.units.kesambi.path, people.units.mundu.path].map((satuan) => totalOf(dewi!, { ...one, satuan })),
      )
      expect(byUnit).toEqual(children)
      const elsewhere = given.filter(({ who, state }) => who === 'joko' && state === 'verified')
      if (one.periode === 'bulan')
        expect((await totalOf(joko!, one)).verified).toBe(elsewhere.reduce((all, { reports }) => all + reports, 0))
    })
    await fc.assert(law, { numRuns: 15 })
  })
})
