import type { Scope } from '../../access/policy/scope.ts'
import { type AbsenceKind, absenceOn } from '../../administration/absences/index.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { dutyDays } from './duty.queries.ts'

/** The person's own word that nothing happened on that day. */
export const nihilOn = (tx: Reader, personId: string, day: Day) =>
  tx.nihil.findUnique({ where: { personId_day: { personId, day: dateOf(day) } }, select: { filedAt: true } })

/** Days of officers, narrowed down as a recap is; '' where it is not. */
export interface DaysQuery {
  unitPath: string
  personId: string
  from: Day
  until: Day
}

/** A day said to be nihil, or one of somebody who had villages to serve and of whom nothing was heard: recorded as away, or silent. */
export type DayKind = 'nihil' | 'silent' | 'absent'

const saidNihil = ({ from, until }: DaysQuery) => Prisma.sql`
  SELECT person_id AS author_id, day, unit_path, filed_at, NULL::text AS absence FROM nihil WHERE day BETWEEN ${dateOf(from)} AND ${dateOf(until)}`

const onDuty = (asked: DaysQuery) => Prisma.sql`
  SELECT duty.*, NULL::timestamptz AS filed_at, absence.kind AS absence
  FROM (${dutyDays(asked)}) duty
  LEFT JOIN absence ON ${absenceOn(Prisma.sql`duty.author_id`, Prisma.sql`duty.day`)}
  WHERE NOT EXISTS (SELECT 1 FROM nihil WHERE nihil.person_id = duty.author_id AND nihil.day = duty.day)`

/** A report of the day, whatever has become of it but that it does not count, says more than all of these. */
const withoutReport = (scope: Scope, asked: DaysQuery, days: Prisma.Sql) => Prisma.sql`
  SELECT author_id, day, unit_path, filed_at, absence FROM (${days}) told
  WHERE ${withinSql(scope)} AND unit_path LIKE ${`${asked.unitPath || '/'}%`}
    AND ${asked.personId ? Prisma.sql`author_id = ${asked.personId}::uuid` : Prisma.sql`TRUE`}
    AND NOT EXISTS (
      SELECT 1 FROM daily_tally tally
      WHERE tally.author_id = told.author_id AND tally.occurred_on = told.day AND tally.reports > 0
        AND tally.state NOT IN (${uncounted}))`

const daysOf = (scope: Scope, kind: DayKind, asked: DaysQuery) => Prisma.sql`
  SELECT * FROM (${withoutReport(scope, asked, kind === 'nihil' ? saidNihil(asked) : onDuty(asked))}) days
  WHERE ${{ nihil: Prisma.sql`TRUE`, silent: Prisma.sql`absence IS NULL`, absent: Prisma.sql`absence IS NOT NULL` }[kind]}`

export interface OfficerDays {
  personId: string
  nihil: number
  silent: number
  absent: number
}

/** How many of each kind an officer has; one with none is left out. */
export const daysByOfficer = (tx: Reader, scope: Scope, asked: DaysQuery) => tx.$queryRaw<OfficerDays[]>`
  SELECT author_id AS "personId", count(*) FILTER (WHERE is_nihil)::int AS nihil,
         count(*) FILTER (WHERE NOT is_nihil AND absence IS NULL)::int AS silent,
         count(*) FILTER (WHERE NOT is_nihil AND absence IS NOT NULL)::int AS absent
  FROM (SELECT author_id, absence, TRUE AS is_nihil FROM (${withoutReport(scope, asked, saidNihil(asked))}) said
        UNION ALL
        SELECT author_id, absence, FALSE FROM (${withoutReport(scope, asked, onDuty(asked))}) unsaid) days
  GROUP BY 1`

export interface ListedDay {
  day: Date
  name: string
  pangkat: string
  unit: string
  filedAt: Date | null
  absence: AbsenceKind | null
}

/** The days themselves, newest first. */
export const listDays = (tx: Reader, scope: Scope, kind: DayKind, asked: DaysQuery, most: number) => tx.$queryRaw<
  ListedDay[]
>`
  SELECT days.day, person.name, person.pangkat, named.name AS unit, days.filed_at AS "filedAt", days.absence
  FROM (${daysOf(scope, kind, asked)}) days JOIN unit ON unit.path = days.unit_path
  CROSS JOIN LATERAL person_on(days.author_id, days.day) person CROSS JOIN LATERAL unit_on(unit.id, days.day) named
  ORDER BY days.day DESC, named.name, person.name LIMIT ${most}`

export async function countDays(tx: Reader, scope: Scope, kind: DayKind, asked: DaysQuery): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (${daysOf(scope, kind, asked)}) days`
  return row!.count
}
