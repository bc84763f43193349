import { mayEver } from '../../access/policy/policy.ts'
import type { Period } from '../../kernel/days.ts'
import { showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { readLabel } from '../../reports/engine/index.ts'
import { type listRows } from '../../reports/reading/index.ts'
import { findReportType } from '../../reports/registry/index.ts'
import { isMessageKey } from '../../sentences/say.ts'
import {
  type Counted,
  few,
  type Measures,
  measuresOf,
  nothing,
  percentOf,
  type Share,
  type Side,
  sides,
  total,
} from './measures.ts'
import type { CheckCount, FieldGap, Repair, RowKind, RowName } from './quality.queries.ts'

export const spans = [7, 28, 90] as const
export type Span = (typeof spans)[number]

export interface QualityQuestion {
  span: Span
  period: Period
  rows: RowKind
  /** The unit that is looked at. */
  unit: { path: string; name: string }
  /** Whether it is narrowed down to that unit by the address. */
  isNarrowed: boolean
}

export interface QualityReading {
  question: QualityQuestion
  counted: Counted[]
  names: RowName[]
  gaps: FieldGap[]
  checks: CheckCount[]
  repairs: { repair: Repair; row: ReturnType<typeof listRows>[number] }[]
}

/** A share of a few reports would say more than is known: it is said as it is. */
export function shareText({ t, locale }: Pick<Context, 't' | 'locale'>, share: Share): string {
  const percent = percentOf(share)
  if (percent === undefined) return '–'
  return share.of < few
    ? t('quality.few', { good: share.good, of: share.of })
    : t('quality.percent', { percent: showNumber(percent, locale) })
}

const attention = 80
const good = 95

function meterOf(context: Context, side: Side, measures: Measures) {
  const percent = percentOf(measures[side]) ?? 0
  return {
    label: context.t(`quality.side.${side}`),
    value: percent,
    max: 100,
    text: shareText(context, measures[side]),
    kind: percent >= good ? 'good' : percent < attention ? 'attention' : 'work',
    explain: context.t(`quality.explain.${side}`),
  }
}

/** The four sides, each as a bar that says its share. */
export const sideMeters = (context: Context, measures: Measures) =>
  sides.map((side) => meterOf(context, side, measures))

export function qualityPage(context: Context, reading: QualityReading) {
  const { t, actor } = context
  const { question, counted } = reading
  const sum = counted.length === 0 ? nothing : total(counted)
  return {
    title: t('quality.title'),
    rulesHref: mayEver(context.actor, 'rules.read') ? paths.rules : '',
    heading: t('quality.title'),
    unit: actor.role === 'bhabinkamtibmas' ? `${actor.pangkat} ${actor.name}` : question.unit.name,
    back: question.isNarrowed ? paths.quality({ hari: String(question.span) }) : '',
    spans: spans.map((span) => ({
      href: paths.quality({ hari: String(span), ...(question.isNarrowed ? { satuan: question.unit.path } : {}) }),
      label: t('quality.days', { count: span }),
      current: span === question.span,
    })),
    isEmpty: sum.reports === 0,
    meters: sideMeters(context, measuresOf(sum)),
    repairs: reading.repairs.map(({ repair, row }) => ({ ...row, note: repairText(context, repair) })),
    table: rowsTable(context, reading),
    checks: checksTable(context, reading),
    gaps: gapsTable(context, reading),
  }
}

function repairText({ t }: Context, { isBrief, isReturned, findings, warnings }: Repair): string {
  return [
    isBrief ? t('quality.repair.brief') : '',
    isReturned ? t('quality.repair.returned') : '',
    findings > 0 ? t('quality.repair.findings', { count: findings }) : '',
    warnings > 0 ? t('quality.repair.warnings', { count: warnings }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

const cell = (text: string, href = '') => ({ text, href, align: 'right', small: '', header: false })
const headCell = (text: string, href = '') => ({ text, href, align: 'left', small: '', header: true })
const column = (label: string, align: 'left' | 'right') => ({ label, align, href: '' })

/** The furthest from good first: a work list. */
function rowsTable(context: Context, { question, counted, names }: QualityReading) {
  const { t, locale } = context
  const nameOf = new Map(names.map(({ key, name }) => [key, name]))
  const worst = (row: Counted) => Math.min(...sides.map((side) => percentOf(measuresOf(row)[side]) ?? 100))
  const rows = [...counted].sort((a, b) => worst(a) - worst(b) || b.reports - a.reports)
  return {
    caption: t(question.rows === 'polsek' ? 'quality.byUnit' : 'quality.byOfficer'),
    head: [
      column(t(`quality.rows.${question.rows}`), 'left'),
      column(t('quality.reports'), 'right'),
      ...sides.map((side) => column(t(`quality.side.${side}`), 'right')),
    ],
    rows: rows.map((row) => {
      const measures = measuresOf(row)
      const isUnit = question.rows === 'polsek'
      const href = isUnit ? paths.quality({ hari: String(question.span), satuan: row.row }) : ''
      return [
        headCell(nameOf.get(row.row) ?? row.row, href),
        cell(
          showNumber(row.reports - row.duplicates, locale),
          listOf(question, { keadaan: 'dihitung', ...(isUnit ? { satuan: row.row } : { petugas: row.row }) }),
        ),
        ...sides.map((side) => cell(shareText(context, measures[side]))),
      ]
    }),
    foot: [],
  }
}

const listOf = ({ period, unit, isNarrowed }: QualityQuestion, more: Record<string, string>): string =>
  paths.reports({ ...(isNarrowed ? { satuan: unit.path } : {}), dari: period.from, sampai: period.until, ...more })

function checksTable({ t, locale }: Context, { question, checks }: QualityReading) {
  return {
    caption: t('quality.checks'),
    head: [column(t('quality.check'), 'left'), column(t('quality.now'), 'right'), column(t('quality.before'), 'right')],
    rows: checks.map(({ key, now, before }) => {
      const sentence = `quality.check.${key}`
      return [
        headCell(isMessageKey(sentence) ? t(sentence) : key),
        cell(showNumber(now, locale), now > 0 ? listOf(question, { tanda: key }) : ''),
        cell(showNumber(before, locale)),
      ]
    }),
    foot: [],
  }
}

function gapsTable({ t, locale }: Context, { gaps }: QualityReading) {
  const labelOf = ({ type, field }: FieldGap) => {
    const found = findReportType(type)
    const asked = found?.fields[field]
    return found ? `${asked ? readLabel(asked, locale) : field}, ${found.short[locale]}` : field
  }
  return {
    caption: t('quality.gaps'),
    head: [
      column(t('quality.field'), 'left'),
      column(t('quality.missing'), 'right'),
      column(t('quality.unknown'), 'right'),
    ],
    rows: gaps.map((gap) => [
      headCell(labelOf(gap)),
      cell(t('quality.few', { good: showNumber(gap.missing, locale), of: showNumber(gap.asked, locale) })),
      cell(showNumber(gap.unknown, locale)),
    ]),
    foot: [],
  }
}
