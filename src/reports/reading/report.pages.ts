import { may, mayEver } from '../../access/policy/policy.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Answers, ReportType } from '../engine/index.ts'
import { type AnswerSection, answerSections, briefRows, reportPhotos } from '../form/index.ts'
import { type FoundReport, listOfWord, type QueuePlace, readQueueWord } from '../record/index.ts'
import { headlineOf, reportType } from '../registry/index.ts'
import { addendumOf } from './addendum.pages.ts'
import { agreementHref } from './agreement.ts'
import { authorshipOf } from './authorship.pages.ts'
import { changedPhotosOf, changesOf, previousOf } from './changes.pages.ts'
import { chipsOf } from './chips.pages.ts'
import { clocksOf } from './clocks.pages.ts'
import { confidentialModel } from './confidential.pages.ts'
import { type Deciding, decisionOf, undecided } from './decision.pages.ts'
import { followUpOf } from './follow-up.pages.ts'
import { historyRows } from './history.pages.ts'
import { type Reading } from './reading.ts'
import { correctBy, lastReturn, reasonLabel } from './returned.pages.ts'
import { chainRows, warningRows } from './warnings.pages.ts'

export const row = (label: string, value: string) => ({ label, value, lines: [] as string[] })

/** Who and where: the lines about a report, whatever its type. Where a place is asked, the answers say it. */
export const aboutRows = ({ t }: Context, { report, names, visitNumber }: Reading, { entryField }: ReportType) => [
  row(t('report.author'), `${report.author.pangkat} ${report.author.name}, ${report.unitName}`),
  ...(entryField ? [row(t('report.village'), names.village(report.villageCode))] : []),
  ...(visitNumber > 0 ? [row(t('report.visitNumber'), String(visitNumber))] : []),
  ...briefRows(report, t).map(([label, value]) => row(label, value)),
]

function about(context: Context, reading: Reading, type: ReportType) {
  const { t, locale } = context
  const known = [row(t('report.typeOf'), type.title[locale]), row(t('report.number'), reading.report.number)]
  return { title: t('report.about'), rows: [...known, ...aboutRows(context, reading, type)] }
}

/** The report as its readers see it; what each of them may do stands beside it. */
export function reportPage(context: Context, reading: Reading, deciding: Deciding = undecided) {
  const { t, locale, actor } = context
  const { report, names, history, place } = reading
  const type = reportType(report.typeKey)
  const showing = { locale, names }
  const problems = [...deciding.errors].map(([name, message]) => ({ href: `#f-${name}`, message }))
  return {
    title: headlineOf(type, report.answers as Answers, showing),
    heading: type.title[locale],
    back: backOf(context, reading),
    under: place ? paths.queue() : '',
    place: placeOf(context, place),
    hasErrors: problems.length > 0,
    problems,
    chips: chipsOf(context, report),
    authorship: authorshipOf(context, report),
    warnings: warningRows(context, report, reading.linked),
    isChecked: mayEver(actor, 'queue.read'),
    chain: chainRows(context, report, reading.matter, reading.linked),
    returned: returnedNotice(context, reading),
    sections: [about(context, reading, type), ...answerSections(type, report.answers as Answers, showing)],
    photos: reportPhotos(context, report),
    photosTitle: type.photos.label[locale],
    hasChanges: previousOf(report) !== undefined,
    changes: changesOf(type, report, showing),
    changedPhotos: changedPhotosOf(context, report),
    changeNote: report.versions.at(-1)?.changeNote ?? '',
    clocks: clocksOf(context, report, deciding),
    history: historyRows(context, report, history),
    decision: { ...decisionOf(context, reading, type, deciding), queue: place?.word ?? '' },
    addendum: addendumOf(context, report, deciding),
    duplicates: duplicatesOf(context, report),
    followUp: followUpOf(context, report),
    otherSendsHref: reading.otherSends > 0 ? paths.otherSends(report.id) : '',
    completeHref: may(actor, 'report.complete', report) ? paths.completion(report.id) : '',
    fixHref: fixHrefOf(context, report),
    fixLabel: report.state === 'recalled' ? t('report.resendTitle') : t('report.correct'),
    recallHref: may(actor, 'report.recall', report) ? paths.recall(report.id) : '',
    cancelHref: cancelHrefOf(context, report),
    printHref: paths.printReport(report.id),
    agreementHref: agreementHref(report),
    confidential: confidentialModel(context, report),
    /** Who moved the report on before an act of this reader, and what that act had said: see `overtaken.ts`. */
    overtaken: [] as { title: string; text: string; next: string }[],
    unsaved: [] as AnswerSection[],
  }
}

/** Why it was returned and until when it should be back, at the head of the page. */
function returnedNotice(context: Context, { report, names }: Reading) {
  const returned = lastReturn(report)
  if (!returned) return []
  const reason = reasonLabel(names, returned.reason, context.locale)
  return [
    {
      title: [context.t('report.state.returned'), reason].filter(Boolean).join(': '),
      note: returned.note ?? '',
      due: correctBy(context, report),
    },
  ]
}

const waits = (state: FoundReport['state']) => state === 'submitted' || state === 'checked'

function backOf({ actor, query }: Context, { report, place }: Reading): string {
  if (place) return paths.queue({ ...readQueueWord(place.word) })
  if (query.daftar !== undefined) return listOfWord(query.daftar)
  return mayEver(actor, 'queue.read') && waits(report.state) ? paths.queue() : paths.reports()
}

function placeOf({ t }: Context, place: QueuePlace | undefined) {
  if (!place || place.position === 0) return { text: '', previousHref: '', nextHref: '' }
  const { word, position, count, previous, next } = place
  return {
    text: t('review.place', { position, count }),
    previousHref: previous ? paths.reportInQueue(previous, word) : '',
    nextHref: next ? paths.reportInQueue(next, word) : '',
  }
}

/** Where the author corrects a returned or recalled report. */
function fixHrefOf({ actor }: Context, report: FoundReport): string {
  if (may(actor, 'report.correct', report)) return paths.correction(report.id)
  return may(actor, 'report.resend', report) ? paths.resending(report.id) : ''
}

/** What has duplicates counts for them. */
const cancelHrefOf = ({ actor }: Context, report: FoundReport): string =>
  may(actor, 'report.cancel', report) && report.copies.length === 0 ? paths.cancellation(report.id) : ''

/** Which report stands for this one, and for which ones this one stands. */
function duplicatesOf({ t }: Context, { original, copies }: FoundReport) {
  const links = (reports: { id: string; number: string }[]) =>
    reports.map(({ id, number }) => ({ href: paths.report(id), label: number }))
  if (original) return { sentence: t('report.duplicateOf'), links: links([original]) }
  return { sentence: copies.length > 0 ? t('report.originalOf') : '', links: links(copies) }
}
