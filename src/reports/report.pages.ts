import { isLate } from '../deadlines/index.ts'
import { showInstant } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { may, mayEver } from '../policy/policy.ts'
import type { Letterhead } from '../units/index.ts'
import { answerSections } from './check.pages.ts'
import { type Answers, askedFields, type ReportType } from './engine/definition.ts'
import { type Names, type Showing, show } from './engine/kinds.ts'
import { type HistoryEntry, historyRows } from './history.pages.ts'
import { showCheckCode } from './receipt.ts'
import { headlineOf, reportType } from './registry.ts'
import type { FoundReport } from './reports.queries.ts'
import { returnReasons } from './reports.workflow.ts'

export interface Reading {
  report: FoundReport
  names: Names
  history: HistoryEntry[]
  visitNumber: number
}

export const stateChip = ({ t }: Pick<Context, 't'>, state: FoundReport['state']) => ({
  kind: state,
  label: t(`report.state.${state}`),
})

const row = (label: string, value: string) => ({ label, value, lines: [] as string[] })

/** Who, when, in time or not: the lines about a report, whatever its type. */
function about({ t, locale, actor }: Context, { report, names, visitNumber }: Reading, type: ReportType) {
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  const timeliness = isLate(report) ? t('report.late') : t('report.onTime')
  return {
    title: type.title[locale],
    rows: [
      row(t('report.number'), report.number),
      row(t('report.author'), `${report.author.pangkat} ${report.author.name}, ${report.author.unit.name}`),
      row(t('report.village'), names.village(report.villageCode)),
      ...(visitNumber > 0 ? [row(t('report.visitNumber'), String(visitNumber))] : []),
      row(t('report.arrived'), t('report.arrivedAt', { at: at(report.arrivedAt), timeliness })),
    ],
  }
}

/** What the last correction changed, answer by answer; empty while nothing was corrected. */
export function changesOf(type: ReportType, report: FoundReport, showing: Showing, t: Context['t']) {
  const previous = report.versions.at(-1)
  if (!previous) return []
  const [before, after] = [previous.answers as Answers, report.answers as Answers]
  const answers = Object.entries(type.fields).map(([key, field]) => ({
    label: field.label[showing.locale],
    before: show(field, before[key], showing),
    after: show(field, after[key], showing),
  }))
  const photos = {
    label: type.photos.label[showing.locale],
    before: t('report.photosChanged', { count: previous.photos.length }),
    after: t('report.photosChanged', { count: report.photos.length }),
  }
  const samePhotos = report.photos.map(({ hash }) => hash).join() === previous.photos.join()
  return [...answers.filter((one) => one.before !== one.after), ...(samePhotos ? [] : [photos])]
}

const photosOf = ({ t }: Context, report: FoundReport) =>
  report.photos.map(({ ordinal }) => ({
    src: paths.photo(report.id, ordinal!),
    alt: t('report.photoNumber', { number: ordinal! }),
  }))

export interface Deciding {
  reason: string
  note: string
  pins: string[]
  errors: Map<string, string>
}

const undecided: Deciding = { reason: '', note: '', pins: [], errors: new Map() }

/** What the reviewer may pin: every answer and the photos, but not the entry of the register, which says whose report it is. */
export const pinnable = (type: ReportType): string[] => [
  ...askedFields(type).flatMap(([key, { kind, requiredUnless }]) => (kind === 'entry' || requiredUnless ? [] : key)),
  'foto',
]

function decisionOf(context: Context, report: FoundReport, type: ReportType, { reason, note, pins, errors }: Deciding) {
  const { actor, t, locale } = context
  const answers = report.answers as Answers
  const label = (key: string) => (key === 'foto' ? type.photos.label[locale] : type.fields[key]!.label[locale])
  return {
    canVerify: may(actor, 'report.verify', report),
    canReturn: may(actor, 'report.return', report),
    isOwn: mayEver(actor, 'report.return') && report.authorId === actor.id,
    verifyAction: paths.verification(report.id),
    returnAction: paths.return(report.id),
    version: String(report.version),
    isOpen: errors.size > 0,
    reasons: returnReasons.map((value) => ({ value, label: t(`report.reason.${value}`), checked: value === reason })),
    reasonError: errors.get('alasan') ?? '',
    note,
    noteError: errors.get('catatan') ?? '',
    pinsError: errors.get('isian') ?? '',
    pins: pinnable(type)
      .filter(
        (key) =>
          key === 'foto' || (answers[key] !== null && answers[key] !== undefined) || !type.fields[key]!.requiredWhen,
      )
      .map((key) => ({ value: key, label: label(key), checked: pins.includes(key) })),
  }
}

