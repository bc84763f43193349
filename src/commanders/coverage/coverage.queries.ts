import { addDays, type Day } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'

/** Until when a visit is fresh, in days. */
export const fresh = 90

/** The households of these villages, each double under the one that stands for it, and when each was last visited. */
const households = (villages: readonly string[]) => Prisma.sql`
  home AS (
    SELECT e.id, coalesce(e.merged_into, e.id) AS standing FROM register_entry e
    WHERE e.kind = 'keluarga' AND e.village_code = ANY (${[...villages]})
  ), seen AS (
    SELECT h.standing, max(r.occurred_on) AS last FROM home h JOIN report r ON r.entry_id = h.id
    WHERE r.state NOT IN (${uncounted}) GROUP BY 1
  )`

export interface RwCoverage {
  villageCode: string
  rw: number
  households: number
  /** Visited within the last 90 days. */
  visited: number
  never: number
  lastOn: Date | null
}

/** For each RW with a household: how many there are, how many were visited lately, how many never, when anybody was last. */
export const coverageByRw = (tx: Reader, villages: readonly string[], today: Day) => tx.$queryRaw<RwCoverage[]>`
  WITH ${households(villages)}
  SELECT e.village_code AS "villageCode", e.rw, count(*)::int AS households, max(s.last) AS "lastOn",
    count(*) FILTER (WHERE s.last > ${addDays(today, -fresh)}::date)::int AS visited,
    count(*) FILTER (WHERE s.last IS NULL)::int AS never
  FROM register_entry e LEFT JOIN seen s ON s.standing = e.id
  WHERE e.kind = 'keluarga' AND e.merged_into IS NULL AND e.village_code = ANY (${[...villages]})
  GROUP BY 1, 2 ORDER BY 1, 2`

export interface WeekVisits {
  rw: number
  /** The Monday. */
  week: Date
  visits: number
}

/** Visits to households of the village since that Monday, by RW and week. */
export const visitsByWeek = (tx: Reader, village: string, since: Day) => tx.$queryRaw<WeekVisits[]>`
  SELECT s.rw, date_trunc('week', r.occurred_on)::date AS week, count(*)::int AS visits
  FROM register_entry e JOIN register_entry s ON s.id = coalesce(e.merged_into, e.id)
  JOIN report r ON r.entry_id = e.id AND r.state NOT IN (${uncounted})
  WHERE e.kind = 'keluarga' AND e.village_code = ${village} AND r.occurred_on >= ${since}::date
  GROUP BY 1, 2`

export interface DueVisit {
  id: string
  name: string
  rt: number
  rw: number
  address: string | null
  lastOn: Date | null
}

/** Whom to visit: those never visited, then those not lately, longest ago first. */
export const dueVisits = (tx: Reader, village: string, today: Day, most: number) => tx.$queryRaw<DueVisit[]>`
  WITH ${households([village])}
  SELECT e.id, e.name, e.rt, e.rw, e.address, s.last AS "lastOn"
  FROM register_entry e LEFT JOIN seen s ON s.standing = e.id
  WHERE e.kind = 'keluarga' AND e.merged_into IS NULL AND e.village_code = ${village}
    AND (s.last IS NULL OR s.last <= ${addDays(today, -fresh)}::date)
  ORDER BY s.last NULLS FIRST, e.rw, e.rt, e.name, e.id LIMIT ${most}`
