import type { Day } from '../kernel/days.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Reach } from '../policy/reach.ts'
import { villagesOf } from './units.queries.ts'
import { kindOf, type Village } from './village.ts'

/** The villages that somebody may read of: an officer those he serves, others those that answer to their unit. */
export async function villagesInReach(tx: Tx, reach: Reach, day: Day): Promise<Village[]> {
  if (reach.kind === 'own') return villagesOf(tx, reach.personId, day)
  const rows = await tx.$queryRaw<Omit<Village, 'kind'>[]>`
    SELECT v.code, v.name, coalesce(s.name, '') AS subdistrict
    FROM jurisdiction j JOIN unit u ON u.id = j.unit_id AND u.path LIKE ${`${reach.path}%`}
    JOIN area v ON v.code = j.village_code LEFT JOIN area s ON s.code = v.parent_code
    WHERE j.since_on <= ${day}::date AND (j.until_on IS NULL OR j.until_on >= ${day}::date)
    ORDER BY v.name, v.code`
  return rows.map((village) => ({ ...village, kind: kindOf(village.code) }))
}
