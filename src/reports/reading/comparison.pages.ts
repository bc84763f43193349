import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Answers, Names } from '../engine/index.ts'
import { answerSections } from '../form/index.ts'
import type { Conflicting, FoundReport } from '../record/index.ts'
import { headlineOf, reportType } from '../registry/index.ts'
import { stateChip } from './chips.pages.ts'

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

/** What stands, and beside it what its author sent under the same id afterwards, which changed nothing. */
export function otherSendsPage(context: Context, report: FoundReport, others: readonly Conflicting[], names: Names) {
  const { t } = context
  const standing = sideOf(context, report, names)
  return {
    title: t('report.otherSends'),
    heading: t('report.otherSends'),
    back: paths.report(report.id),
    lead: t(report.authorId === context.actor.id ? 'report.otherSendsOwn' : 'report.otherSendsRead'),
    pairs: others.map((other) => {
      const side = conflictSide(context, report, other, names)
      return { sides: [standing, side], differing: differencesOf(context, standing, side) }
    }),
  }
}

function conflictSide(context: Context, report: FoundReport, other: Conflicting, names: Names): Side {
  const { t, locale, actor } = context
  const type = reportType(report.typeKey)
  return {
    href: '',
    number: t('report.notInForce'),
    title: headlineOf(type, other.answers as Answers, { locale, names }),
    about: t('quarantine.came', { at: showInstant(other.receivedAt, actor.timeZone, locale) }),
    chips: [],
    sections: answerSections(type, other.answers as Answers, { locale, names }),
    photosTitle: type.photos.label[locale],
    photos: other.photos.map((hash, at) => ({
      src: paths.photo(report.id, hash),
      alt: t('report.photoNumber', { number: at + 1 }),
    })),
  }
}

/** At which questions the two do not say the same. */
export function differencesOf({ t }: Context, one: Side, other: Side): string {
  const [mine, theirs] = [answersBeside(one), answersBeside(other)]
  const labels = [...new Set([...mine.keys(), ...theirs.keys()])].filter(
    (label) => mine.get(label) !== theirs.get(label),
  )
  return labels.length > 0 ? t('report.differing', { labels: labels.join(', ') }) : t('report.sameAnswers')
}

const answersBeside = ({ sections }: Side): Map<string, string> =>
  new Map(sections.flatMap(({ rows }) => rows.map(({ label, value, lines }) => [label, [value, ...lines].join('\n')])))

export type Side = ReturnType<typeof sideOf>

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
