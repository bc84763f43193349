import type { Scope } from '../../access/policy/scope.ts'
import { absenceOn } from '../../administration/absences/index.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import { dutyDays } from '../../officers/nihil/index.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { type Directive, type OfficerLine, type OwnStep, windowOf } from './directives.ts'

/** Those of one's own unit and below, and those that name a polsek of it; an officer's are those for their polsek. */
const withinScope = (scope: Scope): Prisma.Sql =>
  scope.kind === 'own'
    ? Prisma.sql`EXISTS (
        SELECT FROM person p JOIN unit u ON u.id = p.unit_id, unnest(directive.audience) AS a (path)
        WHERE p.id = ${scope.personId}::uuid AND starts_with(u.path, a.path))`
    : Prisma.sql`(starts_with(directive.unit_path, ${scope.path})
        OR EXISTS (SELECT FROM unnest(directive.audience) AS a (path) WHERE starts_with(a.path, ${scope.path})))`

/** Its author, unit and audience as they were called when it was given. */
const whole = Prisma.sql`
  SELECT directive.id, unit_path AS "unitPath", coalesce(named.name, '') AS unit,
    person.pangkat || ' ' || person.name AS author, title, text, from_on::text AS "from", directive.until_on::text AS until,
    type_key AS "typeKey", village_code AS "villageCode", category, directive.created_at AS "createdAt", ended_at AS "endedAt",
    ARRAY(SELECT called.name FROM unit polsek CROSS JOIN LATERAL unit_on(polsek.id, given.day) called
      WHERE polsek.path = ANY (audience) ORDER BY called.name) AS audience
  FROM directive LEFT JOIN unit ON unit.path = unit_path
  CROSS JOIN LATERAL (SELECT (directive.created_at AT TIME ZONE coalesce(unit.time_zone, 'Asia/Jakarta'))::date AS day) given
  CROSS JOIN LATERAL person_on(author_id, given.day) person
  LEFT JOIN LATERAL unit_on(unit.id, given.day) named ON TRUE`

/** Those that end on that day or later, the last to end first: what runs and what comes is never cut off. */
export const directivesSince = (tx: Reader, scope: Scope, since: Day, take: number) => tx.$queryRaw<Directive[]>`
  ${whole} WHERE directive.until_on >= ${dateOf(since)} AND ${withinScope(scope)}
  ORDER BY directive.until_on DESC, from_on DESC, directive.id LIMIT ${take}`

export async function findDirective(tx: Reader, scope: Scope, id: string): Promise<Directive | undefined> {
  const [found] = await tx.$queryRaw<Directive[]>`${whole} WHERE directive.id = ${id}::uuid AND ${withinScope(scope)}`
  return found
}

/** How many hold today. */
export async function countRunning(tx: Reader, scope: Scope, today: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM directive
    WHERE ${dateOf(today)} BETWEEN from_on AND until_on AND ended_at IS NULL AND ${withinScope(scope)}`
  return row!.count
}

/** The days of each, as a table `asked`. */
const askedOf = (directives: readonly Directive[], zone: string): Prisma.Sql => {
  const windows = directives.map((one) => {
    const { from, until } = windowOf(one, zone)
    return { id: one.id, first: from, last: until }
  })
  return Prisma.sql`
    SELECT directive.id AS directive_id, first, last, audience, directive.type_key AS expected
    FROM jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) AS w (id uuid, first date, last date)
    JOIN directive ON directive.id = w.id`
}

const reportsOf = (scope: Scope): Prisma.Sql => Prisma.sql`
  SELECT directive_id, author_id, sum(reports)::int AS reports
  FROM asked JOIN daily_tally ON type_key = expected AND occurred_on BETWEEN first AND last
  WHERE ${withinSql(scope)} AND state NOT IN (${uncounted}) AND reports > 0
  GROUP BY 1, 2`

/**
 * Whom of the scope each of them asks: who is on duty in the audience on one of its days and not away on it. By polsek and
 * name; an officer who has moved stands where they were last.
 */
export async function officerLines(tx: Reader, scope: Scope, directives: readonly Directive[], zone: string) {
  const [first] = directives
  if (!first) return []
  const from = directives.reduce((least, one) => (one.from < least ? one.from : least), first.from)
  const until = directives.reduce((most, one) => (one.until > most ? one.until : most), first.until)
  return tx.$queryRaw<OfficerLine[]>`
    WITH asked AS (${askedOf(directives, zone)}), duty AS (
      SELECT author_id, day, unit_path FROM (${dutyDays({ from, until })}) days
      WHERE ${withinSql(scope)}
        AND NOT EXISTS (SELECT FROM absence WHERE ${absenceOn(Prisma.sql`days.author_id`, Prisma.sql`days.day`)})
    ), on_duty AS (
      SELECT DISTINCT ON (directive_id, author_id) directive_id, author_id, unit_path, day
      FROM asked JOIN duty ON day BETWEEN first AND last
        AND EXISTS (SELECT FROM unnest(audience) AS a (path) WHERE starts_with(unit_path, a.path))
      ORDER BY directive_id, author_id, day DESC, unit_path
    ), done AS (${reportsOf(scope)})
    SELECT on_duty.directive_id AS "directiveId", author_id AS "personId", person.pangkat || ' ' || person.name AS name,
      named.name AS unit, understood_at AS "understoodAt", coalesce(done.reports, 0) AS reports
    FROM on_duty JOIN unit ON unit.path = unit_path
    CROSS JOIN LATERAL person_on(author_id, on_duty.day) person CROSS JOIN LATERAL unit_on(unit.id, on_duty.day) named
    LEFT JOIN done USING (directive_id, author_id)
    LEFT JOIN directive_understood u ON u.directive_id = on_duty.directive_id AND u.person_id = author_id
    ORDER BY named.name, person.name, author_id`
}

/** How far an officer himself has come with each of them, whether on duty or not. */
export const ownSteps = async (tx: Reader, personId: string, directives: readonly Directive[], zone: string) =>
  directives.length === 0
    ? []
    : tx.$queryRaw<OwnStep[]>`
        WITH asked AS (${askedOf(directives, zone)}), done AS (${reportsOf({ kind: 'own', personId })})
        SELECT asked.directive_id AS "directiveId", understood_at AS "understoodAt", coalesce(done.reports, 0) AS reports
        FROM asked LEFT JOIN done USING (directive_id)
        LEFT JOIN directive_understood u ON u.directive_id = asked.directive_id AND u.person_id = ${personId}::uuid`

/** The polsek that a village answers to. */
export async function polsekServing(tx: Reader, villageCode: string, day: Day): Promise<string | undefined> {
  const on = dateOf(day)
  const found = await tx.jurisdiction.findFirst({
    where: { villageCode, sinceOn: { lte: on }, OR: [{ untilOn: null }, { untilOn: { gte: on } }] },
    select: { unit: { select: { path: true } } },
  })
  return found?.unit.path
}
