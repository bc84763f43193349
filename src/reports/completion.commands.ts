import { command } from '../platform/db/command.ts'
import { details } from './move.commands.ts'
import { transitions } from './reports.workflow.ts'
import { type Rewriting, rewrite } from './rewrite.commands.ts'

/** Gives a brief report its detail. It keeps its number, its clocks and the day it was due. */
export const completeReport = command(transitions.complete.event, async (context, completing: Rewriting) => {
  const { report, type } = completing
  const { dueAt } = report
  await rewrite(context, transitions.complete, completing, {
    completedAt: context.now,
    typeVersion: type.version,
    dueAt,
  })
  await context.tx.draft.deleteMany({ where: { id: report.id } })
  return { result: undefined, subject: report.id, details: details(report, { version: report.version + 1 }) }
})
