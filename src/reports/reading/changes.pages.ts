import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type Answers, type ReportType, readLabel, type Showing, showAnswer } from '../engine/index.ts'
import type { FoundReport } from '../record/index.ts'
import { briefLine } from '../registry/index.ts'
import { wordDiff } from './word-diff.ts'

/** The version before, as far as it can be compared: the one line of a brief report answers no question of a form. */
export function previousOf(report: FoundReport) {
  const previous = report.versions.at(-1)
  return previous && briefLine(previous.answers as Answers) === '' ? previous : undefined
}

/** What the last correction changed, answer by answer and word by word; empty while nothing was corrected. */
export function changesOf(type: ReportType, report: FoundReport, showing: Showing) {
  const previous = previousOf(report)
  if (!previous) return []
  const [before, after] = [previous.answers as Answers, report.answers as Answers]
  return Object.entries(type.fields)
    .filter(([, field]) => !field.insteadOf)
    .map(([key, field]) => ({
      label: readLabel(field, showing.locale),
      before: showAnswer(type.fields, key, before, showing),
      after: showAnswer(type.fields, key, after, showing),
    }))
    .filter((one) => one.before !== one.after)
    .map(({ label, ...texts }) => ({ label, ...wordDiff(texts.before, texts.after) }))
}

/** The photos before and after the last correction, where they are not the same. */
export function changedPhotosOf({ t }: Context, report: FoundReport) {
  const previous = previousOf(report)
  const now = report.photos.map(({ hash }) => hash)
  if (!previous || now.join() === previous.photos.join()) return { before: [], after: [] }
  const shown = (hashes: string[], when: string) =>
    hashes.map((hash, index) => ({
      src: paths.photo(report.id, hash),
      alt: `${t('report.photoNumber', { number: index + 1 })}, ${when}`,
    }))
  return { before: shown(previous.photos, t('report.before')), after: shown(now, t('report.after')) }
}
