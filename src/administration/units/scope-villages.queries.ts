import type { Scope } from '../../access/policy/scope.ts'
import type { Day } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { villagesOf } from './units.queries.ts'
import { kindOf, type Village } from './village.ts'

/** The villages that somebody may read of: officers: those that they serve; others: those of their unit. */
export async function villagesInScope(tx: Reader, scope: Scope, day: Day): Promise<Village[]> {
  if (scope.kind === 'own') return villagesOf(tx, scope.personId, day)
  const rows = await tx.$queryRaw<Omit<Village, 'kind'>[]>`
    SELECT v.code, v.name, coalesce(s.name, '') AS subdistrict
    FROM jurisdiction j JOIN unit u ON u.id = j.unit_id AND u.path LIKE ${`${scope.path}%`}
    JOIN area v ON v.code = j.village_code LEFT JOIN area s ON s.code = v.parent_code
    WHERE j.since_on <= ${day}::date AND (j.until_on IS NULL OR j.until_on >= ${day}::date)
    ORDER BY v.name, v.code`
  return rows.map((village) => ({ ...village, kind: kindOf(village.code) }))
}

/** The active officers of these villages on that day, as `Aipda Budi Santoso`; a village that nobody serves is not there. */
export async function officersOfVillages(
  tx: Reader,
  codes: readonly string[],
  day: Day,
): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ code: string; officers: string[] }[]>`
    SELECT a.village_code AS code, array_agg(DISTINCT p.pangkat || ' ' || p.name) AS officers
    FROM assignment a JOIN person p ON p.id = a.person_id AND p.state = 'active'
    WHERE a.village_code = ANY (${[...codes]}) AND a.since_on <= ${day}::date
      AND (a.until_on IS NULL OR a.until_on >= ${day}::date)
    GROUP BY 1`
  return new Map(rows.map(({ code, officers }) => [code, officers]))
}
