import { type Day, dateOf, dayOf } from '../../kernel/days.ts'
import { Invalid } from '../../kernel/errors.ts'
import type { CommandContext } from '../../platform/db/command.ts'
import type { Prisma } from '../../platform/generated/prisma/client.ts'
import { dueOf, readTimeFacts } from '../deadlines/index.ts'
import type { Answers, ReportType } from '../engine/index.ts'
import type { Transition } from '../states/index.ts'
import { move } from './move.commands.ts'
import { columnsOf } from './report-row.ts'
import type { FoundReport } from './reports.queries.ts'
import { zoneOf } from './zone.queries.ts'

export interface Rewriting {
  report: FoundReport
  type: ReportType
  /** All answers from now on. */
  answers: Answers
  /** The confidential ones for the version to come, when they are others now. */
  sealed: Uint8Array<ArrayBuffer> | undefined
  villageCode: string
  /** The photos from now on, by hash, kept ones and parked ones; left out when they stay as they are. */
  photos?: string[] | undefined
  changeNote?: string
}

/** Puts new answers in the place of a report's; what they replace is kept as a version, so that a reader sees the difference. */
export async function rewrite(
  context: CommandContext,
  { from, to }: Pick<Transition, 'from' | 'to'>,
  { report, type, answers, sealed, villageCode, photos, changeNote }: Rewriting,
  more: Prisma.ReportUncheckedUpdateManyInput = {},
): Promise<void> {
  const { tx, now } = context
  const zone = await zoneOf(tx, report)
  const { occurredOn, ...columns } = columnsOf(type, answers, zone)
  const dueAt = await dueAfter(context, report, occurredOn, zone)
  await move(context, report, from, {
    state: to,
    version: report.version + 1,
    villageCode,
    ...columns,
    answers: columns.answers as Prisma.InputJsonObject,
    occurredOn: dateOf(occurredOn),
    dueAt,
    // What was still to come belongs to what is replaced.
    ...(photos ? { photosAwaited: 0 } : {}),
    ...more,
  })
  await tx.reportVersion.create({
    data: {
      reportId: report.id,
      version: report.version,
      changeNote: changeNote ?? null,
      replacedAt: now,
      answers: report.answers as Prisma.InputJsonObject,
      photos: report.photos.map(({ hash }) => hash),
    },
  })
  if (photos) await replacePhotos(context, report.id, photos)
  if (sealed)
    await tx.sealedAnswers.create({ data: { reportId: report.id, version: report.version + 1, body: sealed } })
}

/** As it was, unless it is now said to have happened on another day. */
async function dueAfter(
  { tx, now }: CommandContext,
  report: FoundReport,
  occurredOn: Day,
  zone: string,
): Promise<Date> {
  if (occurredOn === dayOf(report.occurredOn)) return report.dueAt
  const { typeKey, authorId, unitPath } = report
  const times = await readTimeFacts(tx, now, unitPath)
  return dueOf(times, { typeKey, authorId, unitPath, occurredOn, zone })
}

/** Photos no longer shown stay as rows without a place; new ones come from where they were parked. */
async function replacePhotos({ tx }: CommandContext, reportId: string, hashes: string[]): Promise<void> {
  await tx.photo.updateMany({ where: { reportId }, data: { ordinal: null } })
  await tx.$executeRaw`
    INSERT INTO photo (report_id, hash, body, width, height, look, is_cut)
    SELECT report_id, hash, body, width, height, look, is_cut FROM parked_photo parked
    WHERE report_id = ${reportId}::uuid AND hash = ANY (${hashes})
      AND author_id = (SELECT author_id FROM report WHERE id = parked.report_id)
    ON CONFLICT DO NOTHING`
  for (const [index, hash] of hashes.entries()) {
    const { count } = await tx.photo.updateMany({ where: { reportId, hash }, data: { ordinal: index + 1 } })
    if (count === 0) throw new Invalid()
  }
  await tx.parkedPhoto.deleteMany({ where: { reportId } })
}
