import { Prisma } from '../generated/prisma/client.ts'
import { addDays, type Day, dateOf } from '../kernel/days.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Told } from './likeness.ts'
import { sameLook } from './look.ts'
import { mostPlaces, type Place } from './places.ts'
import type { Reference, Twin } from './warnings.ts'

/** The report that somebody is about to file. */
export interface Subject extends Told {
  id: string
  typeKey: string
  authorId: string
  unitPath: string
  day: Day
  position: (Place & { accuracy: number }) | undefined
  photos: readonly string[]
  /** Only its author may be reminded of such a report, so it is compared with his own only, but of every type. */
  isConfidential: boolean
}

/** A report that may tell of the same. */
export interface Near extends Told, Reference {
  typeKey: string
  authorId: string
  author: string
  matterId: string | null
}

const sameTextDays = 30
const sameText = 0.9
const photoDays = 90
const daysApart = 2
/** So many are scored; the rest says less of the same. Ours is a third of the work of PostgreSQL's, which is asked only where there are more. */
const mostNear = 60

const standing = Prisma.sql`r.state NOT IN ('cancelled', 'duplicate')`
const reference = Prisma.sql`r.id, r.number, r.occurred_on::text AS day`

const around = (column: Prisma.Sql, from: Day, until: Day) =>
  Prisma.sql`${column} BETWEEN ${dateOf(from)} AND ${dateOf(until)}`

/** The latest positions of a village, one way or the other: an index alone answers it. */
export const placesOf = (tx: Tx, villageCode: string) =>
  tx.$queryRaw<Place[]>`
    SELECT latitude, longitude FROM report WHERE village_code = ${villageCode} AND latitude IS NOT NULL
    ORDER BY occurred_on DESC LIMIT ${mostPlaces}`

/** When else, within an hour of it, the same officer did something. */
export async function timesAround(tx: Tx, { id, authorId, day, occurredAt }: Subject): Promise<Date[]> {
  const hour = 3_600_000
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    SELECT r.occurred_at AS at FROM report r
    WHERE r.author_id = ${authorId}::uuid AND ${around(Prisma.sql`r.occurred_on`, addDays(day, -1), addDays(day, 1))}
      AND r.occurred_at BETWEEN ${new Date(occurredAt.getTime() - hour)} AND ${new Date(occurredAt.getTime() + hour)}
      AND r.id <> ${id}::uuid AND ${standing}`
  return rows.map(({ at }) => at)
}

/** The latest visit to the entry, whoever made it. */
export async function latestVisit(tx: Tx, { id, entryId }: Subject): Promise<{ day: Day; at: Date } | undefined> {
  const [last] = await tx.$queryRaw<{ day: Day; at: Date }[]>`
    SELECT r.occurred_on::text AS day, r.occurred_at AS at FROM report r
    WHERE r.entry_id = ${entryId}::uuid AND r.id <> ${id}::uuid AND ${standing} ORDER BY r.occurred_at DESC LIMIT 1`
  return last
}

/** The officer's own report of the last weeks that says the same in the same words. */
export async function sameWords(tx: Tx, subject: Subject): Promise<Reference | undefined> {
  const { id, authorId, typeKey, narrative, day } = subject
  const [found] = await tx.$queryRaw<Reference[]>`
    SELECT id, number, day FROM (
      SELECT ${reference}, r.occurred_on, similarity(r.narrative, ${narrative}) AS alike FROM report r
      WHERE r.author_id = ${authorId}::uuid AND r.type_key = ${typeKey} AND r.id <> ${id}::uuid AND ${standing}
        AND ${around(Prisma.sql`r.occurred_on`, addDays(day, -sameTextDays), addDays(day, sameTextDays))}
      -- Else it would be worked out twice: once to choose, once to sort.
      OFFSET 0
    ) told WHERE alike >= ${sameText} ORDER BY alike DESC, occurred_on DESC, id LIMIT 1`
  return found
}

/** Reports of the same type from the village or the unit, days around it; of a confidential one, the officer's own. */
function neighbourhood({ villageCode, unitPath, typeKey, authorId, day, isConfidential }: Subject): Prisma.Sql {
  const days = around(Prisma.sql`r.occurred_on`, addDays(day, -daysApart), addDays(day, daysApart))
  if (isConfidential) return Prisma.sql`r.author_id = ${authorId}::uuid AND ${days}`
  return Prisma.sql`((r.village_code = ${villageCode} AND ${days} AND r.type_key = ${typeKey})
    OR (r.unit_path = ${unitPath} AND r.type_key = ${typeKey} AND ${days}))`
}

/** What may tell of the same, those first that say most of the same. */
export const nearby = (tx: Tx, subject: Subject) => tx.$queryRaw<Near[]>(nearbySql(subject))

/** The question itself, so that its plan can be looked at. */
export const nearbySql = (subject: Subject): Prisma.Sql => Prisma.sql`
    WITH around AS (
      SELECT r.*, r.entry_id IS NOT NULL AND r.entry_id = ${subject.entryId}::uuid AS same_entry
      FROM report r WHERE ${neighbourhood(subject)} AND r.id <> ${subject.id}::uuid AND ${standing}
    ), near AS (
      SELECT * FROM around ORDER BY same_entry DESC,
        CASE WHEN (SELECT count(*) FROM around) > ${mostNear} THEN similarity(narrative, ${subject.narrative}) END DESC, id
      LIMIT ${mostNear}
    )
    SELECT ${reference}, r.type_key AS "typeKey", r.author_id AS "authorId", p.pangkat || ' ' || p.name AS author,
           r.village_code AS "villageCode", r.entry_id AS "entryId", r.occurred_at AS "occurredAt", r.narrative,
           r.matter_id AS "matterId", coalesce(e.name, r.answers ->> 'tempat', '') AS place,
           coalesce(e.rt, (r.answers ->> 'rt')::int) AS rt, coalesce(e.rw, (r.answers ->> 'rw')::int) AS rw
    FROM near r JOIN person p ON p.id = r.author_id LEFT JOIN register_entry e ON e.id = r.entry_id`

/** For each photo of the report, whether it waits under its id or stands with it already, the photo of the unit's last months that resembles it most. */
export const twinsOf = (tx: Tx, { id, authorId, unitPath, day, photos }: Subject) =>
  tx.$queryRaw<Twin[]>`
    SELECT DISTINCT ON (mine.hash) mine.hash AS photo, other.hash AS other, other.ordinal, ${reference}, r.author_id AS "authorId",
           (SELECT name FROM unit WHERE path = r.unit_path) AS unit
    FROM (
      SELECT hash, look FROM parked_photo WHERE report_id = ${id}::uuid AND author_id = ${authorId}::uuid
      UNION SELECT hash, look FROM photo WHERE report_id = ${id}::uuid
    ) mine CROSS JOIN report r JOIN photo other ON other.report_id = r.id
    WHERE mine.hash = ANY (${[...photos]}::text[])
      AND r.unit_path = ${unitPath} AND r.id <> ${id}::uuid AND ${standing}
      AND ${around(Prisma.sql`r.occurred_on`, addDays(day, -photoDays), addDays(day, photoDays))}
      AND other.ordinal IS NOT NULL AND mine.look IS NOT NULL AND other.look IS NOT NULL
      AND bit_count((mine.look # other.look)::bit(64)) <= ${sameLook}
    ORDER BY mine.hash, bit_count((mine.look # other.look)::bit(64)), r.occurred_on DESC, r.id, other.ordinal`
