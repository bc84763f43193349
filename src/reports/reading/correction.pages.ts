import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { openedFields, pinsOf } from '../drafts/index.ts'
import type { Answers, ReportType } from '../engine/index.ts'
import { anchorOf, answerSections, draftFor, type Filling, fieldsOf, photosModel, reportPhotos } from '../form/index.ts'
import { type FoundReport, isConfidential } from '../record/index.ts'
import type { Reading } from './reading.ts'
import { correctBy, lastReturn, reasonLabel } from './returned.pages.ts'

export interface Correcting {
  filling: Filling
  note: string
  reading: Reading
}

/** What the reviewer asked for. */
function afterReturn(context: Context, { report, names }: Reading) {
  const { t, locale, actor } = context
  const returned = lastReturn(report)
  const reviewer = report.reviews.findLast(({ decision }) => decision === 'returned')?.reviewer
  return {
    title: t('report.correctTitle'),
    heading: t('report.correctTitle'),
    returnedBy: reviewer ? t('report.returnedBy', { name: `${reviewer.pangkat} ${reviewer.name}` }) : '',
    returnReason: reasonLabel(names, returned?.reason, locale),
    correctBy: correctBy(context, report),
    returnedAt: returned ? showInstant(returned.decidedAt, actor.timeZone, locale) : '',
    returnNote: returned?.note ?? '',
    intro: t('report.correctOnly'),
    kept: '',
    action: paths.correction(report.id),
    noteOptional: false,
  }
}

/** Nobody asked for anything: the author himself took it back. */
const afterRecall = ({ t }: Context, report: FoundReport, type: ReportType) => ({
  title: t('report.resendTitle'),
  heading: t('report.resendTitle'),
  returnedBy: '',
  returnReason: '',
  correctBy: '',
  returnedAt: '',
  returnNote: '',
  intro: t('report.resendText'),
  kept: type.entryField ? t('report.resendKept') : '',
  action: paths.resending(report.id),
  noteOptional: true,
})

/** New photos take the place of all that there were, so the question says what becomes of those. */
function photosAsked({ t }: Context, filling: Filling, { photos, photosAwaited }: FoundReport) {
  const field = photosModel(filling)
  if (photos.length + photosAwaited === 0) return field
  return { ...field, hint: `${field.hint} ${t('report.photosReplaced')}`, optional: true }
}

/** Only what was pinned or taken back is open; the rest is there to read, folded away. */
export function correctionPage(context: Context, { filling, note, reading }: Correcting) {
  const { t, locale } = context
  const { type, errors } = filling
  const { report, names } = reading
  const opened = openedFields(type, report)
  const said = new Map(pinsOf(report).map(({ field, note: word }) => [field, word]))
  const rest = {
    ...type,
    sections: type.sections.map((one) => ({ ...one, fields: one.fields.filter((key) => !opened.has(key)) })),
  }
  const fields = type.sections.flatMap((section) =>
    fieldsOf(
      section.fields.filter((key) => opened.has(key)),
      filling,
    ),
  )
  const answers = fields
    .filter(({ name }) => name !== 'foto')
    .map((field) => (isConfidential(type, field.name) ? { ...field, hint: t('sealed.kept'), optional: true } : field))
  const shown = opened.has('foto') ? [...answers, photosAsked(context, filling, report)] : answers
  const reason = report.state === 'recalled' ? afterRecall(context, report, type) : afterReturn(context, reading)
  return {
    ...reason,
    draft: draftFor(report, reason.title, reason.action),
    subheading: report.number,
    back: paths.report(report.id),
    hasErrors: errors.size > 0,
    problems: [...errors].map(([name, message]) => ({
      href: name === 'perubahan' ? '#f-isian' : anchorOf(name),
      message,
    })),
    fields: shown.map((field) => ({
      field,
      said: report.state === 'recalled' ? '' : (said.get(field.name) ?? ''),
      photos: field.name === 'foto' ? reportPhotos(context, report) : [],
    })),
    sections: answerSections(rest, report.answers as Answers, { locale, names }),
    note,
    noteError: errors.get('catatan') ?? '',
    bar: { primary: { label: t('report.resend'), name: 'aksi', value: 'kirim' }, secondary: '' as const, text: '' },
  }
}
