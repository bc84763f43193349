import { type Day, dateOf, type Period } from './days.ts'
import type { Locale } from './locale.ts'

const tags: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' }
const cache = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`
  let found = cache.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone })
    cache.set(key, found)
  }
  return found
}

export const showNumber = (value: number, locale: Locale): string => value.toLocaleString(tags[locale])

/** A letter writes months in full. */
export type Length = 'short' | 'long'

/** `24 Nov 2026` or `24 November 2026` */
export const showDay = (day: Day, locale: Locale, length: Length = 'short'): string =>
  formatter(locale, 'UTC', { day: 'numeric', month: length, year: 'numeric' }).format(dateOf(day))

/** `16–22 Nov 2026`, `30 Nov – 6 Des 2026`: what both days have in common is said once. */
export function showSpan({ from, until }: Period, locale: Locale, length?: Length): string {
  const [first, last] = [showDay(from, locale, length), showDay(until, locale, length)]
  const [day, month, year] = first.split(' ')
  if (last.endsWith(` ${month} ${year}`)) return `${day}–${last}`
  return last.endsWith(` ${year}`) ? `${day} ${month} – ${last}` : `${first} – ${last}`
}

/** The same of days that may be one and the same: `20 Nov 2026` or `20–26 Nov 2026`. */
export const showDays = (period: Period, locale: Locale): string =>
  period.from === period.until ? showDay(period.from, locale) : showSpan(period, locale)

/** `24 Nov` */
export const showDayMonth = (day: Day, locale: Locale): string =>
  formatter(locale, 'UTC', { day: 'numeric', month: 'short' }).format(dateOf(day))

/** `Selasa, 24 November 2026` */
export const showLongDay = (day: Day, locale: Locale): string =>
  formatter(locale, 'UTC', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(dateOf(day))

/** `Selasa, 24 November`: for the day one is in. */
export const showToday = (day: Day, locale: Locale): string =>
  formatter(locale, 'UTC', { weekday: 'long', day: 'numeric', month: 'long' }).format(dateOf(day))

/** `Nov 2026` or `November 2026` */
export const showMonth = (day: Day, locale: Locale, length: Length = 'long'): string =>
  formatter(locale, 'UTC', { month: length, year: 'numeric' }).format(dateOf(day))

/** `Nov` */
export const showMonthName = (day: Day, locale: Locale): string =>
  formatter(locale, 'UTC', { month: 'short' }).format(dateOf(day))

/** `09.42` in Indonesian, `09:42` in English. */
export const showTime = (at: Date, zone: string, locale: Locale): string =>
  formatter(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** `24 Nov 2026, 09.42 WIB` or `24 November 2026, 09.42 WIB` */
export const showInstant = (at: Date, zone: string, locale: Locale, length: Length = 'short'): string =>
  `${formatter(locale, zone, { day: 'numeric', month: length, year: 'numeric' }).format(at)}, ${showTime(at, zone, locale)} ${zoneName(zone)}`

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** The time zones of Indonesia by their IANA names. */
export const timeZones = Object.keys(zoneNames)

/** WIB, WITA or WIT; another zone answers with its own name. */
export const zoneName = (zone: string): string => zoneNames[zone] ?? zone

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** The month as official letters number it: XI for November. */
export const romanMonth = (day: Day): string => roman[Number(day.slice(5, 7)) - 1]!

/** RT and RW as they are written: 3 is 003. */
export const showRt = (value: number): string => String(value).padStart(3, '0')

/** `RT 003 RW 007`; what is not known is left out. */
export const rtRw = ({ rt, rw }: { rt: number | null; rw: number | null }): string =>
  [rt === null ? '' : `RT ${showRt(rt)}`, rw === null ? '' : `RW ${showRt(rw)}`].filter((part) => part !== '').join(' ')
