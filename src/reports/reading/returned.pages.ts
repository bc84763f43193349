import { dayIn, daysBetween } from '../../kernel/days.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { correctionDueAt, type Outage } from '../deadlines/index.ts'
import type { Names } from '../engine/index.ts'
import { soonInWords } from '../form/index.ts'
import { returnReasonOptions } from '../registry/index.ts'

export interface Review {
  decision: string
  reason: string | null
  note: string | null
  decidedAt: Date
}

interface Returned {
  state: string
  reviews: readonly Review[]
  outages: readonly Outage[]
}

/** The return that a report waits to be corrected after; undefined in every other state. */
export const lastReturn = ({ state, reviews }: Pick<Returned, 'state' | 'reviews'>): Review | undefined =>
  state === 'returned'
    ? reviews.filter(({ decision }) => decision === 'returned').toSorted((a, b) => +b.decidedAt - +a.decidedAt)[0]
    : undefined

type Speaking = Pick<Context, 't' | 'locale' | 'actor' | 'now'>

/** `Batas perbaikan besok pukul 23.59`, or that it has passed. */
export function correctBy(context: Speaking, report: Returned): string {
  const returned = lastReturn(report)
  if (!returned) return ''
  const due = correctionDueAt(returned.decidedAt, report.outages, context.actor.timeZone)
  return context.t(context.now > due ? 'report.correctWasDue' : 'report.correctBy', { due: soonInWords(context, due) })
}

/** The days left for the author of a returned report. */
export function daysLeftChips({ t, actor, now }: Speaking, report: Returned) {
  const returned = lastReturn(report)
  if (!returned || actor.role !== 'bhabinkamtibmas') return []
  const due = correctionDueAt(returned.decidedAt, report.outages, actor.timeZone)
  const count = daysBetween(dayIn(actor.timeZone, now), dayIn(actor.timeZone, due))
  if (now > due) return [{ kind: 'late', label: t('report.correctLate') }]
  return [{ kind: 'late', label: count === 0 ? t('report.correctToday') : t('report.daysLeft', { count }) }]
}

/** The coded reason of a return in words, also one that is no longer offered. */
export function reasonLabel(names: Pick<Names, 'term'>, reason: string | null | undefined, locale: Locale): string {
  if (!reason) return ''
  return (names.term('alasan-pengembalian', reason) ?? returnReasonOptions[reason])?.[locale] ?? reason
}
