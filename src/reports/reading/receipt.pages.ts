import type { Letterhead } from '../../administration/units/index.ts'
import { dayIn } from '../../kernel/days.ts'
import { showDay, showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { isLate } from '../deadlines/index.ts'
import type { Answers, ReportType } from '../engine/index.ts'
import { type AnswerSection, answerSections, briefReceipt, reportPhotos } from '../form/index.ts'
import { type FoundReport, showCheckCode } from '../record/index.ts'
import { reportType } from '../registry/index.ts'
import { counts } from '../states/index.ts'
import { addendaOf } from './addendum.pages.ts'
import { authorshipNote } from './authorship.pages.ts'
import { clockRows } from './clocks.pages.ts'
import { type Reading } from './reading.ts'
import { aboutRows, row } from './report.pages.ts'

/** The receipt: shown only for what is committed, and the same however often it is asked for. */
export function receiptPage(context: Context, report: FoundReport) {
  const { t, locale, actor } = context
  const timeliness = isLate(report) ? t('report.late') : t('report.onTime')
  return {
    title: t('report.receiptTitle'),
    heading: t('report.receiptTitle'),
    number: report.number,
    code: showCheckCode(report.checkCode),
    arrived: t('report.arrivedAt', { at: showInstant(report.arrivedAt, actor.timeZone, locale), timeliness }),
    brief: briefReceipt(context, report),
    viewHref: paths.report(report.id),
    newHref: paths.newReport,
    printHref: paths.printReport(report.id),
    checkHref: paths.receiptCheck({ nomor: report.number }),
  }
}

/** The sections in print: those of the form, or the parts of the type, of which the first opens with when, where and by whom. */
function printedSections(context: Context, reading: Reading, type: ReportType): AnswerSection[] {
  const { t, locale } = context
  const { report } = reading
  const names = { ...reading.names, village: reading.names.villageInFull }
  // When it took place is an answer, which stands below.
  const [, ...clocks] = clockRows(context, report, 'long')
  const opening = {
    title: t('report.printAbout'),
    rows: [
      ...(type.print ? [] : [row(t('report.typeOf'), type.title[locale])]),
      ...aboutRows(context, { ...reading, names }, type),
      ...clocks.map(([label, value]) => row(label, value)),
    ],
  }
  const answers = report.answers as Answers
  const showing = { locale, names, months: 'long' } as const
  if (!type.print) return [opening, ...answerSections(type, answers, showing)]
  const [first, ...parts] = type.print.parts
  const [where, proof] = [type.sections[0]!, type.sections.at(-1)!]
  const whole = { title: first!.title, fields: [...where.fields, ...first!.fields] }
  const [beginning, ...rest] = answerSections({ ...type, sections: [whole, ...parts, proof] }, answers, showing)
  return [{ ...beginning!, rows: [...opening.rows, ...beginning!.rows] }, ...rest]
}

/** The same report as an official letter. */
export function printPage(context: Context, reading: Reading, kop: Letterhead) {
  const { t, locale, actor, now } = context
  const { report } = reading
  const type = reportType(report.typeKey)
  const at = (when: Date) => showInstant(when, actor.timeZone, locale, 'long')
  const verified = report.reviews.find(({ decision }) => decision === 'verified')
  const person = ({ pangkat, name, nrp, position }: FoundReport['author']) => ({
    name: name.toUpperCase(),
    line: `${pangkat.toUpperCase()} NRP ${nrp}`,
    position: position.toUpperCase(),
  })
  return {
    title: `${type.title[locale]} ${report.number}`,
    orientation: type.print ? 'c-surat c-surat--sheets c-surat--berbagian' : 'c-surat c-surat--sheets',
    classification: type.print?.classification[locale] ?? '',
    heading: type.print ? type.title[locale] : t('report.printTitle'),
    back: paths.report(report.id),
    kop: kop.lines,
    number: t('report.printNumber', { number: report.number }),
    sections: printedSections(context, reading, type),
    photos: reportPhotos(context, report),
    photosTitle: type.photos.label[locale],
    standing: [
      verified ? '' : t(counts(report.state) ? 'report.printUnverified' : `report.state.${report.state}`),
      authorshipNote(t, report),
    ]
      .filter(Boolean)
      .join('. '),
    review: [
      verified
        ? row(
            t('report.printVerified'),
            t('report.printVerifiedBy', {
              at: at(verified.decidedAt),
              name: `${verified.reviewer.pangkat} ${verified.reviewer.name}`,
            }),
          )
        : row(t('report.state'), t(`report.state.${report.state}`)),
    ],
    placeAndDay: `${kop.place}, ${showDay(dayIn(actor.timeZone, report.arrivedAt), locale, 'long')}`,
    addenda: addendaOf(context, report, 'long').map(({ who, at: when, body }) => row(`${who}, ${when}`, body)),
    author: person(report.author),
    reviewer: verified ? person(verified.reviewer) : { name: '', line: '', position: t('role.kasat').toUpperCase() },
    foot: t('report.printFoot', { at: at(now), code: showCheckCode(report.checkCode), version: report.version }),
  }
}
