import { readdirSync } from 'node:fs'
import { Client } from 'pg'
import { dateOf } from '../../src/kernel/days.ts'
import { root } from '../../src/platform/config/config.ts'
import { checkDurability } from '../../src/platform/db/durability.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { peopleWithin, within, withinSql } from '../../src/platform/db/within.ts'
import type { Prisma } from '../../src/platform/generated/prisma/client.ts'
import { cast, type Player } from '../support/cast.ts'
import { filedTalk } from '../support/makers.ts'
import { inScratch } from '../support/scratch.ts'
import { store } from '../support/store.ts'

const [, second] = readdirSync(`${root}prisma/migrations`).sort()

const setReport = (id: string, data: Prisma.ReportUncheckedUpdateInput) =>
  store.db.report.update({ where: { id }, data })

/** What the application must never do, the database does not do: asked here past the application. */
describe('the database', () => {
  it('neither changes nor forgets an audit entry', async () => {
    const { budi } = await cast(store.db)
    await filedTalk(store, budi)

    await expect(store.db.auditEntry.updateMany({ data: { action: 'report.cancelled' } })).rejects.toThrow(
      'append-only',
    )
    await expect(store.db.auditEntry.deleteMany()).rejects.toThrow('append-only')
  })

  it('never deletes a report, nor gives it to another author', async () => {
    const { budi, sari } = await cast(store.db)
    const { id } = await filedTalk(store, budi, { photos: 0 })

    await expect(store.db.report.delete({ where: { id } })).rejects.toThrow('never deleted')
    await expect(setReport(id, { authorId: sari.id })).rejects.toThrow('never change')
    await expect(setReport(id, { number: 'X' })).rejects.toThrow('never change')
  })

  it.each([
    ['verified', 'returned'],
    ['verified', 'submitted'],
    ['cancelled', 'submitted'],
    ['returned', 'verified'],
  ])('knows no way from %s to %s', async (from, to) => {
    const { budi } = await cast(store.db)
    const { id } = await filedTalk(store, budi)
    await setReport(id, { state: from })

    await expect(setReport(id, { state: to })).rejects.toThrow(`no way from ${from} to ${to}`)
  })

  it('keeps the answers of a verified report as they were verified', async () => {
    const { budi } = await cast(store.db)
    const { id } = await filedTalk(store, budi)
    await setReport(id, { state: 'verified' })

    await expect(setReport(id, { answers: { tempat: 'Tempat lain' } })).rejects.toThrow('not overwritten')
  })

  it('lets nobody decide on their own report', async () => {
    const { budi } = await cast(store.db)
    const { id: reportId } = await filedTalk(store, budi)
    const review = {
      reportId,
      version: 1,
      reviewerId: budi.id,
      decision: 'verified',
      decidedAt: new Date('2026-11-24'),
    }

    await expect(store.db.review.create({ data: review })).rejects.toThrow('his own report')
  })

  it.each(['/jabar/%/', '/jabar/_/', '/Jabar/', '/jabar', 'jabar/', '//', '/jabar//kesambi/'])(
    'takes no unit at %s, which would cover others',
    async (path) => {
      const unit = { kind: 'polsek', name: 'Polsek', path, sinceOn: dateOf('2026-01-01') }

      await expect(store.db.unit.create({ data: unit })).rejects.toThrow('unit_path_check')
    },
  )

  it('counts in the tally what happens to a report, in the same breath', async () => {
    const { budi } = await cast(store.db)
    const { id } = await filedTalk(store, budi)
    await filedTalk(store, budi, { at: new Date('2026-11-26T09:00:00+07:00') })
    const tally = async () => {
      const rows = await store.db.dailyTally.findMany({ where: { reports: { not: 0 } }, orderBy: { state: 'asc' } })
      return rows.map(({ state, reports, late, sums }) => ({ state, reports, late, sums }))
    }

    expect(await tally()).toEqual([{ state: 'submitted', reports: 2, late: 1, sums: { jumlahPeserta: 50 } }])
    await setReport(id, { state: 'verified' })
    expect(await tally()).toEqual([
      { state: 'submitted', reports: 1, late: 1, sums: { jumlahPeserta: 25 } },
      { state: 'verified', reports: 1, late: 0, sums: { jumlahPeserta: 25 } },
    ])
  })

  it('must be durable before it may hold a report', async () => {
    await expect(checkDurability(store.db)).rejects.toThrow(/not durable: .*fsync = off/)
  })
})

describe('a scope', () => {
  const kesambi = { kind: 'unit', path: '/jabar/cirebon-kota/kesambi/' } as const

  it('covers its own path, not one that only begins with the same letters', async () => {
    const { budi, units } = await cast(store.db)
    const next = { kind: 'polsek', name: 'Polsek Kesambi Dua', path: '/jabar/cirebon-kota/kesambi-2/' }
    const { id: unitId, path } = await store.db.unit.create({
      data: { ...next, parentId: units.cirebonKota.id, sinceOn: dateOf('2026-01-01') },
    })
    const other: Player = { ...budi, unitId, unitPath: path }
    await filedTalk(store, budi)
    await filedTalk(store, other)

    const byPrisma = await store.db.report.count({ where: within(kesambi) })
    const [bySql] = await store.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM report WHERE ${withinSql(kesambi)}`

    expect([byPrisma, bySql!.count]).toEqual([1, 1])
    expect(await store.db.report.count({ where: within({ kind: 'unit', path: '/jabar/cirebon-kota/' }) })).toBe(2)
  })

  it('of an officer is their own reports, wherever they filed them, and themselves', async () => {
    const { budi, sari } = await cast(store.db)
    await filedTalk(store, budi)
    await filedTalk(store, { ...budi, unitPath: '/jabar/contoh/' })
    await filedTalk(store, sari)

    const own = { kind: 'own', personId: budi.id } as const

    expect(await store.db.report.count({ where: within(own) })).toBe(2)
    expect(await store.db.person.findMany({ where: peopleWithin(own) })).toMatchObject([{ nrp: budi.nrp }])
  })
})

describe('a migration whose process died in it', () => {
  it('is begun again at the next start, and the rest follows', async () => {
    await inScratch(async (url) => {
      const [first] = await migrate(url, '20261124000000_init')
      const client = new Client({ connectionString: url })
      await client.connect()
      // As it stands in the book while the script of the second one runs.
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at)
         VALUES (gen_random_uuid(), 'unknown', $1, now())`,
        [second],
      )
      await client.end()

      const applied = await migrate(url)

      expect(first).toBe('20261124000000_init')
      expect(applied[0]).toBe(second)
      expect(await migrate(url)).toEqual([])
    })
  })
})
