import { showInstant } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { answerSections } from './check.pages.ts'
import type { Answers } from './engine/definition.ts'
import { type Filling, photosModel } from './form.fields.ts'
import { anchorOf, fieldsOf } from './form.pages.ts'
import { openedFields, pinsOf } from './pins.ts'
import type { Reading } from './report.pages.ts'
import { isSealed } from './sealed.ts'

export interface Correcting {
  filling: Filling
  note: string
  reading: Reading
}

/** Only what was pinned is open; the rest is there to read, folded away. */
export function correctionPage({ t, locale, actor }: Context, { filling, note, reading }: Correcting) {
  const { type, errors } = filling
  const { report, names } = reading
  const opened = openedFields(type, report)
  const isRecalled = report.state === 'recalled'
  const returned = isRecalled ? undefined : report.reviews.at(-1)
  const said = new Map(isRecalled ? [] : pinsOf(report).map(({ field, note: word }) => [field, word]))
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
    .map((field) => (isSealed(type, field.name) ? { ...field, hint: t('sealed.kept'), optional: true } : field))
  const shown = opened.has('foto') ? [...answers, photosModel(filling)] : answers
  return {
    title: isRecalled ? t('report.resendTitle') : t('report.correctTitle'),
    heading: isRecalled ? t('report.resendTitle') : t('report.correctTitle'),
    subheading: report.number,
    back: paths.report(report.id),
    hasErrors: errors.size > 0,
    problems: [...errors].map(([name, message]) => ({
      href: name === 'perubahan' ? '#f-isian' : anchorOf(name),
      message,
    })),
    returnedBy: returned
      ? t('report.returnedBy', { name: `${returned.reviewer.pangkat} ${returned.reviewer.name}` })
      : '',
    returnedAt: returned ? showInstant(returned.decidedAt, actor.timeZone, locale) : '',
    returnNote: returned?.note ?? '',
    intro: isRecalled ? t('report.resendText') : t('report.correctOnly'),
    action: isRecalled ? paths.resending(report.id) : paths.correction(report.id),
    fields: shown.map((field) => ({ field, said: said.get(field.name) ?? '' })),
    sections: answerSections(rest, report.answers as Answers, { locale, names }),
    note,
    noteOptional: isRecalled,
    noteError: errors.get('catatan') ?? '',
    bar: { primary: { label: t('report.resend'), name: 'aksi', value: 'kirim' }, secondary: '' as const, text: '' },
  }
}
