import { dateOf, type Period } from '../../kernel/days.ts'
import { holdsOn } from '../../platform/db/facts.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'

/**
 * Each officer's days with villages to serve (`author_id`, `day`), and the unit that they served in then (`unit_path`). All of
 * it is judged as it was on that day: a later move, suspension or assignment changes no day before it.
 */
export const dutyDays = ({ from, until }: Period): Prisma.Sql => {
  const day = Prisma.sql`days.day`
  return Prisma.sql`
  SELECT DISTINCT assignment.person_id AS author_id, days.day::date AS day, unit.path AS unit_path
  FROM generate_series(${dateOf(from)}::date, ${dateOf(until)}::date, '1 day') AS days (day)
  JOIN assignment ON ${holdsOn(Prisma.sql`assignment`, day)}
    AND (assignment.recorded_on IS NULL OR assignment.recorded_on <= days.day)
  JOIN person_fact ON person_fact.person_id = assignment.person_id AND person_fact.state = 'active'
    AND ${holdsOn(Prisma.sql`person_fact`, day)}
  JOIN posting ON posting.person_id = assignment.person_id AND posting.role = 'bhabinkamtibmas'
    AND ${holdsOn(Prisma.sql`posting`, day)}
  JOIN unit ON unit.id = posting.unit_id`
}
