import type { Actor } from '../../access/policy/actor.ts'
import type { Scope } from '../../access/policy/scope.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { within, withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { overdueSince } from '../states/index.ts'
import { reportTypes } from '../types/index.ts'
import type { QueueQuery } from './queue-query.ts'

/** Whose queue, seen how. */
export interface QueueSearch {
  scope: Scope
  actor: Pick<Actor, 'id' | 'role' | 'twoStage'>
  query: QueueQuery
  now: Date
  /** Of a hundred clean low-risk reports, how many are read. */
  sampling: number
}

const lowRisk = reportTypes.filter((type) => type.lowRisk).map(({ key }) => key)

/** Nothing about it asks to be read by itself: signed by its author, a routine type, never corrected (the detail of a kilat corrects nothing), no mark. */
export const isClean = Prisma.sql`(warnings = '[]' AND priority = 0 AND authorship = 'own'
  AND version = 1 + (completed_at IS NOT NULL)::int AND type_key = ANY (${lowRisk}))`

/**
 * Not in the sample. The lot is drawn from the check code, which only the server gives, and the id: whoever writes a
 * report cannot choose one that nobody will read.
 */
const isUnsampled = (sampling: number) => Prisma.sql`(${isClean} AND state = 'submitted'
  AND ('x' || left(md5(check_code || id), 7))::bit(28)::int % 100 >= ${sampling})`

/** What it is the turn of this role to decide on. */
export function mayDecideNow({ actor: { role, twoStage }, now }: Pick<QueueSearch, 'actor' | 'now'>): Prisma.Sql {
  if (role === 'kanit') return Prisma.sql`state = 'submitted'`
  if (!twoStage) return Prisma.sql`state IN ('submitted', 'checked')`
  return Prisma.sql`(state = 'checked' OR (state = 'submitted' AND arrived_at <= ${overdueSince(now)}))`
}

/** `state IN` first: the queue's own index holds nothing else. */
function inPart(search: QueueSearch): Prisma.Sql {
  const { query, actor, now, sampling } = search
  const waiting = Prisma.sql`state IN ('submitted', 'checked')`
  if (query.bagian === 'polsek')
    return actor.twoStage && actor.role !== 'kanit'
      ? Prisma.sql`${waiting} AND state = 'submitted' AND arrived_at > ${overdueSince(now)}`
      : Prisma.sql`FALSE`
  const rest = actor.role === 'kanit' || sampling >= 100 ? Prisma.sql`FALSE` : isUnsampled(sampling)
  return Prisma.sql`${waiting} AND ${mayDecideNow(search)} AND ${query.bagian === 'sisa' ? rest : Prisma.sql`NOT ${rest}`}`
}

export function inQueue(search: QueueSearch): Prisma.Sql {
  const { jenis, satuan, petugas, tanda } = search.query
  const asked = [
    ...(jenis ? [Prisma.sql`type_key = ${jenis}`] : []),
    ...(satuan ? [Prisma.sql`unit_path LIKE ${`${satuan}%`}`] : []),
    ...(petugas ? [Prisma.sql`author_id = ${petugas}::uuid`] : []),
    ...(tanda === 'ada' ? [Prisma.sql`warnings <> '[]'`] : []),
    ...(tanda === 'tanpa' ? [Prisma.sql`warnings = '[]'`] : []),
  ]
  return Prisma.join([withinSql(search.scope), inPart(search), ...asked], ' AND ')
}

const inOrder = Prisma.sql`priority DESC, jsonb_array_length(warnings) DESC, arrived_at, id`

/** The ids of the queue, what is to be read first at the top. */
export async function queueIds(tx: Reader, search: QueueSearch, size: number, skip = 0): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM report WHERE ${inQueue(search)} ORDER BY ${inOrder} LIMIT ${size} OFFSET ${skip}`
  return rows.map(({ id }) => id)
}

export interface QueueFigures {
  count: number
  again: number
  oldest: Date | null
}

export async function queueFigures(tx: Reader, search: QueueSearch): Promise<QueueFigures> {
  const [row] = await tx.$queryRaw<QueueFigures[]>`
    SELECT count(*)::int AS count, count(*) FILTER (WHERE version > 1)::int AS again, min(arrived_at) AS oldest
    FROM report WHERE ${inQueue(search)}`
  return row!
}

/** Which of these a reviewer may decide on together with others. */
export async function cleanAmong(tx: Reader, search: QueueSearch, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM report
    WHERE ${withinSql(search.scope)} AND id = ANY (${[...ids]}::uuid[]) AND author_id <> ${search.actor.id}::uuid
      AND ${isClean} AND ${mayDecideNow(search)}`
  return new Set(rows.map(({ id }) => id))
}

/** The officers whose reports wait, for the filter. */
export const waitingAuthors = (tx: Reader, search: QueueSearch) =>
  tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT p.id, p.pangkat || ' ' || p.name AS name FROM person p
    WHERE p.id IN (SELECT author_id FROM report WHERE ${inQueue({ ...search, query: { ...search.query, petugas: '' } })})
    ORDER BY p.name, p.id`

/** The numbers of these reports, and nothing beside: in a transaction Prisma would ask for what hangs on them all at once. */
export async function numbersAmong(tx: Reader, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const found = await tx.report.findMany({
    where: { AND: [within(scope), { id: { in: [...ids] } }] },
    select: { number: true },
    orderBy: { number: 'asc' },
  })
  return found.map(({ number }) => number)
}

/** How long what was decided together can be undone. */
export const undoMinutes = 10

export interface Batch {
  id: string
  decision: 'verified' | 'accepted'
  count: number
  decidedAt: Date
}

/** What this reviewer decided together with others a moment ago. */
export const undoableBatches = (tx: Reader, reviewerId: string, now: Date) =>
  tx.$queryRaw<Batch[]>`
    SELECT batch_id AS id, min(decision) AS decision, count(*)::int AS count, min(decided_at) AS "decidedAt"
    FROM review
    WHERE reviewer_id = ${reviewerId}::uuid AND batch_id IS NOT NULL AND undone_at IS NULL
      AND decided_at >= ${new Date(now.getTime() - undoMinutes * 60_000)}
    GROUP BY batch_id ORDER BY 4 DESC`

/** A batch of this reviewer, as long as its reports are still in scope. */
export async function findBatch(tx: Reader, scope: Scope, reviewerId: string, id: string): Promise<Batch | null> {
  const [row] = await tx.$queryRaw<Batch[]>`
    SELECT batch_id AS id, min(decision) AS decision, count(*)::int AS count, min(decided_at) AS "decidedAt"
    FROM review
    WHERE batch_id = ${id}::uuid AND reviewer_id = ${reviewerId}::uuid
      AND report_id IN (SELECT id FROM report WHERE ${withinSql(scope)})
    GROUP BY batch_id`
  return row ?? null
}
