import type { Scope } from '../../access/policy/scope.ts'
import { type Day, daysBetween } from '../../kernel/days.ts'
import { showDay, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type Answers } from '../../reports/engine/index.ts'
import { type namesFor } from '../../reports/record/index.ts'
import { headlineOf, reportType } from '../../reports/registry/index.ts'
import type { FollowUp, FollowUpCounts } from './follow-ups.queries.ts'

type Names = Awaited<ReturnType<typeof namesFor>>

export const followUpWords = ['terbuka', 'lewat', 'selesai'] as const
export type FollowUpWord = (typeof followUpWords)[number]

export interface FollowUpList {
  word: FollowUpWord
  found: FollowUp[]
  names: Names
  counts: FollowUpCounts
  size: number
  isFirst: boolean
}

function chipOf({ t }: Context, { outcome, followUpDue }: FollowUp, today: Day) {
  if (outcome) return { kind: 'verified', label: t(`followUp.outcome.${outcome.outcome as 'selesai'}`) }
  const left = daysBetween(today, followUpDue!)
  if (left < 0) return { kind: 'returned', label: t('followUp.overdueBy', { days: -left }) }
  return { kind: 'neutral', label: left === 0 ? t('followUp.dueToday') : t('followUp.dueIn', { days: left }) }
}

const canOpen = (scope: Scope, { authorId, unitPath }: FollowUp): boolean =>
  scope.kind === 'own' ? authorId === scope.personId : unitPath.startsWith(scope.path)

/** What was promised, who does it until when, and what came of it. */
export function followUpRow(context: Context, one: FollowUp, names: Names) {
  const { t, locale, scope, today } = context
  const due = t('followUp.due', { day: showDay(one.followUpDue!, locale) })
  const author = scope.kind === 'own' ? [] : [`${one.author.pangkat} ${one.author.name}`]
  return {
    href: canOpen(scope, one) ? paths.report(one.id) : '',
    title: headlineOf(reportType(one.typeKey), one.answers as Answers, { locale, names }),
    text: [one.followUpBy ?? '', due, ...author].filter((part) => part !== '').join(' · '),
    chips: [chipOf(context, one, today)],
  }
}

const keyOf = (one: FollowUp) => `${one.outcome ? one.outcome.closedAt.toISOString() : one.followUpDue}_${one.id}`

export function followUpsPage(context: Context, { word, found, names, counts, size, isFirst }: FollowUpList) {
  const { t, locale } = context
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return {
    title: t('followUp.title'),
    heading: t('followUp.title'),
    tabs: followUpWords.map((one) => ({
      href: paths.followUps({ keadaan: one }),
      label: t(`followUp.filter.${one}`),
      current: one === word,
    })),
    summary: t('followUp.counts', {
      open: showNumber(counts.open, locale),
      overdue: showNumber(counts.overdue, locale),
    }),
    rows: rows.map((one) => followUpRow(context, one, names)),
    emptyText: t(`followUp.empty.${word}`),
    next: found.length > size && last ? paths.followUps({ keadaan: word, setelah: keyOf(last) }) : '',
    first: isFirst ? '' : paths.followUps({ keadaan: word }),
  }
}

export interface ClosingForm {
  report: { id: string; number: string; followUpBy: string | null; followUpDue: string | null }
  outcomes: readonly string[]
  outcome: string
  result: string
  errors: Map<string, string>
}

export function closingPage({ t, locale }: Context, { report, outcomes, outcome, result, errors }: ClosingForm) {
  return {
    title: t('followUp.close'),
    heading: t('followUp.close'),
    subheading: report.number,
    back: paths.report(report.id),
    hasErrors: errors.size > 0,
    problems: [...errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    action: paths.closeFollowUp(report.id),
    promise: t('followUp.promise', { who: report.followUpBy ?? '', day: showDay(report.followUpDue!, locale) }),
    outcomes: outcomes.map((value) => ({
      value,
      label: t(`followUp.outcome.${value as 'selesai'}`),
      checked: value === outcome,
    })),
    outcomeError: errors.get('hasil') ?? '',
    result,
    resultError: errors.get('uraian') ?? '',
    bar: { primary: { label: t('followUp.save'), name: 'aksi', value: 'simpan' }, secondary: '' as const, text: '' },
  }
}
