import { Conflict } from '../../kernel/errors.ts'
import { type CommandContext, command } from '../../platform/db/command.ts'
import { lockRows } from '../../platform/db/row-locks.ts'
import type { Answers, ReportType } from '../../reports/engine/index.ts'
import { details, type FoundReport, move, rewrite } from '../../reports/record/index.ts'
import { type Transition, transitions } from '../../reports/states/index.ts'

export interface Correcting {
  report: FoundReport
  type: ReportType
  /** All answers, the pinned ones as corrected. */
  answers: Answers
  /** The confidential ones for the version to come, when they are others now. */
  sealed: Uint8Array<ArrayBuffer> | undefined
  /** The photos from now on, by hash, when they are among what was asked for: kept ones and parked ones. */
  photos: string[] | undefined
  changeNote: string
}

/** Replaces what was opened. The entry of the register, and with it the village, never is. */
async function replaceAnswers(context: CommandContext, way: Transition, correcting: Correcting) {
  const { report, type, answers } = correcting
  const villageCode = type.entryField === '' ? String(answers.wilayah) : report.villageCode
  await rewrite(context, way, { ...correcting, villageCode })
  return { result: undefined, subject: report.id, details: details(report, { version: report.version + 1 }) }
}

export const correctReport = command(transitions.correct.event, (context, correcting: Correcting) =>
  replaceAnswers(context, transitions.correct, correcting),
)

export const resendReport = command(transitions.resend.event, (context, correcting: Correcting) =>
  replaceAnswers(context, transitions.resend, correcting),
)

export const recallReport = command(transitions.recall.event, async (context, report: FoundReport) => {
  const { from, to } = transitions.recall
  await move(context, report, from, { state: to })
  return { result: undefined, subject: report.id, details: details(report) }
})

export const cancelReport = command(
  transitions.cancel.event,
  async (context, { report, reason }: { report: FoundReport; reason: string }) => {
    const { from, to } = transitions.cancel
    await assertNoOriginal(context, report.id)
    await move(context, report, from, { state: to })
    return { result: undefined, subject: report.id, details: details(report, { reason }) }
  },
)

/** What its duplicates tell of is counted here: without it their activity would be in no figure. */
async function assertNoOriginal({ tx }: CommandContext, id: string): Promise<void> {
  await lockRows(tx, 'report', [id])
  if ((await tx.report.count({ where: { duplicateOf: id } })) > 0) throw new Conflict('report.originalStays')
}
