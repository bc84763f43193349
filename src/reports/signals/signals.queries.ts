import type { Day } from '../../kernel/days.ts'
import { batched } from '../../platform/db/batched.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { ComparedReport } from './likeness.ts'
import { sameImageDistance } from './perceptual-hash.ts'
import { mostPlaces, type Place } from './places.ts'
import type { Facts, Reference } from './warnings.ts'

/** The report that somebody is about to file. */
export interface Subject extends ComparedReport {
  id: string
  typeKey: string
  authorId: string
  unitPath: string
  day: Day
  position: (Place & { accuracy: number }) | undefined
  photos: readonly string[]
  unusualNames: number
  /** Compared only with the author's own reports, of every type: nobody else may learn of them. */
  isConfidential: boolean
}

/** A report that may tell of the same. */
export interface Near extends ComparedReport, Reference {
  typeKey: string
  authorId: string
  author: string
  matterId: string | null
}

/** What stands around a report that is about to be filed. */
export interface Surroundings
  extends Pick<Facts, 'places' | 'times' | 'lastVisit' | 'sameText' | 'twins' | 'cutPhotos'> {
  /** What may tell of the same, those first that say most of the same. */
  near: Near[]
}

const sameTextDays = 30
const sameText = 0.9
const photoDays = 90
const daysApart = 2
/** So many are scored; the rest says less of the same. Ours is a third of the work of PostgreSQL's, which is asked only where there are more. */
const mostNear = 60

