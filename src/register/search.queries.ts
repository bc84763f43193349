import { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../platform/db/connect.ts'
import { uncounted } from '../platform/db/counted.ts'
import type { RegisterName } from '../reports/index.ts'
import type { LikelyDouble } from './doubts.ts'
import { distanceTo, nearest } from './nearness.ts'
import { type Sought, soughtIn } from './sought.ts'

export interface FoundEntry {
  id: string
  name: string
  rt: number | null
  rw: number | null
  villageCode: string
  lastVisitAt: Date | null
}

export interface Searched {
  kind: RegisterName
  villages: readonly string[]
  text: string
  size: number
  /** An entry that must not find itself. */
  except?: string
}

interface NewPlace {
  kind: RegisterName
  villageCode: string
  rt: number | null
  rw: number | null
  name: string
}

const mostDoubles = 5
/** So many names that look alike are compared letter by letter. */
const candidates = 200
/** Letters in the wrong order are two changes to PostgreSQL: two slips are four at most. */
const mostChanges = 4

const escapedLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** By index: names that share enough of their letters, or hold what was typed. */
const alike = (name: string) => Prisma.sql`(e.name_key % name_key(${name}) OR name_key(${name}) <% e.name_key
  OR e.name_key LIKE ${`%${escapedLike(name.toLowerCase())}%`})`

/** Letter by letter, over all names of the villages. */
const withFewChanges = (name: string) =>
  Prisma.sql`levenshtein_less_equal(e.name_key, name_key(${name}), ${mostChanges}::int) <= ${mostChanges}::int`

function scopeOf({ kind, villages, except }: Searched, { rt, rw }: Sought): Prisma.Sql {
  return Prisma.sql`e.kind = ${kind} AND e.merged_into IS NULL AND e.village_code = ANY (${[...villages]})
    ${rt === undefined ? Prisma.empty : Prisma.sql`AND e.rt = ${rt}`}
    ${rw === undefined ? Prisma.empty : Prisma.sql`AND e.rw = ${rw}`}
    ${except === undefined ? Prisma.empty : Prisma.sql`AND e.id <> ${except}::uuid`}`
}

const lastVisit = Prisma.sql`(SELECT max(r.occurred_at) FROM report r
  WHERE r.state NOT IN (${uncounted})
    AND r.entry_id IN (SELECT d.id FROM register_entry d WHERE d.id = e.id OR d.merged_into = e.id))`

const columns = Prisma.sql`e.id, e.name, e.rt, e.rw, e.village_code AS "villageCode"`

interface Candidate {
  id: string
  nameKey: string
  sought: string
}

const namesWhere = (tx: Tx, searched: Searched, sought: Sought, isMeant: Prisma.Sql) =>
  tx.$queryRaw<Candidate[]>`
    SELECT e.id, e.name_key AS "nameKey", name_key(${sought.name}) AS sought
    FROM register_entry e WHERE ${scopeOf(searched, sought)} AND ${isMeant}
    ORDER BY greatest(similarity(e.name_key, name_key(${sought.name})), word_similarity(name_key(${sought.name}), e.name_key)) DESC,
      e.name_key, e.id
    LIMIT ${candidates}`

const near = <C extends Candidate>(names: C[]): C[] => nearest(names[0]?.sought ?? '', names)

/**
 * The names that may be meant, the nearest first. Two slips can leave no three letters in a row, so that no index finds
 * the name: where nothing is as near as one slip, all names are compared.
 */
async function namesLike(tx: Tx, searched: Searched, sought: Sought): Promise<Candidate[]> {
  const alikes = await namesWhere(tx, searched, sought, alike(sought.name))
  if (alikes.some(({ nameKey, sought: key }) => distanceTo(key, nameKey) <= 1)) return near(alikes)
  const others = await namesWhere(tx, searched, sought, withFewChanges(sought.name))
  const known = new Set(alikes.map(({ id }) => id))
  return near([...alikes, ...others.filter(({ id }) => !known.has(id))])
}

/** Entries that match a name (tolerant of spelling), an RT, an RW; without a name those longest unvisited first. */
export async function searchEntries(tx: Tx, searched: Searched): Promise<FoundEntry[]> {
  const sought = soughtIn(searched.text)
  if (searched.villages.length === 0) return []
  if (sought.name === '') {
    return tx.$queryRaw<FoundEntry[]>`
      SELECT ${columns}, ${lastVisit} AS "lastVisitAt" FROM register_entry e WHERE ${scopeOf(searched, sought)}
      ORDER BY "lastVisitAt" NULLS FIRST, e.name, e.id LIMIT ${searched.size}`
  }
  if (!/[a-z0-9]/i.test(sought.name)) return []
  const ids = (await namesLike(tx, searched, sought)).slice(0, searched.size).map(({ id }) => id)
  return tx.$queryRaw<FoundEntry[]>`
    SELECT ${columns}, ${lastVisit} AS "lastVisitAt" FROM register_entry e
    WHERE e.id = ANY (${ids}::uuid[]) ORDER BY array_position(${ids}::uuid[], e.id)`
}

/** Entries at the same RT and RW whose name is at most two slips away, the nearest first. */
export async function likelyDoubles(tx: Tx, entry: NewPlace): Promise<LikelyDouble[]> {
  const { kind, villageCode, rt, rw, name } = entry
  const neighbours = await tx.$queryRaw<(LikelyDouble & Candidate)[]>`
    SELECT e.id, e.name, e.rt, e.rw, e.name_key AS "nameKey", name_key(${name}) AS sought
    FROM register_entry e
    WHERE e.kind = ${kind} AND e.merged_into IS NULL AND e.village_code = ${villageCode}
      AND e.rt IS NOT DISTINCT FROM ${rt}::smallint AND e.rw IS NOT DISTINCT FROM ${rw}::smallint
    LIMIT ${candidates}`
  return near(neighbours.filter(({ nameKey, sought }) => distanceTo(sought, nameKey) <= 2)).slice(0, mostDoubles)
}
