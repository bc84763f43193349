import { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { RegisterName } from '../reports/index.ts'

export interface FoundEntry {
  id: string
  name: string
  rt: number | null
  rw: number | null
  villageCode: string
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
  if (rt !== undefined) return Prisma.sql`e.rt = ${rt}`
  return Prisma.sql`(e.name ILIKE ${`%${escapedLike(text)}%`} OR e.name % ${text})`
}

export interface Searched {
  kind: RegisterName
  villages: readonly string[]
  text: string
  size: number
}

/** Entries of these villages that match a name (tolerant of spelling) or an RT, those longest unvisited first. */
export function searchEntries(tx: Tx, { kind, villages, text, size }: Searched): Promise<FoundEntry[]> {
  const nearness =
    text === '' || rtOf(text) !== undefined ? Prisma.sql`0::float8` : Prisma.sql`similarity(e.name, ${text})`
  return tx.$queryRaw<FoundEntry[]>`
    SELECT e.id, e.name, e.rt, e.rw, e.village_code AS "villageCode", seen.last AS "lastVisitAt", seen.visits
    FROM register_entry e
    LEFT JOIN LATERAL (
      SELECT max(occurred_at) AS last, count(*)::int AS visits FROM report WHERE entry_id = e.id AND state NOT IN ('cancelled', 'duplicate')
    ) seen ON TRUE
    WHERE e.kind = ${kind} AND e.merged_into IS NULL AND e.village_code = ANY (${[...villages]}) AND ${matching(text)}
    ORDER BY ${nearness} DESC, seen.last ASC NULLS FIRST, e.name, e.id LIMIT ${size}`
}

interface Place {
  kind: RegisterName
  villageCode: string
  rt: number | null
  rw: number | null
  name: string
}

/** The same name at the same RT and RW: it is registered already. */
export const sameEntry = (tx: Tx, { kind, villageCode, rt, rw, name }: Place) =>
  tx.registerEntry.findFirst({
    where: { kind, villageCode, rt, rw, mergedInto: null, name: { equals: name, mode: 'insensitive' } },
    select: { id: true },
  })

/** The household whose head has this NIK, by its blind index: it may be in another officer's village. */
export const entryByNik = (tx: Tx, nikIndex: Uint8Array<ArrayBuffer>) =>
  tx.registerEntry.findFirst({ where: { nikIndex, mergedInto: null }, select: { id: true } })
