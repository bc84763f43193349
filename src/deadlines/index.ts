import { addDays, type Day, dayIn, instantIn } from '../kernel/days.ts'

/** When a report on that day is due: at the end of the next day, where the unit is. Later is late, never refused. */
export const dueAt = (occurredOn: Day, zone: string): Date => instantIn(zone, addDays(occurredOn, 1), '23:59:59')

/** Judged by when it was written: a phone without signal does not make its officer late. */
export const isLate = (report: { writtenAt: Date; dueAt: Date }): boolean => report.writtenAt > report.dueAt

/** When the detail of a brief report is due: at the end of the day after it was filed, where the unit is. */
export const completionDueAt = (filedAt: Date, zone: string): Date => dueAt(dayIn(zone, filedAt), zone)

export const isCompletionOverdue = (filedAt: Date, zone: string, now: Date): boolean =>
  now > completionDueAt(filedAt, zone)