const standing = Prisma.sql`r.id <> s.id AND r.state NOT IN (${uncounted})`
const reference = Prisma.sql`r.id, r.number, r.occurred_on::text AS day`
const within = (days: number) => Prisma.sql`r.occurred_on BETWEEN s.day - ${days}::int AND s.day + ${days}::int`
const list = (rows: Prisma.Sql) => Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(found)), '[]') FROM (${rows}) found)`
const first = (rows: Prisma.Sql) => Prisma.sql`(SELECT to_jsonb(found) FROM (${rows} LIMIT 1) found)`

/** The latest positions of its village, one way or the other: an index alone answers it. */
const places = list(Prisma.sql`
  SELECT latitude, longitude FROM report
  WHERE s."hasPosition" AND village_code = s."villageCode" AND latitude IS NOT NULL ORDER BY occurred_on DESC LIMIT ${mostPlaces}`)

/** When else, within an hour of it, the same officer did something. */
const times = list(Prisma.sql`
  SELECT r.occurred_at AS at FROM report r
  WHERE r.author_id = s."authorId" AND ${within(1)}
    AND r.occurred_at BETWEEN s."occurredAt" - interval '1 hour' AND s."occurredAt" + interval '1 hour' AND ${standing}`)

/** The latest visit to the entry by any officer. */
const lastVisit = first(Prisma.sql`
  SELECT r.occurred_on AS day, r.occurred_at AS at FROM report r
  WHERE r.entry_id = s."entryId" AND ${standing} ORDER BY r.occurred_at DESC`)

/** The officer's own report of the last weeks that says the same in the same words. */
const alikeInWords = first(Prisma.sql`
  SELECT id, number, day FROM (
    SELECT ${reference}, r.occurred_on, similarity(r.narrative, s.narrative) AS alike FROM report r
    WHERE s.narrative <> '' AND r.author_id = s."authorId" AND r.type_key = s."typeKey" AND ${within(sameTextDays)} AND ${standing}
    -- Else it would be worked out twice: once to choose, once to sort.
    OFFSET 0
  ) told WHERE alike >= ${sameText} ORDER BY alike DESC, occurred_on DESC, id`)

/** For each photo of the report, whether it waits under its id or stands with it already, the photo of the unit's last months that resembles it most. */
const twins = list(Prisma.sql`
  SELECT DISTINCT ON (mine.hash) mine.hash AS photo, other.hash AS other, other.ordinal, ${reference}, r.author_id AS "authorId",
    (SELECT name FROM unit WHERE path = r.unit_path) AS unit
  FROM (
    SELECT hash, look FROM parked_photo WHERE report_id = s.id AND author_id = s."authorId"
    UNION SELECT hash, look FROM photo WHERE report_id = s.id
  ) mine CROSS JOIN report r JOIN photo other ON other.report_id = r.id
  WHERE s.photos ? mine.hash AND r.unit_path = s."unitPath" AND ${standing} AND ${within(photoDays)}
    AND other.ordinal IS NOT NULL AND mine.look IS NOT NULL AND other.look IS NOT NULL
    AND bit_count((mine.look # other.look)::bit(64)) <= ${sameImageDistance}
  ORDER BY mine.hash, bit_count((mine.look # other.look)::bit(64)), r.occurred_on DESC, r.id, other.ordinal`)

/** How many of its photos were cut, whether they wait under its id or stand with it. */
const cutPhotos = Prisma.sql`(
  SELECT count(*)::int FROM (
    SELECT hash FROM parked_photo WHERE report_id = s.id AND author_id = s."authorId" AND is_cut
    UNION SELECT hash FROM photo WHERE report_id = s.id AND is_cut
  ) mine WHERE s.photos ? mine.hash)`

const neighbour = Prisma.sql`SELECT r.*, r.entry_id IS NOT NULL AND r.entry_id = s."entryId" AS same_entry FROM report r`

/** Reports of the same type from the village or the unit, days around it; of a confidential one, the officer's own. */
const neighbourhood = Prisma.sql`
  ${neighbour} WHERE s."isConfidential" AND r.author_id = s."authorId" AND ${within(daysApart)} AND ${standing}
  UNION ALL
  ${neighbour} WHERE NOT s."isConfidential" AND ${standing}
    AND ((r.village_code = s."villageCode" AND ${within(daysApart)} AND r.type_key = s."typeKey")
      OR (r.unit_path = s."unitPath" AND r.type_key = s."typeKey" AND ${within(daysApart)}))`

const near = list(Prisma.sql`
  WITH around AS (${neighbourhood}), near AS (
    SELECT * FROM around ORDER BY same_entry DESC,
      CASE WHEN (SELECT count(*) FROM around) > ${mostNear} THEN similarity(narrative, s.narrative) END DESC, id
    LIMIT ${mostNear}
  )
  SELECT ${reference}, r.type_key AS "typeKey", r.author_id AS "authorId", p.pangkat || ' ' || p.name AS author,
    r.village_code AS "villageCode", r.entry_id AS "entryId", r.occurred_at AS "occurredAt", r.narrative,
    r.matter_id AS "matterId", coalesce(e.name, r.answers ->> 'tempat', '') AS place,
    coalesce(e.rt, (r.answers ->> 'rt')::int) AS rt, coalesce(e.rw, (r.answers ->> 'rw')::int) AS rw
  FROM near r JOIN person p ON p.id = r.author_id LEFT JOIN register_entry e ON e.id = r.entry_id`)

/** The question itself, so that its plan can be looked at. */
export const surroundingsSql = (subjects: readonly Subject[]): Prisma.Sql => Prisma.sql`
  SELECT ${places} AS places, ${times} AS times, ${lastVisit} AS "lastVisit", ${alikeInWords} AS "sameText", ${twins} AS twins, ${cutPhotos} AS "cutPhotos",
    ${near} AS near
  FROM jsonb_to_recordset(${JSON.stringify(subjects.map((one, at) => ({ ...one, at, hasPosition: one.position !== undefined })))}::jsonb) AS s (
    at int, id uuid, "typeKey" text, "authorId" uuid, "unitPath" text, "villageCode" text, "entryId" uuid, day date, "occurredAt" timestamptz,
    narrative text, photos jsonb, "hasPosition" boolean, "isConfidential" boolean)
  ORDER BY s.at`

/** Instants come as text in JSON. */
interface Row extends Pick<Surroundings, 'places' | 'twins' | 'cutPhotos'> {
  times: { at: string }[]
  lastVisit: { day: Day; at: string } | null
  sameText: Reference | null
  near: (Omit<Near, 'occurredAt'> & { occurredAt: string })[]
}

/** Asked in one question for all who send in the same moment. */
export const surroundingsOf = batched(
  async (tx: Reader, subjects: Subject[]): Promise<Surroundings[]> => {
    const rows = await tx.$queryRaw<Row[]>(surroundingsSql(subjects))
    return rows.map((row) => ({
      ...row,
      times: row.times.map(({ at }) => new Date(at)),
      lastVisit: row.lastVisit ? { ...row.lastVisit, at: new Date(row.lastVisit.at) } : undefined,
      sameText: row.sameText ?? undefined,
      near: row.near.map((one) => ({ ...one, occurredAt: new Date(one.occurredAt) })),
    }))
  },
  { most: 20 },
)
