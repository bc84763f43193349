import type { Scope } from '../../access/policy/scope.ts'
import { absenceOn } from '../../administration/absences/index.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import { dutyDays } from '../../officers/nihil/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { SheetLine } from './sheet.ts'

/**
 * Everybody who had villages to serve on that day, and others who were heard of, in the unit that they served in then; by
 * polsek and name. An officer who has moved since stands once, where they were on duty.
 */
export const sheetLines = (tx: Reader, scope: Scope, unitPath: string, day: Day) => {
  const on = dateOf(day)
  const counted = Prisma.sql`occurred_on = ${on} AND reports > 0 AND state NOT IN (${uncounted})`
  return tx.$queryRaw<SheetLine[]>`
    WITH told AS (
      SELECT author_id, unit_path, 0 AS rank FROM (${dutyDays({ from: day, until: day })}) duty
      UNION ALL SELECT author_id, unit_path, 1 FROM daily_tally WHERE ${counted}
      UNION ALL SELECT person_id, unit_path, 2 FROM nihil WHERE day = ${on}
    ), listed AS (
      SELECT DISTINCT ON (author_id) author_id, unit_path FROM told
      WHERE ${withinSql(scope)} AND unit_path LIKE ${`${unitPath || '/'}%`}
      ORDER BY author_id, rank, unit_path
    ), filed AS (
      SELECT author_id, coalesce(sum(reports) FILTER (WHERE ${withinSql(scope)}), 0)::int AS reports
      FROM daily_tally WHERE ${counted} AND author_id IN (SELECT author_id FROM listed) GROUP BY 1
    )
    SELECT person.id AS "personId", facts.name, facts.pangkat, person.phone, unit.path AS "unitPath", named.name AS unit,
      coalesce(filed.reports, 0) AS reports, filed.author_id IS NOT NULL AS "hasReported", nihil.filed_at AS "nihilAt",
      absence.kind AS absence, absence.until_on AS "absentUntil"
    FROM listed JOIN person ON person.id = listed.author_id JOIN unit ON unit.path = listed.unit_path
    CROSS JOIN LATERAL person_on(person.id, ${on}::date) facts CROSS JOIN LATERAL unit_on(unit.id, ${on}::date) named
    LEFT JOIN filed ON filed.author_id = person.id
    LEFT JOIN nihil ON nihil.person_id = person.id AND nihil.day = ${on}
    LEFT JOIN absence ON ${absenceOn(Prisma.sql`person.id`, Prisma.sql`${on}::date`)}
    ORDER BY named.name, unit.path, facts.name, person.id`
}