/** The report as its readers see it; what each of them may do stands beside it. */
export function reportPage(context: Context, reading: Reading, deciding = undecided) {
  const { t, locale, actor } = context
  const { report, names, history } = reading
  const type = reportType(report.typeKey)
  const showing = { locale, names }
  const problems = [...deciding.errors].map(([name, message]) => ({ href: `#f-${name}`, message }))
  return {
    title: headlineOf(type, report.answers as Answers, showing),
    heading: type.title[locale],
    back: mayEver(actor, 'queue.read') && report.state === 'submitted' ? paths.queue : paths.reports(),
    hasErrors: problems.length > 0,
    problems,
    chips: [
      stateChip(context, report.state),
      ...(isLate(report) ? [{ kind: 'late', label: t('report.lateChip') }] : []),
    ],
    returnNote: report.state === 'returned' ? (report.reviews.at(-1)?.note ?? '') : '',
    sections: [about(context, reading, type), ...answerSections(type, report.answers as Answers, showing)],
    photos: photosOf(context, report),
    photosTitle: type.photos.label[locale],
    changes: changesOf(type, report, showing, t),
    changeNote: report.versions.at(-1)?.changeNote ?? '',
    history: historyRows(context, report, history),
    decision: decisionOf(context, report, type, deciding),
    correctHref: may(actor, 'report.correct', report) ? paths.correction(report.id) : '',
    cancelHref: may(actor, 'report.cancel', report) ? paths.cancellation(report.id) : '',
    printHref: paths.printReport(report.id),
  }
}

/** The receipt: shown only for what is committed, and the same however often it is asked for. */
export function receiptPage({ t, locale, actor }: Context, report: FoundReport) {
  const timeliness = isLate(report) ? t('report.late') : t('report.onTime')
  return {
    title: t('report.receiptTitle'),
    heading: t('report.receiptTitle'),
    number: report.number,
    code: showCheckCode(report.checkCode),
    arrived: t('report.arrivedAt', { at: showInstant(report.arrivedAt, actor.timeZone, locale), timeliness }),
    viewHref: paths.report(report.id),
    newHref: paths.newReport,
    printHref: paths.printReport(report.id),
  }
}

/** The same report as an official letter. */
export function printPage(context: Context, reading: Reading, kop: Letterhead) {
  const { t, locale, actor, now } = context
  const { report, names } = reading
  const type = reportType(report.typeKey)
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  const verified = report.reviews.find(({ decision }) => decision === 'verified')
  const person = ({ pangkat, name, nrp, position }: FoundReport['author']) => ({
    name: name.toUpperCase(),
    line: `${pangkat.toUpperCase()} NRP ${nrp}`,
    position: position.toUpperCase(),
  })
  return {
    title: `${type.title[locale]} ${report.number}`,
    orientation: 'c-surat',
    back: paths.report(report.id),
    kop: kop.lines,
    number: t('report.printNumber', { number: report.number }),
    sections: [about(context, reading, type), ...answerSections(type, report.answers as Answers, { locale, names })],
    photos: photosOf(context, report),
    photosTitle: type.photos.label[locale],
    review: [
      row(t('report.state'), t(`report.state.${report.state}`)),
      ...(verified
        ? [
            row(
              t('report.state.verified'),
              `${at(verified.decidedAt)}, ${verified.reviewer.pangkat} ${verified.reviewer.name}`,
            ),
          ]
        : []),
    ],
    placeAndDay: `${kop.place}, ${at(report.arrivedAt).split(',')[0]}`,
    author: person(report.author),
    reviewer: verified ? person(verified.reviewer) : { name: '', line: '', position: '' },
    foot: t('report.printFoot', { at: at(now), code: showCheckCode(report.checkCode), version: report.version }),
  }
}
