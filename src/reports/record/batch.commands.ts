import { randomUUID } from 'node:crypto'
import { Conflict } from '../../kernel/errors.ts'
import { type CommandContext, command } from '../../platform/db/command.ts'
import { withinSql } from '../../platform/db/within.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import { transitions } from '../states/index.ts'
import { type Batch, inQueue, isClean, mayDecideNow, type QueueSearch, undoMinutes } from './queue.queries.ts'

/** More than a polres receives in two days; one press holds no more rows than this. */
export const batchLimit = 1000

interface Decided {
  id: string
  number: string
  type: string
}

/** One statement moves the reports and stores the decisions; reports that others decided on meanwhile are left out. */
async function decideBatch(
  { tx, actor, now }: CommandContext,
  { to, stage }: { to: 'verified' | 'accepted'; stage: number },
  which: Prisma.Sql,
): Promise<{ batchId: string; decided: Decided[] }> {
  const batchId = randomUUID()
  const decided = await tx.$queryRaw<Decided[]>`
    WITH chosen AS (
      SELECT id, version FROM report WHERE ${which} AND author_id <> ${actor.id}::uuid ORDER BY id LIMIT ${batchLimit} FOR UPDATE
    ), moved AS (
      UPDATE report SET state = ${to} FROM chosen WHERE report.id = chosen.id
      RETURNING report.id, report.number, report.type_key AS type, report.version
    ), kept AS (
      INSERT INTO review (report_id, version, reviewer_id, decision, decided_at, stage, batch_id)
      SELECT id, version, ${actor.id}::uuid, ${to}, ${now}, ${stage}, ${batchId}::uuid FROM moved
    )
    SELECT id, number, type FROM moved`
  return { batchId, decided }
}

const subjectsOf = (batch: string, decided: Decided[]) =>
  decided.map(({ id, number, type }) => ({ subject: id, details: { type, number, batch } }))

/** Verifies of the chosen reports those that are clean, another's, and still undecided. */
export const verifyBatch = command(
  transitions.verify.event,
  async (context, { search, ids }: { search: QueueSearch; ids: readonly string[] }) => {
    const which = Prisma.sql`${withinSql(search.scope)} AND id = ANY (${[...ids]}::uuid[]) AND ${isClean} AND ${mayDecideNow(search)}`
    const { batchId, decided } = await decideBatch(context, { to: transitions.verify.to, stage: 2 }, which)
    return { result: decided, subjects: subjectsOf(batchId, decided) }
  },
)

/** Takes what the sample has left over, as it stood when the page was made. */
export const acceptRest = command(
  transitions.accept.event,
  async (context, { search, until }: { search: QueueSearch; until: Date }) => {
    const rest = { ...search, query: { ...search.query, bagian: 'sisa' as const } }
    const which = Prisma.sql`${inQueue(rest)} AND arrived_at <= ${until}`
    const { batchId, decided } = await decideBatch(context, { to: transitions.accept.to, stage: 0 }, which)
    return { result: decided, subjects: subjectsOf(batchId, decided) }
  },
)

/** Takes back what was decided together, where nobody has decided anew since; the tally follows by itself. */
export const undoBatch = command(transitions.undo.event, async ({ tx, now }, { id, decidedAt }: Batch) => {
  if (now.getTime() > decidedAt.getTime() + undoMinutes * 60_000) throw new Conflict('review.undoLate')
  await tx.$queryRaw`
    SELECT id FROM report WHERE id IN (SELECT report_id FROM review WHERE batch_id = ${id}::uuid) ORDER BY id FOR UPDATE`
  const undone = await tx.$queryRaw<{ id: string }[]>`
    UPDATE review SET undone_at = ${now} FROM report
    WHERE batch_id = ${id}::uuid AND undone_at IS NULL
      AND report.id = review.report_id AND report.version = review.version AND report.state = review.decision
    RETURNING report.id`
  const back = await tx.$queryRaw<Decided[]>`
    UPDATE report SET state = CASE WHEN EXISTS (
        SELECT 1 FROM review c WHERE c.report_id = report.id AND c.version = report.version AND c.decision = 'checked'
      ) THEN ${transitions.undoToChecked.to} ELSE ${transitions.undo.to} END
    WHERE id = ANY (${undone.map((one) => one.id)}::uuid[])
    RETURNING id, number, type_key AS type`
  return { result: back, subjects: subjectsOf(id, back) }
})
