/** A calendar day as `2026-11-24`. A day has no zone; only the question "which day is it?" has one. */
export type Day = string

export type Period = { from: Day; until: Day }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day of the calendar: 2026-02-31 is not. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text)
  if (!match) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text && Number(match[1]) > 1900
}

/** The day as PostgreSQL's `date` reaches us through Prisma: midnight in UTC. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)

export const dayOf = (date: Date): Day => date.toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => dayOf(new Date(dateOf(day).getTime() + days * 86_400_000))

export const daysBetween = (from: Day, until: Day): number =>
  Math.round((dateOf(until).getTime() - dateOf(from).getTime()) / 86_400_000)

const formatters = new Map<string, Intl.DateTimeFormat>()

function wallClock(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    formatters.set(zone, formatter)
  }
  return formatter
}

/** `2026-11-24 09:42:05`, as a clock on a wall in that zone shows it. */
const onTheWall = (zone: string, at: Date): string => wallClock(zone).format(at)

/** The day it is in that zone (an IANA name) at that instant. */
export const dayIn = (zone: string, at: Date): Day => onTheWall(zone, at).slice(0, 10)

/** The time it is in that zone, as `09:42`. */
export const timeIn = (zone: string, at: Date): string => onTheWall(zone, at).slice(11, 16)

/** The instant at which a wall clock in that zone shows this day and time (`09:42` or `23:59:59`). */
export function instantIn(zone: string, day: Day, time: string): Date {
  const asUtc = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}Z`)
  const offset = new Date(`${onTheWall(zone, asUtc).replace(' ', 'T')}Z`).getTime() - asUtc.getTime()
  return new Date(asUtc.getTime() - offset)
}

/** Monday of the day's week: weeks are counted as in ISO 8601. */
export const weekStart = (day: Day): Day => addDays(day, -((dateOf(day).getUTCDay() + 6) % 7))

export const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`

export function monthEnd(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return dayOf(new Date(Date.UTC(year, month, 0)))
}

export type PeriodKind = 'hari' | 'minggu' | 'bulan'

/** The day, week (Monday to Sunday) or month in which the day lies. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  if (kind === 'hari') return { from: day, until: day }
  if (kind === 'minggu') return { from: weekStart(day), until: addDays(weekStart(day), 6) }
  return { from: monthStart(day), until: monthEnd(day) }
}

export function daysIn({ from, until }: Period): Day[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index))
}
