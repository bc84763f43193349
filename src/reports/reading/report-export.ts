import { dayIn, timeIn } from '../../kernel/days.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { ColumnKind } from '../../platform/exports/serial-dates.ts'
import type { MessageKey, Say } from '../../sentences/say.ts'
import { isDelayed, isLate } from '../deadlines/index.ts'
import { type Answers, cellOfAnswer, type Field, type Names, type ReportType, readLabel } from '../engine/index.ts'
import type { ListedReport } from '../record/index.ts'
import { authorshipNote } from './authorship.pages.ts'
import { showLateReason } from './clocks.pages.ts'

/** Why an answer is not there stands in its own place; a confidential one no export can reach. */
const columnsOf = ({ fields }: ReportType) =>
  Object.keys(fields).filter((key) => !fields[key]!.insteadOf && !fields[key]!.confidential)

/** The columns that every report has. */
const ownColumns: [label: MessageKey, kind: ColumnKind][] = [
  ['report.number', 'text'],
  ['report.state', 'text'],
  ['authorship.column', 'text'],
  ['report.author', 'text'],
  ['session.nrp', 'text'],
  ['report.villageCode', 'text'],
  ['report.village', 'text'],
  ['report.arrived', 'instant'],
  ['clock.written', 'instant'],
  ['report.due', 'instant'],
  ['clock.timeliness', 'text'],
  ['clock.lateReason', 'text'],
  ['clock.delay', 'text'],
]

/** The columns of a type: what every report has, then every question it has ever asked. */
export const exportHead = (type: ReportType, locale: Locale, t: Say): string[] => [
  ...ownColumns.map(([label]) => t(label)),
  ...columnsOf(type).flatMap((key) => headOf(type.fields[key]!, locale, t)),
]

/** A position is three numbers, each in a column of its own. */
const headOf = (field: Field, locale: Locale, t: Say): string[] =>
  field.kind === 'position'
    ? [t('report.latitude'), t('report.longitude'), t('report.accuracy')]
    : [readLabel(field, locale)]

/** What the columns under that head hold, so that a sheet has days as days and times as times. */
export const exportKinds = (type: ReportType): ColumnKind[] => [
  ...ownColumns.map(([, kind]) => kind),
  ...columnsOf(type).flatMap((key) => kindsOf(type.fields[key]!)),
]

function kindsOf({ kind }: Field): ColumnKind[] {
  if (kind === 'position') return ['text', 'text', 'text']
  return [kind === 'date' || kind === 'time' ? kind : 'text']
}

const positionCells = (value: unknown): (string | number)[] =>
  typeof value === 'string' ? value.split(',').map(Number) : ['', '', '']

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
    authorshipNote(t, report),
    `${report.author.pangkat} ${report.author.name}`,
    report.author.nrp,
    report.villageCode,
    names.village(report.villageCode),
    cellOfInstant(report.arrivedAt, zone),
    ...clockCells(report, locale, t, zone),
    ...columnsOf(type).flatMap((key) =>
      type.fields[key]!.kind === 'position'
        ? positionCells(answers[key])
        : [cellOfAnswer(type.fields, key, answers, { locale, names })],
    ),
  ]
}
