import { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../platform/db/connect.ts'

export interface FoundHousehold {
  id: string
  headName: string
  rt: number
  rw: number
  villageCode: string
  residents: number | null
  lastVisitAt: Date | null
  visits: number
}

const escapedLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** `RT 3`, `rt003` or a plain number asks for an RT; anything else for a name. */
const rtOf = (text: string): number | undefined => {
  const match = /^(?:rt\s*)?0*(\d{1,3})$/i.exec(text)
  return match ? Number(match[1]) : undefined
}

function matching(text: string): Prisma.Sql {
  if (text === '') return Prisma.sql`TRUE`
  const rt = rtOf(text)
  if (rt !== undefined) return Prisma.sql`h.rt = ${rt}`
  return Prisma.sql`(h.head_name ILIKE ${`%${escapedLike(text)}%`} OR h.head_name % ${text})`
}

/** Households of these villages that match a name (tolerant of spelling) or an RT, those longest unvisited first. */
export function searchHouseholds(
  tx: Tx,
  villages: readonly string[],
  text: string,
  size: number,
): Promise<FoundHousehold[]> {
  const nearness =
    text === '' || rtOf(text) !== undefined ? Prisma.sql`0::float8` : Prisma.sql`similarity(h.head_name, ${text})`
  return tx.$queryRaw<FoundHousehold[]>`
    SELECT h.id, h.head_name AS "headName", h.rt, h.rw, h.village_code AS "villageCode", h.residents,
           seen.last AS "lastVisitAt", seen.visits
    FROM household h
    LEFT JOIN LATERAL (
      SELECT max(occurred_at) AS last, count(*)::int AS visits FROM report WHERE household_id = h.id AND state <> 'cancelled'
    ) seen ON TRUE
    WHERE h.village_code = ANY (${[...villages]}) AND ${matching(text)}
    ORDER BY ${nearness} DESC, seen.last ASC NULLS FIRST, h.head_name, h.id LIMIT ${size}`
}

/** The same name at the same RT and RW: the household is registered already. */
export const sameHousehold = (tx: Tx, villageCode: string, rt: number, rw: number, headName: string) =>
  tx.household.findFirst({
    where: { villageCode, rt, rw, headName: { equals: headName, mode: 'insensitive' } },
    select: { id: true },
  })

/** The household whose head has this NIK, by its blind index: it may be in another officer's village. */
export const householdByNik = (tx: Tx, nikIndex: Uint8Array<ArrayBuffer>) =>
  tx.household.findFirst({ where: { nikIndex }, select: { id: true } })
