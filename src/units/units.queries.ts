import type { Day } from '../kernel/days.ts'
import type { Tx } from '../platform/db/connect.ts'
import { unitsWithin } from '../platform/db/within.ts'
import type { Reach } from '../policy/reach.ts'

export interface UnitLine {
  id: string
  name: string
  path: string
  kind: string
  timeZone: string
}

export interface Village {
  code: string
  name: string
  subdistrict: string
  kind: 'kelurahan' | 'desa'
}

export interface CoveredVillage extends Village {
  /** Who serves it on that day, as `Aipda Budi Santoso`. */
  officers: string[]
}

export interface UncoveredVillage extends Village {
  unit: string
}

/** The fourth part of a village's code begins with 1 for a kelurahan and with 2 for a desa. */
const kindOf = (code: string): Village['kind'] => (code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa')

const withKind = <V extends { code: string }>(village: V): V & Pick<Village, 'kind'> => ({
  ...village,
  kind: kindOf(village.code),
})

/** `Kel. Sunyaragi` or `Desa Setupatok`. */
export const villageTitle = ({ code, name }: Pick<Village, 'code' | 'name'>): string =>
  `${kindOf(code) === 'kelurahan' ? 'Kel.' : 'Desa'} ${name}`

/** The units of the reach that exist now, each before those below it. */
export const unitsBelow = (tx: Tx, reach: Reach): Promise<UnitLine[]> =>
  tx.unit.findMany({
    where: { AND: [unitsWithin(reach), { untilOn: null }] },
    orderBy: { path: 'asc' },
    select: { id: true, name: true, path: true, kind: true, timeZone: true },
  })

/** The villages that the person serves on that day. */
export async function villagesOf(tx: Tx, personId: string, day: Day): Promise<Village[]> {
  const rows = await tx.$queryRaw<Omit<Village, 'kind'>[]>`
    SELECT DISTINCT v.code, v.name, coalesce(s.name, '') AS subdistrict
    FROM assignment a JOIN area v ON v.code = a.village_code LEFT JOIN area s ON s.code = v.parent_code
    WHERE a.person_id = ${personId}::uuid AND a.since_on <= ${day}::date
      AND (a.until_on IS NULL OR a.until_on >= ${day}::date)
    ORDER BY v.name, v.code`
  return rows.map(withKind)
}

/** The villages that answer to the unit on that day, with the active officers who serve them. */
export async function villagesOfUnit(tx: Tx, unitId: string, day: Day): Promise<CoveredVillage[]> {
  const rows = await tx.$queryRaw<Omit<CoveredVillage, 'kind'>[]>`
    SELECT v.code, v.name, coalesce(s.name, '') AS subdistrict,
           coalesce(array_agg(DISTINCT p.pangkat || ' ' || p.name) FILTER (WHERE p.id IS NOT NULL), '{}') AS officers
    FROM jurisdiction j JOIN area v ON v.code = j.village_code LEFT JOIN area s ON s.code = v.parent_code
    LEFT JOIN assignment a ON a.village_code = v.code AND a.since_on <= ${day}::date
      AND (a.until_on IS NULL OR a.until_on >= ${day}::date)
    LEFT JOIN person p ON p.id = a.person_id AND p.state = 'active'
    WHERE j.unit_id = ${unitId}::uuid AND j.since_on <= ${day}::date
      AND (j.until_on IS NULL OR j.until_on >= ${day}::date)
    GROUP BY v.code, v.name, s.name ORDER BY s.name, v.name, v.code`
  return rows.map(withKind)
}

/** The villages of the reach that no active officer serves on that day. */
export async function villagesWithoutOfficer(tx: Tx, reach: Reach, day: Day): Promise<UncoveredVillage[]> {
  const units = await unitsBelow(tx, reach)
  const rows = await tx.$queryRaw<Omit<UncoveredVillage, 'kind'>[]>`
    SELECT v.code, v.name, coalesce(s.name, '') AS subdistrict, u.name AS unit
    FROM jurisdiction j JOIN unit u ON u.id = j.unit_id JOIN area v ON v.code = j.village_code
    LEFT JOIN area s ON s.code = v.parent_code
    WHERE j.unit_id = ANY (${units.map(({ id }) => id)}::uuid[]) AND j.since_on <= ${day}::date
      AND (j.until_on IS NULL OR j.until_on >= ${day}::date)
      AND NOT EXISTS (
        SELECT FROM assignment a JOIN person p ON p.id = a.person_id AND p.state = 'active'
        WHERE a.village_code = j.village_code AND a.since_on <= ${day}::date
          AND (a.until_on IS NULL OR a.until_on >= ${day}::date))
    ORDER BY u.path, v.name, v.code`
  return rows.map(withKind)
}

/** Whether there is any organisation yet. */
export const hasUnits = async (tx: Tx): Promise<boolean> => (await tx.unit.findFirst({ select: { id: true } })) !== null
