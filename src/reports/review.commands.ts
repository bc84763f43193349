import { dueAt } from '../deadlines/index.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { dateOf, instantIn } from '../kernel/days.ts'
import { Invalid } from '../kernel/errors.ts'
import { type CommandContext, command } from '../platform/db/command.ts'
import type { Answers, ReportType } from './engine/definition.ts'
import { details, move } from './move.commands.ts'
import { derivedFrom } from './report-row.ts'
import type { FoundReport } from './reports.queries.ts'
import { type Transition, transitions } from './reports.workflow.ts'

export interface Correcting {
  report: FoundReport
  type: ReportType
  /** All answers, the pinned ones as corrected. */
  answers: Answers
  /** The photos from now on, by hash, when they are among what was asked for: kept ones and parked ones. */
  photos: string[] | undefined
  changeNote: string
}

/** Replaces what was opened; what it replaces is kept as a version, so that the reviewer sees the difference. */
async function replaceAnswers(context: CommandContext, { from, to }: Transition, correcting: Correcting) {
  const { report, type, answers, photos, changeNote } = correcting
  const { tx, now, actor } = context
  await tx.reportVersion.create({
    data: {
      ...{ reportId: report.id, version: report.version, changeNote, replacedAt: now },
      ...{ answers: report.answers as Prisma.InputJsonObject, photos: report.photos.map(({ hash }) => hash) },
    },
  })
  const day = String(answers.tanggal)
  await move(context, report, from, {
    state: to,
    version: report.version + 1,
    answers: answers as Prisma.InputJsonObject,
    ...derivedFrom(type, answers),
    occurredOn: dateOf(day),
    occurredAt: instantIn(actor.timeZone, day, String(answers.pukul)),
    dueAt: dueAt(day, actor.timeZone),
    ...(type.entryField === '' ? { villageCode: String(answers.wilayah) } : {}),
  })
  if (photos) await replacePhotos(context, report.id, photos)
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

/** Photos no longer shown stay as rows without a place; new ones come from where they were parked. */
async function replacePhotos({ tx }: CommandContext, reportId: string, hashes: string[]): Promise<void> {
  await tx.photo.updateMany({ where: { reportId }, data: { ordinal: null } })
  await tx.$executeRaw`
    INSERT INTO photo (report_id, hash, body, width, height, look)
    SELECT report_id, hash, body, width, height, look FROM parked_photo WHERE report_id = ${reportId}::uuid AND hash = ANY (${hashes})
    ON CONFLICT DO NOTHING`
  for (const [index, hash] of hashes.entries()) {
    const { count } = await tx.photo.updateMany({ where: { reportId, hash }, data: { ordinal: index + 1 } })
    if (count === 0) throw new Invalid()
  }
  await tx.parkedPhoto.deleteMany({ where: { reportId } })
}

export const cancelReport = command(
  transitions.cancel.event,
  async (context, { report, reason }: { report: FoundReport; reason: string }) => {
    const { from, to } = transitions.cancel
    await move(context, report, from, { state: to })
    return { result: undefined, subject: report.id, details: details(report, { reason }) }
  },
)
