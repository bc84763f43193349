import { may } from '../../access/policy/policy.ts'
import { type Length, showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { isDelayed, isLate, isLateReason, lateReasons, showDuration } from '../deadlines/index.ts'
import type { FoundReport } from '../record/index.ts'
import { showAge } from './age.ts'
import type { Deciding } from './decision.pages.ts'

interface Clocks {
  occurredAt: Date
  writtenAt: Date
  arrivedAt: Date
  dueAt: Date
  completedAt: Date | null
  clockOffsetMs: bigint | null
  lateReason: string | null
}

const minuteMs = 60_000

/** Late is the officer's, delayed is the signal's: two marks that are never the same word or colour. */
export const clockChips = ({ t }: Pick<Context, 't'>, report: Pick<Clocks, 'writtenAt' | 'arrivedAt' | 'dueAt'>) => [
  ...(isLate(report) ? [{ kind: 'late', label: t('report.lateChip') }] : []),
  ...(isDelayed(report) ? [{ kind: 'queued', label: t('clock.delayedChip') }] : []),
]

export const showLateReason = (reason: string | null, locale: Context['locale']): string =>
  isLateReason(reason) ? lateReasons[reason]![locale] : ''

/** When it happened, was written, arrived and was completed, and how that compares: labels and values. */
export function clockRows({ t, locale, actor }: Context, report: Clocks, months?: Length): [string, string][] {
  const at = (when: Date) => showInstant(when, actor.timeZone, locale, months)
  const { arrivedAt, writtenAt, completedAt } = report
  const delay = t('clock.delayed', { age: showAge(arrivedAt.getTime() - writtenAt.getTime(), t) })
  const reason = showLateReason(report.lateReason, locale)
  const timeliness = isLate(report) ? t('report.late') : t('report.onTime')
  return [
    [t('clock.occurred'), at(report.occurredAt)],
    [t('clock.written'), t('report.arrivedAt', { at: at(writtenAt), timeliness })],
    [t('report.arrived'), isDelayed(report) ? `${at(arrivedAt)}, ${delay}` : at(arrivedAt)],
    ...(completedAt ? [[t('brief.completedAt'), at(completedAt)] as [string, string]] : []),
    [t('report.due'), at(report.dueAt)],
    ...(reason ? [[t('clock.lateReason'), reason] as [string, string]] : []),
    ...offsetRows(report, t, locale),
  ]
}

/** The clock of the phone, where it was wrong by so much that somebody may wonder. */
function offsetRows({ clockOffsetMs }: Clocks, t: Context['t'], locale: Context['locale']): [string, string][] {
  const minutes = Math.round(Number(clockOffsetMs ?? 0) / minuteMs)
  if (minutes === 0) return []
  const said = { duration: showDuration(Math.abs(minutes) * minuteMs, t, locale) }
  return [[t('clock.phone'), minutes > 0 ? t('clock.phoneSlow', said) : t('clock.phoneFast', said)]]
}

/** The clocks as a reader sees them; the author is asked why it is late until they have answered. */
export function clocksOf(context: Context, report: FoundReport, { errors }: Deciding) {
  const asks = may(context.actor, 'report.explain', report) && isLate(report) && report.lateReason === null
  return {
    rows: clockRows(context, report).map(([label, value]) => ({ label, value, lines: [] })),
    action: asks ? paths.lateReason(report.id) : '',
    error: errors.get('alasanTerlambat') ?? '',
    options: Object.entries(lateReasons).map(([value, label]) => ({
      value,
      label: label[context.locale],
      checked: false,
    })),
  }
}
