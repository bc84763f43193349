import { Prisma } from '../generated/prisma/client.ts'
import { dateOf, type Period } from '../kernel/days.ts'

/** Each officer's days with villages to serve (`author_id`, `day`), and the unit that he served in then (`unit_path`). */
export const dutyDays = ({ from, until }: Period): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT person.id AS author_id, days.day::date AS day, unit.path AS unit_path
  FROM generate_series(${dateOf(from)}::date, ${dateOf(until)}::date, '1 day') AS days (day)
  JOIN assignment ON assignment.since_on <= days.day AND (assignment.until_on IS NULL OR assignment.until_on >= days.day)
  JOIN person ON person.id = assignment.person_id AND person.role = 'bhabinkamtibmas' AND person.state = 'active'
  JOIN posting ON posting.person_id = person.id AND posting.since_on <= days.day
    AND (posting.until_on IS NULL OR posting.until_on >= days.day)
  JOIN unit ON unit.id = posting.unit_id`
