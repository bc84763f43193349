import type { Scope } from '../../access/policy/scope.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'

/** By a unit's path or an officer's id. */
export interface RowFigures {
  key: string
  name: string
  verified: number
  unverified: number
}

const verifiedAndNot = Prisma.sql`
  coalesce(sum(t.reports) FILTER (WHERE t.state = 'verified'), 0)::int AS verified,
  coalesce(sum(t.reports) FILTER (WHERE t.state IN ('brief', 'submitted', 'checked', 'recalled', 'returned')), 0)::int AS unverified`

/** The units that file (polsek) in scope, with what is verified and what is not yet in the period; none is left out. */
export const figuresByUnit = (tx: Reader, scope: Scope, from: Day, until: Day) => {
  const own = scope.kind === 'unit' ? Prisma.sql`u.path LIKE ${`${scope.path}%`}` : Prisma.sql`FALSE`
  return tx.$queryRaw<RowFigures[]>`
    SELECT u.path AS key, u.name, ${verifiedAndNot}
    FROM unit u
    LEFT JOIN daily_tally t ON t.unit_path = u.path AND t.occurred_on BETWEEN ${dateOf(from)} AND ${dateOf(until)}
    WHERE u.kind = 'polsek' AND (u.until_on IS NULL OR u.until_on >= ${dateOf(from)}) AND ${own}
    GROUP BY u.path, u.name ORDER BY u.name`
}

/** The same by officer: those of the unit, and others with figures in it. */
export const figuresByOfficer = (tx: Reader, scope: Scope, from: Day, until: Day) => {
  const within = (path: Prisma.Sql) =>
    scope.kind === 'unit' ? Prisma.sql`${path} LIKE ${`${scope.path}%`}` : Prisma.sql`FALSE`
  return tx.$queryRaw<RowFigures[]>`
    SELECT p.id AS key, p.pangkat || ' ' || p.name AS name, ${verifiedAndNot}
    FROM person p JOIN unit u ON u.id = p.unit_id
    LEFT JOIN daily_tally t ON t.author_id = p.id AND ${within(Prisma.sql`t.unit_path`)}
      AND t.occurred_on BETWEEN ${dateOf(from)} AND ${dateOf(until)}
    WHERE t.author_id IS NOT NULL
      OR (p.role = 'bhabinkamtibmas' AND p.state = 'active' AND ${within(Prisma.sql`u.path`)})
    GROUP BY p.id ORDER BY p.name`
}

export interface StandingFigures {
  brief: number
  /** Sent or read by the Kanit: what a queue holds. */
  waiting: number
  returned: number
}

/** What stands open in scope, of whatever day: from the tally, not from the reports. */
export async function openFigures(tx: Reader, scope: Scope): Promise<StandingFigures> {
  const [row] = await tx.$queryRaw<StandingFigures[]>`
    SELECT coalesce(sum(reports) FILTER (WHERE state = 'brief'), 0)::int AS brief,
           coalesce(sum(reports) FILTER (WHERE state IN ('submitted', 'checked')), 0)::int AS waiting,
           coalesce(sum(reports) FILTER (WHERE state = 'returned'), 0)::int AS returned
    FROM daily_tally WHERE ${withinSql(scope)} AND state IN ('brief', 'submitted', 'checked', 'returned')`
  return row!
}
