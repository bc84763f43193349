import type { PublicJwk } from '../../access/devices/index.ts'
import type { Role } from '../../access/policy/actor.ts'
import type { Day } from '../../kernel/days.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { Parsed } from './envelope-crypto.ts'

interface Span {
  since: Day
  until: Day | null
}

export interface KnownPerson {
  id: string
  name: string
  isActive: boolean
  unitPath: string
  timeZone: string
  postings: (Span & { unitPath: string; timeZone: string; role: Role })[]
  villages: (Span & { code: string })[]
}

export interface KnownDevice {
  id: string
  personId: string
  publicKey: PublicJwk
  isRevoked: boolean
}

export interface ExistingReport {
  id: string
  authorId: string
  digest: string
  photos: string[]
}

/** What is known about some envelopes before they are opened. */
export interface Known {
  /** By digest: those that came before. */
  digests: ReadonlySet<string>
  devices: ReadonlyMap<string, KnownDevice>
  people: ReadonlyMap<string, KnownPerson>
  standing: ReadonlyMap<string, ExistingReport>
}

interface KnownRow {
  digests: string[]
  devices: KnownDevice[]
  people: (Omit<KnownPerson, 'unitPath' | 'timeZone' | 'postings'> & {
    unitId: string
    postings: (Span & { unitId: string; role: Role })[]
  })[]
  /** By id: path and time zone. Apart, so that they are looked up once for all and not for each posting. */
  units: Record<string, [string, string]>
  standing: ExistingReport[]
}

const standingJson = (ids: readonly string[]) => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'authorId', r.author_id, 'digest', r.digest,
    'photos', (SELECT coalesce(jsonb_agg(p.hash), '[]') FROM photo p WHERE p.report_id = r.id AND p.ordinal IS NOT NULL))), '[]')
  FROM report r WHERE r.id = ANY (${[...ids]}::uuid[]))`

/** The authors, and the persons of the devices. */
const concerned = (ids: readonly string[], kids: readonly string[]) =>
  Prisma.sql`ANY (ARRAY (SELECT unnest(${[...ids]}::uuid[]) UNION SELECT person_id FROM device_key WHERE id = ANY (${[...kids]}::uuid[])))`

/** Where they serve and served: what counts is the day on which something was written. */
const peopleJson = (who: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'isActive', p.state = 'active', 'unitId', p.unit_id,
    'postings', (SELECT coalesce(jsonb_agg(jsonb_build_object('unitId', o.unit_id, 'role', o.role,
        'since', o.since_on, 'until', o.until_on) ORDER BY o.since_on DESC), '[]')
      FROM posting o WHERE o.person_id = p.id),
    'villages', (SELECT coalesce(jsonb_agg(jsonb_build_object('code', a.village_code, 'since', a.since_on, 'until', a.until_on)), '[]')
      FROM assignment a WHERE a.person_id = p.id))), '[]')
  FROM person p WHERE p.id = ${who})`

