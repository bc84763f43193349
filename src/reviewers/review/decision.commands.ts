import type { ReportState } from '../../access/policy/policy.ts'
import { Conflict } from '../../kernel/errors.ts'
import { type CommandContext, command } from '../../platform/db/command.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import type { Pin } from '../../reports/drafts/index.ts'
import { details, type FoundReport, move } from '../../reports/record/index.ts'
import { counts, type Transition, transitions } from '../../reports/states/index.ts'

/** The report goes where the decision leads, and the decision is kept: one for each version and stage. */
async function decide(
  context: CommandContext,
  report: FoundReport,
  { from, to }: Transition,
  reason: Partial<Prisma.ReviewUncheckedCreateInput> = {},
  duplicateOf?: string,
): Promise<void> {
  const { actor, tx, now } = context
  await move(context, report, from, { state: to, ...(duplicateOf ? { duplicateOf } : {}) })
  await tx.review.create({
    data: {
      reportId: report.id,
      version: report.version,
      reviewerId: actor.id,
      decision: to,
      decidedAt: now,
      stage: actor.role === 'kanit' ? 1 : 2,
      ...reason,
    },
  })
}

export const checkReport = command(transitions.check.event, async (context, report: FoundReport) => {
  await decide(context, report, transitions.check)
  return { result: undefined, subject: report.id, details: details(report) }
})

export const verifyReport = command(transitions.verify.event, async (context, report: FoundReport) => {
  await decide(context, report, transitions.verify)
  return { result: undefined, subject: report.id, details: details(report) }
})

export interface Returning {
  report: FoundReport
  reason: string
  note: string
  pins: Pin[]
}

export const returnReport = command(
  transitions.return.event,
  async (context, { report, reason, note, pins }: Returning) => {
    await decide(context, report, transitions.return, { reason, note, pins: pins as unknown as Prisma.InputJsonArray })
    const fields = pins.map(({ field }) => field)
    return { result: undefined, subject: report.id, details: details(report, { reason, fields }) }
  },
)

export interface MarkingDuplicate {
  report: FoundReport
  original: { id: string; number: string }
  note: string
}

export const markDuplicate = command(
  transitions.markDuplicate.event,
  async (context, { report, original, note }: MarkingDuplicate) => {
    await assertStands(context, report.id, original.id)
    await decide(context, report, transitions.markDuplicate, { note }, original.id)
    return { result: undefined, subject: report.id, details: details(report, { original: original.number }) }
  },
)

/** Both rows are held, in one order: of two that are to be duplicates of each other only one becomes it. */
async function assertStands({ tx }: CommandContext, id: string, originalId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string; state: ReportState; copies: number }[]>`
    SELECT id, state, (SELECT count(*)::int FROM report c WHERE c.duplicate_of = r.id) AS copies
    FROM report r WHERE id IN (${id}::uuid, ${originalId}::uuid) ORDER BY id FOR UPDATE`
  const original = rows.find((row) => row.id === originalId)
  const isFree = rows.find((row) => row.id === id)?.copies === 0
  const stands = original && counts(original.state)
  if (!isFree || !stands) throw new Conflict('report.decidedByAnother')
}

export interface Supplementing {
  report: FoundReport
  /** The form's own, so that a second press adds nothing. */
  id: string
  body: string
}

export const supplementReport = command('report.supplemented', async (context, { report, id, body }: Supplementing) => {
  const { tx, actor, now } = context
  const data = { id, reportId: report.id, authorId: actor.id, body, addedAt: now }
  const { count } = await tx.addendum.createMany({ data, skipDuplicates: true })
  if (count === 0) return { result: undefined, unchanged: true }
  return { result: undefined, subject: report.id, details: details(report) }
})

export interface Explaining {
  report: FoundReport
  reason: string
}

/** The author says once why it is late: what a reviewer has read must not change. */
export const explainLateness = command('report.lateExplained', async ({ tx }, { report, reason }: Explaining) => {
  const { count } = await tx.report.updateMany({
    where: { id: report.id, lateReason: null, writtenAt: { gt: tx.report.fields.dueAt }, state: report.state },
    data: { lateReason: reason },
  })
  if (count === 0) throw new Conflict('clock.explainedAlready')
  return { result: undefined, subject: report.id, details: details(report, { reason }) }
})
