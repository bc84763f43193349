import type { Scope } from '../../access/policy/scope.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import { batched } from '../../platform/db/batched.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { unitNameOn } from '../../platform/db/facts.ts'
import { unitsWithin } from '../../platform/db/within.ts'
import { kindOf, type Village } from './village.ts'

export interface UnitLine {
  id: string
  name: string
  path: string
  kind: string
  timeZone: string
}

export interface CoveredVillage extends Village {
  /** Who serves it on that day, as `Aipda Budi Santoso`. */
  officers: string[]
}

export interface UncoveredVillage extends Village {
  unit: string
  unitId: string
}

const withKind = <V extends { code: string }>(village: V): V & Pick<Village, 'kind'> => ({
  ...village,
  kind: kindOf(village.code),
})

/** The units of the scope that exist now, each before those below it. */
export const unitsBelow = (tx: Reader, scope: Scope): Promise<UnitLine[]> =>
  tx.unit.findMany({
    where: { AND: [unitsWithin(scope), { untilOn: null }] },
    orderBy: { path: 'asc' },
    select: { id: true, name: true, path: true, kind: true, timeZone: true },
  })

export interface FoundUnit extends UnitLine {
  sinceOn: Date
  people: number
}

/** A unit of the scope that exists now, with the number of its own people. */
export async function findUnit(tx: Reader, scope: Scope, id: string): Promise<FoundUnit | null> {
  const unit = await tx.unit.findFirst({
    where: { AND: [unitsWithin(scope), { id, untilOn: null }] },
    include: { _count: { select: { people: true } } },
  })
  return unit && { ...unit, people: unit._count.people }
}

export interface CountedUnit extends UnitLine {
  people: number
  villages: number
}

/** The units of the scope with what is their own, each before those below it. */
export async function countedUnits(tx: Reader, scope: Scope, day: Day): Promise<CountedUnit[]> {
  const units = await tx.unit.findMany({
    where: { AND: [unitsWithin(scope), { untilOn: null }] },
    orderBy: { path: 'asc' },
    include: { _count: { select: { people: true, jurisdictions: { where: validOn(day) } } } },
  })
  return units.map(({ _count, ...unit }) => ({ ...unit, people: _count.people, villages: _count.jurisdictions }))
}

const validOn = (day: Day) => ({
  sinceOn: { lte: dateOf(day) },
  OR: [{ untilOn: null }, { untilOn: { gte: dateOf(day) } }],
})

/** Whether a unit below this one is called so now. */
export const nameIsTaken = async (tx: Reader, parentId: string, name: string): Promise<boolean> =>
  (await tx.unit.count({ where: { parentId, untilOn: null, name: { equals: name, mode: 'insensitive' } } })) > 0

/** Whether a unit has or ever had this path: old reports carry it. */
export const pathIsTaken = async (tx: Reader, path: string): Promise<boolean> =>
  (await tx.unit.count({ where: { path } })) > 0

/** The villages that the person serves on that day. */
export const villagesOf = (tx: Reader, personId: string, day: Day): Promise<Village[]> =>
  servedBy(tx, { personId, day })

const servedBy = batched(async (tx: Reader, officers: { personId: string; day: Day }[]) => {
  const rows = await tx.$queryRaw<(Omit<Village, 'kind'> & { at: number })[]>`
    SELECT DISTINCT o.at::int AS at, v.code, v.name, coalesce(s.name, '') AS subdistrict
    FROM unnest(${officers.map(({ personId }) => personId)}::uuid[], ${officers.map(({ day }) => day)}::date[])
      WITH ORDINALITY AS o (person, day, at)
    JOIN assignment a ON a.person_id = o.person AND a.since_on <= o.day AND (a.until_on IS NULL OR a.until_on >= o.day)
    JOIN area v ON v.code = a.village_code LEFT JOIN area s ON s.code = v.parent_code
    ORDER BY at, v.name, v.code`
  return officers.map((_, index) =>
    rows.filter(({ at }) => at === index + 1).map(({ at: __, ...one }) => withKind(one)),
  )
})

/** The villages that answer to the unit on that day, with the active officers who serve them. */
export async function villagesOfUnit(tx: Reader, unitId: string, day: Day): Promise<CoveredVillage[]> {
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

/** The villages of the scope that no active officer serves on that day. */
export async function villagesWithoutOfficer(tx: Reader, scope: Scope, day: Day): Promise<UncoveredVillage[]> {
  const units = await unitsBelow(tx, scope)
  const rows = await tx.$queryRaw<Omit<UncoveredVillage, 'kind'>[]>`
    SELECT v.code, v.name, coalesce(s.name, '') AS subdistrict, u.name AS unit, u.id AS "unitId"
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

/** A village of the official list by its code. */
export async function villageNamed(tx: Reader, code: string): Promise<Village | undefined> {
  const [row] = await tx.$queryRaw<Omit<Village, 'kind'>[]>`
    SELECT v.code, v.name, coalesce(s.name, '') AS subdistrict
    FROM area v LEFT JOIN area s ON s.code = v.parent_code WHERE v.code = ${code}`
  return row && withKind(row)
}

/** Whether there is any organisation yet. */
export const hasUnits = async (tx: Reader): Promise<boolean> =>
  (await tx.unit.findFirst({ select: { id: true } })) !== null

export interface NamedUnit {
  path: string
  name: string
}

/** The unit at that path (as an address has it), within scope, as it was called on that day. */
export async function unitAt(tx: Reader, scope: Scope, path: string, day: Day): Promise<NamedUnit | null> {
  const isPath = path.length <= 200 && /^\/([a-z0-9-]+\/)+$/.test(path)
  const where = { AND: [{ path }, unitsWithin(scope)] }
  const found = isPath ? await tx.unit.findFirst({ where, select: { path: true } }) : null
  return found && { path, name: await unitNameOn(tx, path, day) }
}
