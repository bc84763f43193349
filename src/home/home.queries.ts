import { Prisma } from '../generated/prisma/client.ts'
import { type Day, dateOf } from '../kernel/days.ts'
import type { Tx } from '../platform/db/connect.ts'
import { withinSql } from '../platform/db/within.ts'
import type { Reach } from '../policy/reach.ts'

export interface UnitFigures {
  path: string
  name: string
  verified: number
  unverified: number
}

/** The units that file (polsek) in reach, with what is verified and what is not yet in the period; none is left out. */
export const figuresByUnit = (tx: Tx, reach: Reach, from: Day, until: Day) => {
  const own = reach.kind === 'unit' ? Prisma.sql`u.path LIKE ${`${reach.path}%`}` : Prisma.sql`FALSE`
  return tx.$queryRaw<UnitFigures[]>`
    SELECT u.path, u.name,
           coalesce(sum(t.reports) FILTER (WHERE t.state = 'verified'), 0)::int AS verified,
           coalesce(sum(t.reports) FILTER (WHERE t.state IN ('brief', 'submitted', 'checked', 'recalled', 'returned')), 0)::int AS unverified
    FROM unit u
    LEFT JOIN daily_tally t ON t.unit_path = u.path AND t.occurred_on BETWEEN ${dateOf(from)} AND ${dateOf(until)}
    WHERE u.kind = 'polsek' AND u.until_on IS NULL AND ${own}
    GROUP BY u.path, u.name ORDER BY u.name`
}

export interface StandingFigures {
  brief: number
  /** Sent or read by the Kanit: what a queue holds. */
  waiting: number
  returned: number
}

/** What stands open in reach, of whatever day: from the tally, not from the reports. */
export async function openFigures(tx: Tx, reach: Reach): Promise<StandingFigures> {
  const [row] = await tx.$queryRaw<StandingFigures[]>`
    SELECT coalesce(sum(reports) FILTER (WHERE state = 'brief'), 0)::int AS brief,
           coalesce(sum(reports) FILTER (WHERE state IN ('submitted', 'checked')), 0)::int AS waiting,
           coalesce(sum(reports) FILTER (WHERE state = 'returned'), 0)::int AS returned
    FROM daily_tally WHERE ${withinSql(reach)} AND state IN ('brief', 'submitted', 'checked', 'returned')`
  return row!
}
