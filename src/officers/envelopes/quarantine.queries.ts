import type { Scope } from '../../access/policy/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { type QuarantineFilter, spanOf } from './quarantine-list.ts'
import type { Reason } from './verdict.ts'

export interface QuarantinedEnvelope {
  digest: string
  /** Null where neither the person nor the phone that it names is known. */
  authorId: string | null
  author: string | null
  unit: string | null
  agent: string | null
  /** Who has brought it, where it did not come by itself. */
  carrier: string | null
  reasons: Reason[]
  state: 'held' | 'conflict'
  receivedAt: Date
  sequence: number
  /** How many of its photos are here. */
  photos: number
  /** The report that has its id, where there is one. */
  reportId: string | null
  number: string | null
}

const within = (scope: Scope) =>
  scope.kind === 'own'
    ? Prisma.sql`e.author_id = ${scope.personId}::uuid`
    : Prisma.sql`e.unit_path LIKE ${`${scope.path}%`}`

/** 0: signed by a device we know, or handed in by somebody. 1: names somebody we know. 2: neither. */
const trust = Prisma.sql`CASE
  WHEN e.carried_by IS NOT NULL OR coalesce(e.reasons -> 0 ->> 'code', '') NOT IN ('unknownDevice', 'badSignature') THEN 0
  WHEN e.author_id IS NOT NULL THEN 1 ELSE 2 END`

const quarantinedAs = (which: Prisma.Sql, take: number, skip = 0) => Prisma.sql`
  SELECT e.digest, e.author_id AS "authorId", p.pangkat || ' ' || p.name AS author, u.name AS unit, d.agent, c.pangkat || ' ' || c.name AS carrier,
    e.reasons, e.state, e.sequence, e.received_at AS "receivedAt", r.id AS "reportId", r.number,
    (SELECT count(*)::int FROM envelope_photo f WHERE f.digest = e.digest AND f.state <> 'awaited') AS photos
  FROM envelope e LEFT JOIN person p ON p.id = e.author_id LEFT JOIN unit u ON u.id = p.unit_id
  LEFT JOIN person c ON c.id = e.carried_by
  LEFT JOIN device_key d ON d.id = e.device_id
  LEFT JOIN report r ON r.id = e.report_id AND r.author_id = e.author_id
  WHERE ${which} AND e.state IN ('held', 'conflict') AND e.decision IS NULL
  ORDER BY ${trust}, e.received_at DESC, e.digest LIMIT ${take} OFFSET ${skip}`

const has = (text: Prisma.Sql, search: string) => Prisma.sql`strpos(lower(coalesce(${text}, '')), lower(${search})) > 0`

const matching = (search: string): Prisma.Sql =>
  search === ''
    ? Prisma.sql`TRUE`
    : Prisma.sql`(${Prisma.join(
        [Prisma.sql`p.name`, Prisma.sql`p.nrp`, Prisma.sql`u.name`, Prisma.sql`c.name`, Prisma.sql`r.number`].map(
          (one) => has(one, search),
        ),
        ' OR ',
      )})`

/** What came from phones and does not stand by itself: of known phones and officers first, then the newest. */
export function quarantinedWithin(tx: Reader, scope: Scope, filter: QuarantineFilter) {
  const { skip, take } = spanOf(filter)
  const which = Prisma.sql`${within(scope)} AND ${matching(filter.search)}`
  return tx.$queryRaw<QuarantinedEnvelope[]>(quarantinedAs(which, take, skip))
}

