import { showInstant } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { answerSections } from './check.pages.ts'
import { stateChip } from './chips.pages.ts'
import type { Answers } from './engine/definition.ts'
import type { Names } from './engine/kinds.ts'
import { headlineOf, reportType } from './registry.ts'
import type { FoundReport } from './reports.queries.ts'

/** Two reports beside each other, so that a reader can tell whether they are one. */
export function comparisonPage(context: Context, both: readonly [FoundReport, FoundReport], names: Names) {
  const { t } = context
  return {
    title: t('signal.compareTitle'),
    heading: t('signal.compareTitle'),
    back: paths.report(both[0].id),
    reports: both.map((report) => sideOf(context, report, names)),
  }
}

/** One of two reports that are read beside each other. */
export function sideOf(context: Context, report: FoundReport, names: Names) {
  const { t, locale, actor } = context
  const type = reportType(report.typeKey)
  return {
    href: paths.report(report.id),
    number: report.number,
    title: headlineOf(type, report.answers as Answers, { locale, names }),
    about: [
      type.title[locale],
      `${report.author.pangkat} ${report.author.name}`,
      showInstant(report.occurredAt, actor.timeZone, locale),
    ].join(' · '),
    chips: [stateChip(context, report.state)],
    sections: answerSections(type, report.answers as Answers, { locale, names }),
    photosTitle: type.photos.label[locale],
    photos: report.photos.map(({ ordinal }) => ({
      src: paths.photo(report.id, ordinal!),
      alt: t('report.photoNumber', { number: ordinal! }),
    })),
  }
}
