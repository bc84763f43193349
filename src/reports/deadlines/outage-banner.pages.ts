import { dayIn, daysBetween } from '../../kernel/days.ts'
import { showDayMonth, showInstant, showTime, zoneName } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Say } from '../../sentences/say.ts'
import type { MovedDeadline } from './moved-deadline.ts'
import type { Outage } from './outages.ts'

/** `18.10–19.25`, with the day where it is not today's. */
export function showOutage({ since, until }: Outage, zone: string, locale: Locale, now: Date): string {
  const [from, to] = [dayIn(zone, since), dayIn(zone, until)]
  const time = (at: Date) => showTime(at, zone, locale)
  if (from !== to) return `${showDayMonth(from, locale)} ${time(since)} – ${showDayMonth(to, locale)} ${time(until)}`
  const times = `${time(since)}–${time(until)}`
  return from === dayIn(zone, now) ? times : `${showDayMonth(from, locale)} ${times}`
}

export function bannerText(
  t: Say,
  locale: Locale,
  zone: string,
  { outages, usual, due }: MovedDeadline,
  now: Date,
): string {
  const spans = outages.map((outage) => showOutage(outage, zone, locale, now))
  const away =
    spans.length === 1
      ? t('time.away', { span: spans[0]! })
      : t('time.awayOften', { count: spans.length, span: spans.at(-1)! })
  const today = dayIn(zone, now)
  const day = dayIn(zone, usual)
  const at = dueInWords(t, locale, zone, due, now)
  const moved = day === today ? t('time.movedToday', { at }) : t('time.moved', { day: showDayMonth(day, locale), at })
  return `${away} ${moved}`
}

function dueInWords(t: Say, locale: Locale, zone: string, due: Date, now: Date): string {
  const time = `${showTime(due, zone, locale)} ${zoneName(zone)}`
  const days = daysBetween(dayIn(zone, now), dayIn(zone, due))
  if (days === 0) return time
  return days === 1 ? t('time.tomorrowAt', { time }) : showInstant(due, zone, locale)
}
