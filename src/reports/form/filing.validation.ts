import type { ValidationChain } from 'express-validator'
import { Invalid } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Context, Handling } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { ownFormId } from '../drafts/index.ts'
import {
  type Answers,
  answerChains,
  fieldsTaken,
  formVersionOf,
  type ReportType,
  readAnswers,
} from '../engine/index.ts'
import { namesFor, villageOf, villagesToReport } from '../record/index.ts'
import type { PreviewedReport } from './check.pages.ts'
import { refusal } from './field.validation.ts'
import { entryOf } from './filling.ts'
import { isInFuture, placeFault, placeField, sayKey } from './judging.ts'
import { photosFault, photosOf } from './photo.validation.ts'

/** The id under which a form was opened. */
export function idOf(sent: Sent): string {
  const id = String(sent.laporanId ?? '').toLowerCase()
  if (!isUuid(id)) throw new Invalid()
  return id
}

/** The id under which the form is kept, written into it for all that follows: see `ownFormId`. */
export async function settleId({ tx, actor, sent }: Handling<unknown>): Promise<string> {
  const id = await ownFormId(tx, actor.id, idOf(sent))
  sent.laporanId = id
  return id
}

/** Of an act that judges nothing: only that a photo which came with it was not kept. */
export const droppedPhotoChains = ({ t }: Context, fault: string): ValidationChain[] =>
  fault ? [refusal('foto', t('report.photoDropped', { reason: fault }))] : []

export { sayKey } from './judging.ts'

/** The rules of the type, and those that need to know more than the form: whose village, which photos, what time it is. */
export async function filingChains(
  context: Handling<ReportType>,
  id: string,
  photoFault: string,
  standing?: string,
): Promise<ValidationChain[]> {
  const { subject: type } = context
  return [
    ...(await answerAndPlaceChains(context, type, context.sent, { standing })),
    refusal('foto', await photosFault(context, type, id, photoFault)),
  ]
}

/** `only`: the fields that are judged, when not all are. `standing`: the village that the report has already. */
export async function answerAndPlaceChains(
  context: Context,
  type: ReportType,
  wire: Sent,
  { only, standing }: { only?: ReadonlySet<string>; standing?: string | undefined } = {},
): Promise<ValidationChain[]> {
  const { today, locale, t, actor, now } = context
  const answers = readAnswers(type, wire)
  const place = placeField(type)
  const judges = (key: string) => !only || only.has(key)
  return [
    ...answerChains(type, { today, locale, say: sayKey(t), wire, ...(only ? { only } : {}) }),
    refusal(
      'pukul',
      (judges('pukul') || judges('tanggal')) && isInFuture(actor.timeZone, now, answers) ? t('rule.timeInFuture') : '',
    ),
    refusal(place, judges(place) ? await placeFaultOf(context, type, answers, standing) : ''),
  ]
}

async function placeFaultOf(context: Context, type: ReportType, answers: Answers, standing?: string) {
  const { t, locale } = context
  return placeFault(type, answers, { ...(await placesOf(context, type, answers, standing)), t, locale })
}

/** The villages of the author on the day of the event, and the entry that the form names. */
export async function placesOf(context: Context, type: ReportType, answers: Answers, standing?: string) {
  const villages = await villagesToReport(context, answers.tanggal, standing)
  const id = answers[type.entryField]
  return {
    villages: new Set(villages.map(({ code }) => code)),
    entry: typeof id === 'string' ? await entryOf(context.tx, id) : null,
  }
}

/** The accepted answers of a form: what express-validator let through, and nothing that was not declared. */
export const acceptedAnswers = (type: ReportType, input: Sent): Answers =>
  Object.fromEntries(fieldsTaken(type, input).map(([key]) => [key, input[key] ?? null]))

/** What the check page shows: the accepted answers with the names of what they point to. */
export async function readFiling(context: Handling<unknown>, type: ReportType, id: string): Promise<PreviewedReport> {
  const { tx, t, locale } = context
  const answers = acceptedAnswers(type, context.input)
  const entryId = type.entryField ? String(answers[type.entryField]) : null
  const villageCode = await villageOf(tx, type, answers)
  const names = await namesFor(tx, [{ villageCode, entryId }])
  const formVersion = formVersionOf(type, context.sent)
  return {
    type,
    id,
    formVersion,
    answers,
    photos: photosOf(context).map((hash) => ({ hash })),
    showing: { locale, names },
    t,
  }
}
