import { addDays, type Day, dayIn, instantIn } from '../../kernel/days.ts'
import { after, effectiveDue, type Outage } from './outages.ts'
import { limitAt, limitFor, type Occurrence, type ReportingRule } from './reporting-rules.ts'

/** Longer time for one officer: what happened in these days is on time as long as it is written by `openUntil`. */
export interface DueException {
  personId: string
  from: Day
  until: Day
  openUntil: Date
}

/** All that decides when a report is due. */
export interface TimeFacts {
  rules: readonly ReportingRule[]
  outages: readonly Outage[]
  exceptions: readonly DueException[]
}

/** Where nobody has set anything, and nothing has happened. */
export const usualTimes: TimeFacts = { rules: [], outages: [], exceptions: [] }

export interface Dated extends Occurrence {
  authorId: string
  zone: string
}

/** When its report is due after the rule and the outages since the day began, for everybody alike. */
export function commonDueOf({ rules, outages }: TimeFacts, { zone, ...occurrence }: Omit<Dated, 'authorId'>): Date {
  const { occurredOn } = occurrence
  const limit = limitAt(limitFor(rules, occurrence), occurredOn, zone)
  return effectiveDue(limit, after(instantIn(zone, occurredOn, '00:00'), outages))
}

/** When a report is due: the one answer for forms, lists, figures and what comes from a phone. Later is late, never refused. */
export function dueOf(facts: TimeFacts, { authorId, ...dated }: Dated): Date {
  const opened = facts.exceptions
    .filter(
      ({ personId, from, until }) => personId === authorId && from <= dated.occurredOn && dated.occurredOn <= until,
    )
    .map(({ openUntil }) => openUntil)
  return [commonDueOf(facts, dated), ...opened].reduce((latest, one) => (one > latest ? one : latest))
}

/** Judged by when it was written: a phone without signal does not make its officer late. */
export const isLate = (report: { writtenAt: Date; dueAt: Date }): boolean => report.writtenAt > report.dueAt

const longOnTheWayMs = 60 * 60_000

/** Whether it was long on its way from the phone: a matter of signal, not of the officer. */
export const isDelayed = (report: { writtenAt: Date; arrivedAt: Date }): boolean =>
  report.arrivedAt.getTime() - report.writtenAt.getTime() > longOnTheWayMs

/** A report as it was filed, with the outages since. */
export interface FiledAsBrief {
  arrivedAt: Date
  /** When a report of its type and day is due. */
  dueAt: Date
  outages: readonly Outage[]
}

/**
 * When the detail of a brief report is due: at the end of the day after it was filed, where the unit is, and later by
 * the outages since; never before the report itself would be due.
 */
export function completionDueAt({ arrivedAt, dueAt, outages }: FiledAsBrief, zone: string): Date {
  const due = effectiveDue(instantIn(zone, addDays(dayIn(zone, arrivedAt), 1), '23:59:59'), after(arrivedAt, outages))
  return due > dueAt ? due : dueAt
}

/** How many days an officer has to correct a returned report, after the day of the return. */
const correctionDays = 3

/**
 * When a returned report should be back: at the end of the third day after the return, where the unit is, and later by
 * the outages since. Like every deadline it refuses nothing; it is said to the author only.
 */
export const correctionDueAt = (returnedAt: Date, outages: readonly Outage[], zone: string): Date =>
  effectiveDue(
    instantIn(zone, addDays(dayIn(zone, returnedAt), correctionDays), '23:59:59'),
    after(returnedAt, outages),
  )

export const isCompletionOverdue = (report: FiledAsBrief, zone: string, now: Date): boolean =>
  now > completionDueAt(report, zone)
