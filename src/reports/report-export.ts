import { isDelayed, isLate } from '../deadlines/index.ts'
import { dayIn, timeIn } from '../kernel/days.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Say } from '../platform/i18n/say.ts'
import { authorshipMark } from './authorship.pages.ts'
import { showLateReason } from './clocks.pages.ts'
import type { Answers, ReportType } from './engine/definition.ts'
import { readLabel } from './engine/fields.ts'
import { cellOfAnswer, type Names } from './engine/kinds.ts'
import type { ListedReport } from './list.queries.ts'

/** Why an answer is not there stands in its own place; a sealed one no export can reach. */
const columnsOf = ({ fields }: ReportType) =>
  Object.keys(fields).filter((key) => !fields[key]!.insteadOf && !fields[key]!.sealed)

/** The columns of a type: what every report has, then every question it has ever asked. */
export const exportHead = (type: ReportType, locale: Locale, t: Say): string[] => [
  t('report.number'),
  t('report.state'),
  t('authorship.column'),
  t('report.author'),
  t('report.village'),
  t('report.arrived'),
  ...clockHead(t),
  ...columnsOf(type).map((key) => readLabel(type.fields[key]!, locale)),
]

const clockHead = (t: Say): string[] => [
  t('clock.written'),
  t('report.due'),
  t('clock.timeliness'),
  t('clock.lateReason'),
  t('clock.delay'),
]

const cellOfInstant = (at: Date, zone: string) => `${dayIn(zone, at)} ${timeIn(zone, at)}`

/** Late by its author, and long on the way by its signal: each in a column of its own. */
const clockCells = (report: ListedReport, locale: Locale, t: Say, zone: string): (string | number)[] => [
  cellOfInstant(report.writtenAt, zone),
  cellOfInstant(report.dueAt, zone),
  isLate(report) ? t('report.late') : t('report.onTime'),
  showLateReason(report.lateReason, locale),
  isDelayed(report) ? Math.round((report.arrivedAt.getTime() - report.writtenAt.getTime()) / 60_000) : '',
]

/** One report as a row under that head; always as many cells. */
export function exportRow(
  type: ReportType,
  report: ListedReport,
  names: Names,
  locale: Locale,
  t: Say,
  zone: string,
): (string | number)[] {
  const answers = report.answers as Answers
  return [
    report.number,
    t(`report.state.${report.state}`),
    authorshipMark(t, report),
    `${report.author.pangkat} ${report.author.name}`,
    report.villageCode,
    cellOfInstant(report.arrivedAt, zone),
    ...clockCells(report, locale, t, zone),
    ...columnsOf(type).map((key) => cellOfAnswer(type.fields, key, answers, { locale, names })),
  ]
}
