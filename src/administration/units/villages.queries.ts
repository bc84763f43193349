import { type Day, dateOf } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'

export interface ListedVillage {
  code: string
  name: string
  /** The unit that it answers to, today or from a later day on; none when it is free. */
  holder: string | null
  holderId: string | null
}

export interface VillageFilter {
  free: ListedVillage[]
  held: ListedVillage[]
  /** Codes that the official list does not know. */
  unknown: string[]
}

/** The villages that these codes of kecamatan and villages stand for, and who has them on that day. */
export async function villagesMatching(tx: Reader, codes: string[], day: Day): Promise<VillageFilter> {
  const villages = await tx.$queryRaw<ListedVillage[]>`
    SELECT v.code, v.name, h.name AS holder, h.id AS "holderId"
    FROM area v LEFT JOIN LATERAL (
      SELECT u.id, u.name FROM jurisdiction j JOIN unit u ON u.id = j.unit_id
      WHERE j.village_code = v.code AND (j.until_on IS NULL OR j.until_on >= ${day}::date)
      ORDER BY j.since_on LIMIT 1) h ON true
    WHERE v.level = 4 AND v.retired_on IS NULL
      AND (v.code = ANY (${codes}::text[]) OR v.parent_code = ANY (${codes}::text[]))
    ORDER BY v.code`
  const isKnown = (asked: string) => villages.some(({ code }) => code === asked || code.startsWith(`${asked}.`))
  return {
    free: villages.filter(({ holder }) => holder === null),
    held: villages.filter(({ holder }) => holder !== null),
    unknown: codes.filter((code) => !isKnown(code)),
  }
}

/** Who of the unit is assigned to the village on that day or later, as `Aipda Budi Santoso`; also the suspended. */
export async function assignedAt(tx: Reader, unitId: string, villageCode: string, day: Day): Promise<string[]> {
  const assignments = await tx.assignment.findMany({
    where: { villageCode, person: { unitId }, OR: [{ untilOn: null }, { untilOn: { gte: dateOf(day) } }] },
    select: { person: { select: { pangkat: true, name: true } } },
    orderBy: { person: { name: 'asc' } },
  })
  return [...new Set(assignments.map(({ person }) => `${person.pangkat} ${person.name}`))]
}

export interface District {
  code: string
  name: string
  regency: string
  province: string
  villages: number
}

/** Prisma does not escape what LIKE takes for a wildcard. */
const literal = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** The kecamatan whose own name or whose kabupaten's name holds the text. */
export const districtsNamed = (tx: Reader, text: string, take: number): Promise<District[]> => tx.$queryRaw<District[]>`
  SELECT d.code, d.name, r.name AS regency, p.name AS province,
         (SELECT count(*)::int FROM area v WHERE v.parent_code = d.code AND v.retired_on IS NULL) AS villages
  FROM area d JOIN area r ON r.code = d.parent_code JOIN area p ON p.code = r.parent_code
  WHERE d.level = 3 AND d.retired_on IS NULL
    AND (d.name ILIKE ${`%${literal(text)}%`} OR r.name ILIKE ${`%${literal(text)}%`})
  ORDER BY d.name ILIKE ${`${literal(text)}%`} DESC, d.code LIMIT ${take}`