export async function countQuarantined(tx: Reader, scope: Scope): Promise<number> {
  const [row] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM envelope e
    WHERE ${within(scope)} AND e.state IN ('held', 'conflict') AND e.decision IS NULL`
  return row.count
}

/** The ids of this person's reports that nobody has decided on. */
export const quarantinedEnvelope = async (tx: Reader, authorId: string): Promise<string[]> => {
  const found = await tx.envelope.findMany({
    where: { authorId, state: { in: ['held', 'conflict'] }, decision: null },
    select: { reportId: true },
    orderBy: { receivedAt: 'desc' },
    take: 50,
  })
  return found.map(({ reportId }) => reportId)
}

/** One that nobody has decided on, as it is told and as it came. */
export type UndecidedEnvelope = NonNullable<Awaited<ReturnType<typeof undecidedEnvelope>>>

export async function undecidedEnvelope(tx: Reader, scope: Scope, digest: string) {
  const [told] = await tx.$queryRaw<QuarantinedEnvelope[]>(
    quarantinedAs(Prisma.sql`e.digest = ${digest} AND ${within(scope)}`, 1),
  )
  if (!told) return null
  const { jws, reportId, carriedBy } = await tx.envelope.findUniqueOrThrow({ where: { digest } })
  return { ...told, standingId: told.reportId, jws, reportId, carriedBy }
}

/** An entry of the register as a report names it, where it lies in a village of the scope. */
export async function entryWithin(tx: Reader, scope: Scope, id: string): Promise<EnteredIn | undefined> {
  if (scope.kind === 'own' || !isUuid(id)) return undefined
  const [entry] = await tx.$queryRaw<EnteredIn[]>`
    SELECT n.village_code AS "villageCode", n.id AS "entryId" FROM register_entry n
    WHERE n.id = ${id}::uuid AND EXISTS (
      SELECT FROM jurisdiction j JOIN unit u ON u.id = j.unit_id
      WHERE j.village_code = n.village_code AND u.path LIKE ${`${scope.path}%`})`
  return entry
}

/** Where a report lies: its village, and the entry of the register that it is about. */
export interface EnteredIn {
  villageCode: string
  entryId: string | null
}

export const lockEnvelope = (tx: Reader, digest: string) =>
  tx.$queryRaw`SELECT digest FROM envelope WHERE digest = ${digest} FOR UPDATE`

/** Its photos that have come and that nobody has opened. */
export const encryptedPhotosOf = (tx: Reader, digest: string) =>
  tx.envelopePhoto.findMany({ where: { digest, body: { not: null } }, orderBy: { ordinal: 'asc' } })

export const countAwaited = (tx: Reader, digest: string) =>
  tx.envelopePhoto.count({ where: { digest, state: 'awaited' } })

export interface Gap {
  device: string
  author: string
  agent: string
  /** The numbers that are missing, from the first to the last. */
  from: number
  until: number
  /** When the one after them came. */
  since: Date
}

/**
 * What a device has numbered and what never came: phones count what they encrypt without gaps. A number that nobody has
 * signed proves nothing.
 */
export const gapsWithin = (tx: Reader, scope: Scope, take: number) => tx.$queryRaw<Gap[]>`
  WITH came AS (
    SELECT e.device_id, e.author_id, e.received_at, e.sequence,
      coalesce(lag(e.sequence) OVER (PARTITION BY e.device_id ORDER BY e.sequence), 0) AS before
    FROM envelope e
    WHERE ${within(scope)} AND e.device_id IS NOT NULL AND e.reasons -> 0 ->> 'code' IS DISTINCT FROM 'badSignature'
  )
  SELECT c.device_id AS device, p.pangkat || ' ' || p.name AS author, d.agent, c.before + 1 AS "from", c.sequence - 1 AS until,
    c.received_at AS since
  FROM came c JOIN person p ON p.id = c.author_id JOIN device_key d ON d.id = c.device_id
  WHERE c.sequence > c.before + 1
  ORDER BY c.received_at DESC LIMIT ${take}`

/**
 * By officer: how many numbers of their devices are missing, where one of them may have been given in that time: before
 * the number after it came, and after the number before it was written.
 */
export const missingBetween = (tx: Reader, scope: Scope, from: Date, until: Date) => tx.$queryRaw<
  { authorId: string; missing: number }[]
>`
  SELECT author_id AS "authorId", sum(sequence - before - 1)::int AS missing
  FROM (
    SELECT DISTINCT e.device_id, e.author_id, e.sequence, coalesce(last.sequence, 0) AS before
    FROM envelope e
    LEFT JOIN LATERAL (
      SELECT sequence, written_at FROM envelope earlier
      WHERE earlier.device_id = e.device_id AND earlier.sequence < e.sequence
        AND earlier.reasons -> 0 ->> 'code' IS DISTINCT FROM 'badSignature'
      ORDER BY sequence DESC LIMIT 1) last ON TRUE
    WHERE e.received_at >= ${from} AND ${within(scope)} AND e.device_id IS NOT NULL
      AND e.reasons -> 0 ->> 'code' IS DISTINCT FROM 'badSignature'
      AND e.sequence > coalesce(last.sequence, 0) + 1 AND coalesce(last.written_at, '-infinity') < ${until}
  ) gaps
  GROUP BY 1`
