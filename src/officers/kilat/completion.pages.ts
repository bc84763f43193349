import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { completionDueAt, isCompletionOverdue } from '../../reports/deadlines/index.ts'
import type { Answers, ReportType } from '../../reports/engine/index.ts'
import {
  checkPage,
  draftFor,
  type Filling,
  formPage,
  type QuestionedReport,
  reportPhotos,
  soonInWords,
} from '../../reports/form/index.ts'
import type { FoundReport } from '../../reports/record/index.ts'
import { briefLine } from '../../reports/registry/index.ts'

/** The type as it is asked when so many photos are there already. */
export function withStoredPhotos(type: ReportType, kept: number): ReportType {
  const { min, max, minWhen } = type.photos
  const fewer = minWhen ? { minWhen: { ...minWhen, min: minWhen.min - kept } } : {}
  return { ...type, photos: { ...type.photos, min: Math.max(0, min - kept), max: max - kept, ...fewer } }
}

/** The ordinary form of the type; what the brief report said stands above it. */
export function completionPage(context: Context, filling: Filling, report: FoundReport) {
  const { t, locale, actor, now } = context
  const due = soonInWords(context, completionDueAt(report, actor.timeZone))
  const isOverdue = isCompletionOverdue(report, actor.timeZone, now)
  return {
    ...formPage(filling),
    title: t('brief.completeTitle', { type: filling.type.title[locale] }),
    subheading: report.number,
    back: paths.report(report.id),
    action: paths.completion(report.id),
    draft: draftFor(report, t('brief.complete'), paths.completion(report.id)),
    phoneCheck: [],
    lead: [
      {
        title: t('brief.line'),
        text: briefLine(report.answers as Answers),
        due: isOverdue ? t('brief.wasDue', { due }) : t('brief.completeBy', { due }),
        photosTitle: t('brief.photoKept'),
        photos: reportPhotos(context, report),
      },
    ],
  }
}

export function completionCheckPage(context: Context, checked: QuestionedReport, report: FoundReport) {
  const page = checkPage(checked)
  const kept = reportPhotos(context, report)
  const added = page.photos.map(({ src }, index) => ({
    src,
    alt: context.t('report.photoNumber', { number: kept.length + index + 1 }),
  }))
  // It stands already: its detail is not sent from the phone's queue, where a second report of its id would be a conflict.
  return { ...page, send: [], action: paths.completion(report.id), photos: [...kept, ...added] }
}
