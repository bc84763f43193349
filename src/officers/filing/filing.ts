import { Conflict } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import type { Handling, StatementHandling } from '../../platform/http/endpoint.ts'
import { type Reply, redirect } from '../../platform/http/reply.ts'
import { readTimeFacts } from '../../reports/deadlines/index.ts'
import { type Answers, formVersionOf, type ReportType, readAnswers } from '../../reports/engine/index.ts'
import { acceptedAnswers, photosOf } from '../../reports/form/index.ts'
import {
  authorOn,
  type Filing,
  filedAs,
  fileReport,
  filingOf,
  isSameContent,
  type SignalAnswers,
  storeConflict,
  villageOf,
} from '../../reports/record/index.ts'

/**
 * The send. Safe to repeat: the same content under the same id always leads to the same receipt. Other content under an
 * id that is taken is kept aside and told. The answer leaves only once the statement has committed.
 */
export async function fileOnce(
  context: StatementHandling<ReportType>,
  type: ReportType,
  id: string,
  filingFrom = ordinaryFiling,
  ask: ConfirmSignals = nothingAsked,
): Promise<Reply> {
  const { tx } = context
  const isNew = !(await filedAs(tx, id))
  const answers = isNew ? acceptedAnswers(type, context.input) : readAnswers(type, context.sent)
  const filing = await filingFrom(context, type, id, answers)
  if (!isNew) return repeated(context, filing)
  const kept = await ask(context, type, filing)
  if ('kind' in kept) return kept
  if (await fileReport(tx, { ...filing, ...kept })) return redirect(paths.receipt(id))
  // Ours was not the first under this id: the winner is read again, outside of the statement that could not see it.
  return repeated(context, filing)
}

/** What is filed of the answers of a form. */
export type FilingFrom = (context: Handling<unknown>, type: ReportType, id: string, answers: Answers) => Promise<Filing>

/** What must be settled before a new report is filed: what is kept with it of that, or the reply that asks for it. */
export type ConfirmSignals = (
  context: StatementHandling<ReportType>,
  type: ReportType,
  filing: Filing,
) => Promise<Partial<SignalAnswers & Pick<Filing, 'lateReason'>> | Reply>

const nothingAsked: ConfirmSignals = async () => ({})

export const ordinaryFiling: FilingFrom = async (context, type, id, answers) => {
  const { tx, actor, now, today, requestId, cipher } = context
  const author = await authorOn(tx, actor, answers.tanggal, today)
  const times = await readTimeFacts(tx, now, author.unitPath)
  const villageCode = await villageOf(tx, type, answers)
  const photos = photosOf(context)
  return filingOf({
    id,
    type,
    author,
    answers,
    villageCode,
    photos,
    cipher,
    requestId,
    formVersion: formVersionOf(type, context.sent),
    writtenAt: now,
    arrivedAt: now,
    times,
  })
}

async function repeated({ tx, actor }: StatementHandling<ReportType>, filing: Filing): Promise<Reply> {
  const standing = await filedAs(tx, filing.id)
  if (!standing || standing.authorId !== actor.id) throw new Conflict('report.idTaken')
  if (isSameContent(filing, { ...standing, photos: filing.photos })) return redirect(paths.receipt(filing.id))
  await storeConflict(tx, filing)
  return redirect(paths.receipt(filing.id), 'report.conflictKept')
}
