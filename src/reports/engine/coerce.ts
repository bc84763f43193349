// Runs on the server and in the browser: touches nothing, and imports only what touches nothing.
import { isUuid } from '../../kernel/ids.ts'

export type KindName =
  | 'text'
  | 'long'
  | 'date'
  | 'time'
  | 'integer'
  | 'choice'
  | 'many'
  | 'village'
  | 'entry'
  | 'position'
  | 'phone'
  | 'list'

/** The answer to something that was given but cannot be read as its kind. */
const unreadable = Number.NaN

// biome-ignore lint: control characters are the point
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/

const given = (raw: unknown): string | null | number => {
  if (raw === undefined || raw === null || raw === '') return null
  if (typeof raw !== 'string' || control.test(raw) || /[\ud800-\udfff]/u.test(raw)) return unreadable
  const text = raw.normalize('NFC').trim()
  return text === '' ? null : text
}

const read = <T>(raw: unknown, reader: (text: string) => T | number): T | null | number => {
  const text = given(raw)
  return typeof text === 'string' ? reader(text) : text
}

const twoDigits = (text: string | undefined) => String(text).padStart(2, '0')

function readDay(text: string): string | number {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const local = /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4})$/.exec(text)
  const day = iso ? text : local ? `${local[3]}-${twoDigits(local[2])}-${twoDigits(local[1])}` : ''
  const date = new Date(`${day}T00:00:00Z`)
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
  return isReal && day > '1900' ? day : unreadable
}

function readTime(text: string): string | number {
  const match = /^(\d{1,2})[.:](\d{2})(?::\d{2})?$/.exec(text)
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return unreadable
  return `${twoDigits(match[1])}:${match[2]}`
}

/** Latitude, longitude and accuracy in metres, inside the box around Indonesia. */
function readPosition(text: string): string | number {
  const match = /^(-?\d{1,2}\.\d{1,8}),(\d{2,3}\.\d{1,8}),(\d{1,6})(?:\.\d+)?$/.exec(text)
  if (!match) return unreadable
  const [latitude, longitude] = [Number(match[1]), Number(match[2])]
  const isInside = latitude > -12 && latitude < 7 && longitude > 94 && longitude < 142
  return isInside ? `${latitude.toFixed(6)},${longitude.toFixed(6)},${match[3]}` : unreadable
}

/** `0812…`, `62812…` and `+62 812-…` are one number: it is kept as `+62812…`. */
function readPhone(text: string): string | number {
  const digits = text.replace(/[\s().-]/g, '')
  const match = /^(?:\+62|62|0)(8\d*)$/.exec(digits)
  return match ? `+62${match[1]}` : /^\+?\d+$/.test(digits) ? digits : unreadable
}

function readMany(raw: unknown): string[] | null | number {
  const all = (Array.isArray(raw) ? raw : [raw]).map(given).filter((one) => one !== null)
  if (all.some((one) => typeof one === 'number')) return unreadable
  return all.length === 0 ? null : [...new Set(all as string[])]
}

const spaced = (text: string) => text.replace(/\s+/g, ' ')
const itself = (text: string) => text

/**
 * What a form sent, as the value of its kind: null when nothing was given, NaN when it cannot be read. Names, texts and
 * codes are strings, a day is `2026-11-24`, a time `09:42`, a position `lat,lng,metres`.
 */
export function coerce(kind: Exclude<KindName, 'list'>, raw: unknown): unknown {
  switch (kind) {
    case 'text':
      return read(raw, spaced)
    case 'long':
      return read(raw, (text) => text.replace(/\r\n?/g, '\n').replace(/[^\S\n]+/g, ' '))
    case 'date':
      return read(raw, readDay)
    case 'time':
      return read(raw, readTime)
    case 'integer':
      return read(raw, (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : unreadable))
    case 'many':
      return readMany(raw)
    case 'position':
      return read(raw, readPosition)
    case 'phone':
      return read(raw, readPhone)
    case 'village':
      return read(raw, (text) => (/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(text) ? text : unreadable))
    case 'entry':
      return read(raw, (text) => (isUuid(text.toLowerCase()) ? text.toLowerCase() : unreadable))
    case 'choice':
      return read(raw, itself)
  }
}
