import { addDays, type Day, dateOf, dayOf } from '../../kernel/days.ts'
import type { Db, Reader } from '../../platform/db/connect.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'

interface Counted {
  reports: number
  late: number
  delayed: number
  sums: Record<string, number>
}

/** One place of the tally that does not say what the reports say. */
export interface Drift {
  occurredOn: Day
  authorId: string
  unitPath: string
  typeKey: string
  state: string
  tally: Counted
  counted: Counted
}

export interface TallyCheck {
  checkedAt: Date
  /** How many places were compared. */
  compared: number
  drift: Drift[]
}

/** A slice is one statement, which sees the reports and the tally at one instant, and is done well within its time. */
const daysAtOnce = 7

/** Enough to see what is wrong; a broken tally would fill the table. */
const mostKept = 1000

/** Counts all reports again, notes where the daily tally says otherwise, and repairs nothing: a drift has a cause. */
export async function recountTallies(db: Db, now: Date): Promise<TallyCheck> {
  const { first, last } = await span(db)
  const check: TallyCheck = { checkedAt: now, compared: 0, drift: [] }
  for (let from = first; from !== '' && from <= last; from = addDays(from, daysAtOnce)) {
    const slice = await recount(db, from, addDays(from, daysAtOnce - 1), mostKept - check.drift.length)
    check.compared += slice.compared
    check.drift.push(...slice.drift)
  }
  const { checkedAt, compared, drift } = check
  await db.tallyCheck.create({ data: { checkedAt, compared, drift: drift as unknown as Prisma.InputJsonArray } })
  return check
}

/** What the latest recount found; `null` before the first. */
export async function lastTallyCheck(tx: Reader): Promise<TallyCheck | null> {
  const found = await tx.tallyCheck.findFirst({ orderBy: { checkedAt: 'desc' } })
  return found && { ...found, drift: found.drift as unknown as Drift[] }
}

async function span(db: Db): Promise<{ first: Day; last: Day }> {
  const [row] = await db.$queryRaw<{ first: Date | null; last: Date | null }[]>`
    SELECT least((SELECT min(occurred_on) FROM report), (SELECT min(occurred_on) FROM daily_tally)) AS first,
           greatest((SELECT max(occurred_on) FROM report), (SELECT max(occurred_on) FROM daily_tally)) AS last`
  return row?.first && row.last ? { first: dayOf(row.first), last: dayOf(row.last) } : { first: '', last: '' }
}

/** A sum that has come back to nothing stays in the tally as 0. */
const withoutZeros = (sums: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(${sums}) WHERE value <> '0')`

/** What is compared, of the tally or of the reports. */
const figures = (side: Prisma.Sql): Prisma.Sql => Prisma.sql`jsonb_build_object(
  'reports', coalesce(${side}.reports, 0), 'late', coalesce(${side}.late, 0), 'delayed', coalesce(${side}.delayed, 0),
  'sums', ${withoutZeros(Prisma.sql`${side}.sums`)})`

async function recount(db: Db, from: Day, until: Day, most: number): Promise<{ compared: number; drift: Drift[] }> {
  const [row] = await db.$queryRaw<{ compared: number; drift: Drift[] }[]>`
    WITH counted AS (
      SELECT occurred_on, author_id, unit_path, type_key, state, count(*)::int AS reports,
             count(*) FILTER (WHERE written_at > due_at)::int AS late,
             count(*) FILTER (WHERE is_delayed(written_at, arrived_at))::int AS delayed, sums_total(sums) AS sums
      FROM report WHERE occurred_on BETWEEN ${dateOf(from)} AND ${dateOf(until)} GROUP BY 1, 2, 3, 4, 5
    ), kept AS (
      SELECT * FROM daily_tally WHERE occurred_on BETWEEN ${dateOf(from)} AND ${dateOf(until)}
    ), compared AS (
      SELECT occurred_on, author_id, unit_path, type_key, state,
             ${figures(Prisma.sql`k`)} AS tally, ${figures(Prisma.sql`c`)} AS counted
      FROM counted c FULL JOIN kept k USING (occurred_on, author_id, unit_path, type_key, state)
    ), differing AS (
      SELECT jsonb_build_object('occurredOn', occurred_on, 'authorId', author_id, 'unitPath', unit_path,
        'typeKey', type_key, 'state', state, 'tally', tally, 'counted', counted) AS place
      FROM compared WHERE tally <> counted ORDER BY occurred_on, author_id, type_key, state LIMIT ${most}
    )
    SELECT (SELECT count(*)::int FROM compared) AS compared,
           coalesce((SELECT jsonb_agg(place) FROM differing), '[]') AS drift`
  return row!
}
