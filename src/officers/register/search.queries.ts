import { nameKey } from '../../kernel/name-key.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { uncounted } from '../../platform/db/counted.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { RegisterName } from '../../reports/engine/index.ts'
import type { LikelyDouble } from './doubts.ts'
import { distanceTo } from './nearness.ts'
import { isAnything, isNear, mayBeOne, meantBy, type Question, questionIn } from './searching.ts'

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
const alike = (key: string) => Prisma.sql`(e.name_key % name_key(${key}) OR name_key(${key}) <% e.name_key
  OR e.name_key LIKE ${`%${escapedLike(key)}%`} OR replace(e.name_key, ' ', '') LIKE ${`${escapedLike(key.replaceAll(' ', ''))}%`})`

/** Letter by letter, over all names of the villages. */
const withFewChanges = (key: string) =>
  Prisma.sql`levenshtein_less_equal(e.name_key, name_key(${key}), ${mostChanges}::int) <= ${mostChanges}::int`

const isSearched = ({ kind, villages, except }: Searched): Prisma.Sql =>
  Prisma.sql`e.kind = ${kind} AND e.merged_into IS NULL AND e.village_code = ANY (${[...villages]})
    ${except === undefined ? Prisma.empty : Prisma.sql`AND e.id <> ${except}::uuid`}`

const placeOf = ({ rt, rw }: Question): Prisma.Sql => Prisma.sql`(TRUE
  ${rt === undefined ? Prisma.empty : Prisma.sql`AND e.rt = ${rt}`}
  ${rw === undefined ? Prisma.empty : Prisma.sql`AND e.rw = ${rw}`})`

const lastVisit = Prisma.sql`(SELECT max(r.occurred_at) FROM report r
  WHERE r.state NOT IN (${uncounted})
    AND r.entry_id IN (SELECT d.id FROM register_entry d WHERE d.id = e.id OR d.merged_into = e.id))`

const columns = Prisma.sql`e.id, e.name, e.rt, e.rw, e.village_code AS "villageCode"`

interface Candidate {
  id: string
  name: string
  rt: number | null
  rw: number | null
}

const namesWhere = (tx: Reader, searched: Searched, key: string, isMeant: Prisma.Sql) =>
  tx.$queryRaw<Candidate[]>`
    SELECT e.id, e.name, e.rt, e.rw FROM register_entry e WHERE ${isSearched(searched)} AND ${isMeant}
    ORDER BY greatest(similarity(e.name_key, name_key(${key})), word_similarity(name_key(${key}), e.name_key)) DESC,
      e.name_key, e.id
    LIMIT ${candidates}`

/** Those whose name alone, in their RT and RW, or whose name with all that was typed may be meant. */
function namesBy(tx: Reader, searched: Searched, question: Question, isMeant: (key: string) => Prisma.Sql) {
  const { name, whole } = question
  const byName = Prisma.sql`(${placeOf(question)} AND ${isMeant(name)})`
  if (whole === '') return namesWhere(tx, searched, name, byName)
  if (name === '') return namesWhere(tx, searched, whole, isMeant(whole))
  return namesWhere(tx, searched, name, Prisma.sql`(${byName} OR ${isMeant(whole)})`)
}

/**
 * The names that may be meant, the nearest first. Two slips can leave no three letters in a row, so that no index finds
 * the name: where nothing is as near as one slip, all names are compared.
 */
async function namesLike(tx: Reader, searched: Searched, question: Question): Promise<Candidate[]> {
  const alikes = await namesBy(tx, searched, question, alike)
  const [first] = meantBy(searched.text, alikes)
  if (question.name === '' || (first && isNear(searched.text, first))) return meantBy(searched.text, alikes)
  const others = await namesBy(tx, searched, question, withFewChanges)
  const known = new Set(alikes.map(({ id }) => id))
  return meantBy(searched.text, [...alikes, ...others.filter(({ id }) => !known.has(id))])
}

/** All of an RT and RW, those longest unvisited first. */
const entriesAt = (tx: Reader, searched: Searched, question: Question) =>
  tx.$queryRaw<FoundEntry[]>`
    SELECT ${columns}, ${lastVisit} AS "lastVisitAt" FROM register_entry e
    WHERE ${isSearched(searched)} AND ${placeOf(question)}
    ORDER BY "lastVisitAt" NULLS FIRST, e.name, e.id LIMIT ${searched.size}`

async function entriesNamed(tx: Reader, searched: Searched, question: Question): Promise<FoundEntry[]> {
  const ids = (await namesLike(tx, searched, question)).slice(0, searched.size).map(({ id }) => id)
  return tx.$queryRaw<FoundEntry[]>`
    SELECT ${columns}, ${lastVisit} AS "lastVisitAt" FROM register_entry e
    WHERE e.id = ANY (${ids}::uuid[]) ORDER BY array_position(${ids}::uuid[], e.id)`
}

/**
 * Entries that match a name (tolerant of spelling), an RT, a RW. Without a name: those at that RT and RW, those longest
 * unvisited first, after any that hold what was typed in their name, such as `Satkamling RW 17`.
 */
export async function searchEntries(tx: Reader, searched: Searched): Promise<FoundEntry[]> {
  const question = questionIn(searched.text)
  const { name, whole } = question
  if (searched.villages.length === 0 || (searched.text !== '' && !isAnything(question))) return []
  if (name !== '') return entriesNamed(tx, searched, question)
  const named = whole === '' ? [] : await entriesNamed(tx, searched, question)
  const known = new Set(named.map(({ id }) => id))
  const there = isPlace(question) ? await entriesAt(tx, searched, question) : []
  return [...named, ...there.filter(({ id }) => !known.has(id))].slice(0, searched.size)
}

const isPlace = ({ rt, rw, numbers }: Question): boolean => rt !== undefined || rw !== undefined || numbers.length === 0

/** Entries at the same RT and RW that may be this one, by their names. */
export async function likelyDoubles(tx: Reader, entry: NewPlace): Promise<LikelyDouble[]> {
  const { kind, villageCode, rt, rw, name } = entry
  const neighbours = await tx.$queryRaw<LikelyDouble[]>`
    SELECT e.id, e.name, e.rt, e.rw FROM register_entry e
    WHERE e.kind = ${kind} AND e.merged_into IS NULL AND e.village_code = ${villageCode}
      AND e.rt IS NOT DISTINCT FROM ${rt}::smallint AND e.rw IS NOT DISTINCT FROM ${rw}::smallint`
  const apart = (one: LikelyDouble) => distanceTo(nameKey(name), nameKey(one.name))
  return neighbours
    .filter((one) => mayBeOne(name, one.name))
    .sort((a, b) => apart(a) - apart(b))
    .slice(0, mostDoubles)
}
