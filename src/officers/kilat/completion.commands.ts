import { command } from '../../platform/db/command.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import { details, type Rewriting, rewrite, type SignalAnswers } from '../../reports/record/index.ts'
import { transitions } from '../../reports/states/index.ts'

interface Completing extends Rewriting {
  /** The confirmation questions about it, and the officer's answers. */
  kept: SignalAnswers
}

/** Gives a brief report its detail. It keeps its number, its clocks and the day it was due. */
export const completeReport = command(transitions.complete.event, async (context, completing: Completing) => {
  const { report, type, kept } = completing
  const { id } = report
  const { warnings, followsId, matterId } = kept
  await rewrite(context, transitions.complete, completing, {
    completedAt: context.now,
    typeVersion: type.version,
    followsId,
    matterId,
    warnings: warnings as object[] as Prisma.InputJsonArray,
  })
  // What followed the brief report is of the matter that it now belongs to.
  if (matterId) await context.tx.report.updateMany({ where: { matterId: id }, data: { matterId } })
  await context.tx.draft.deleteMany({ where: { id } })
  return { result: undefined, subject: id, details: details(report, { version: report.version + 1 }) }
})
