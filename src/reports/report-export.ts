import { dayIn, timeIn } from '../kernel/days.ts'
import type { Locale } from '../kernel/locale.ts'
import type { Say } from '../platform/i18n/say.ts'
import type { Answers, ReportType } from './engine/definition.ts'
import { cellOfAnswer, type Names } from './engine/kinds.ts'
import type { ListedReport } from './reports.queries.ts'

/** Why an answer is not there stands in its own place; a sealed one no export can reach. */
const columnsOf = ({ fields }: ReportType) =>
  Object.keys(fields).filter((key) => !fields[key]!.insteadOf && !fields[key]!.sealed)

/** The columns of a type: what every report has, then every question it has ever asked. */
export const exportHead = (type: ReportType, locale: Locale, t: Say): string[] => [
  t('report.number'),
  t('report.state'),
  t('report.author'),
  t('report.village'),
  t('report.arrived'),
  ...columnsOf(type).map((key) => type.fields[key]!.label[locale]),
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
    `${report.author.pangkat} ${report.author.name}`,
    report.villageCode,
    `${dayIn(zone, report.arrivedAt)} ${timeIn(zone, report.arrivedAt)}`,
    ...columnsOf(type).map((key) => cellOfAnswer(type.fields, key, answers, { locale, names })),
  ]
}