const unitsJson = (who: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(jsonb_object_agg(u.id, jsonb_build_array(u.path, u.time_zone)), '{}') FROM unit u WHERE u.id IN (
    SELECT unit_id FROM person WHERE id = ${who} UNION SELECT unit_id FROM posting WHERE person_id = ${who}))`

/** The digest leaves the signature out: who spoils that on the way must not take the place of the true one. */
const isForged = Prisma.sql`state = 'held' AND decision IS NULL AND reasons -> 0 ->> 'code' = 'badSignature'`

/** Asked once for all that came together, in one question. */
export async function knownAbout(tx: Reader, envelopes: readonly Parsed[]): Promise<Known> {
  const kids = envelopes.map(({ head }) => head.kid).filter(isUuid)
  const ids = envelopes.map(({ claims }) => claims.id)
  const authors = [...new Set(envelopes.map(({ claims }) => claims.author))]
  const who = concerned(authors, kids)
  const [row] = await tx.$queryRaw<[KnownRow]>(Prisma.sql`
    SELECT
      (SELECT coalesce(jsonb_agg(digest), '[]') FROM envelope WHERE digest = ANY (${envelopes.map(({ digest }) => digest)})
        AND NOT (${isForged})) AS digests,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'personId', person_id, 'publicKey', public_key,
          'isRevoked', revoked_at IS NOT NULL)), '[]') FROM device_key WHERE id = ANY (${kids}::uuid[])) AS devices,
      ${peopleJson(who)} AS people,
      ${unitsJson(who)} AS units,
      ${standingJson(ids)} AS standing`)
  return {
    digests: new Set(row.digests),
    devices: new Map(row.devices.map((one) => [one.id, one])),
    people: new Map(row.people.map((one) => [one.id, servingAt(one, row.units)])),
    standing: new Map(row.standing.map((one) => [one.id, one])),
  }
}

function servingAt({ unitId, postings, ...person }: KnownRow['people'][number], units: KnownRow['units']): KnownPerson {
  const at = (id: string) => ({ unitPath: units[id]![0], timeZone: units[id]![1] })
  return { ...person, ...at(unitId), postings: postings.map(({ unitId: id, ...one }) => ({ ...one, ...at(id) })) }
}

/** The reports that have these ids by now. */
export async function standingAmong(tx: Reader, ids: readonly string[]): Promise<Map<string, ExistingReport>> {
  const [row] = await tx.$queryRaw<[{ standing: ExistingReport[] }]>(
    Prisma.sql`SELECT ${standingJson(ids)} AS standing`,
  )
  return new Map(row.standing.map((one) => [one.id, one]))
}

export const holdsOn =
  (day: Day) =>
  ({ since, until }: Span): boolean =>
    since <= day && (until === null || day <= until)

/** Entries of the register by id; of villages out of the author's scope too, which the rules refuse. */
export async function entriesAmong(tx: Reader, ids: readonly string[]) {
  const wanted = [...new Set(ids.filter(isUuid))]
  if (wanted.length === 0) return new Map<string, never>()
  const entries = await tx.registerEntry.findMany({
    where: { id: { in: wanted } },
    select: { id: true, kind: true, mergedInto: true, villageCode: true },
  })
  return new Map(entries.map((entry) => [entry.id, entry]))
}

export interface StoredEnvelope {
  digest: string
  reportId: string
  authorId: string | null
  state: string
  reasons: unknown
  receivedAt: Date
  number: string | null
  code: string | null
  photos: { hash: string; state: 'here' | 'awaited' | 'unreadable' }[]
}

/** What was kept of these envelopes, with the number of the report where its author may be told. */
export const storedAmong = (tx: Reader, digests: readonly string[]) => tx.$queryRaw<StoredEnvelope[]>`
  SELECT e.digest, e.report_id AS "reportId", e.author_id AS "authorId", e.state, e.reasons, e.received_at AS "receivedAt",
    r.number, r.check_code AS code,
    coalesce((SELECT jsonb_agg(jsonb_build_object('hash', p.hash, 'state', p.state) ORDER BY p.ordinal)
      FROM envelope_photo p WHERE p.digest = e.digest), '[]') AS photos
  FROM envelope e
  LEFT JOIN report r ON r.id = e.report_id AND r.author_id = e.author_id AND e.state IN ('filed', 'conflict')
  WHERE e.digest = ANY (${[...digests]}::text[])`

export interface NamedPhoto {
  digest: string
  ordinal: number
  state: 'here' | 'awaited' | 'unreadable'
  size: number
  envelopeState: 'filed' | 'faulty' | 'held' | 'conflict'
  jws: string
  authorId: string | null
  /** Whether nobody known has signed that envelope, or its author has disowned it. */
  isOfUnknownSender: boolean
}

/** Which envelopes of the report name the photo of that hash; the same bytes may have been named by several. */
export const photosNamed = (tx: Reader, reportId: string, hash: string) => tx.$queryRaw<NamedPhoto[]>`
  SELECT p.digest, p.ordinal, p.state, p.size, e.state AS "envelopeState", e.jws, e.author_id AS "authorId",
    coalesce(e.reasons -> 0 ->> 'code' IN ('unknownDevice', 'badSignature', 'disowned'), false) AS "isOfUnknownSender"
  FROM envelope e JOIN envelope_photo p ON p.digest = e.digest
  WHERE e.report_id = ${reportId}::uuid AND p.hash = ${hash}
  ORDER BY e.state <> 'filed', e.received_at, p.ordinal`

/** The envelope that a report was filed from. What was mended in a form came before its report, and what repeats one after it. */
export async function filedFrom(tx: Reader, reportId: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ jws: string }[]>`
    SELECT e.jws FROM envelope e JOIN report r ON r.id = e.report_id
    WHERE r.id = ${reportId}::uuid AND e.state = 'filed' AND e.author_id = r.author_id AND e.received_at = r.arrived_at LIMIT 1`
  return row?.jws
}
