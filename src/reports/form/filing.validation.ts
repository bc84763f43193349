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
import { faultsIn, type ReadForm, sayKey } from './judging.ts'
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

/** What a new report is judged by: the rules of the type, village, photos and time. */
export async function filingChains(
  context: Handling<ReportType>,
  id: string,
  photoFault: string,
  standing?: string,
): Promise<ValidationChain[]> {
  const fault = await photosFault(context, context.subject, id, photoFault)
  return formChains(context, context.subject, context.sent, { photos: { fault }, standing })
}

interface FormJudged {
  photos: ReadForm['photos']
  /** The fields that are judged, when not all are. */
  only?: ReadonlySet<string>
  /** The village that the report has already. */
  standing?: string | undefined
}

/** The faults of a form of the server as chains. Envelopes and drafts are judged by the same `faultsIn`. */
export async function formChains(
  context: Context,
  type: ReportType,
  wire: Sent,
  { photos, only, standing }: FormJudged,
): Promise<ValidationChain[]> {
  const { locale, t, actor, now } = context
  const answers = readAnswers(type, wire)
  const places = await placesOf(context, type, answers, standing)
  const judging = { ...places, now, timeZone: actor.timeZone, locale, t }
  const faults = faultsIn(type, { wire, answers, photos }, judging, only)
  return answerChains(type, wire, faults, { locale, say: sayKey(t) })
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
