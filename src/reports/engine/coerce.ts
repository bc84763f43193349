// Runs on the server and in the browser: no side effects, and no imports that have any.
import { isUuid } from '../../kernel/ids.ts'
import { readPhoneNumber } from '../../kernel/phone-number.ts'
import { isUnkeepable, tidyDigits, tidyLine, tidyName, tidyText } from '../../kernel/tidy.ts'
import { fixFault, fixText, readFix } from './position.ts'

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

/** How a text of that kind is tidied before it is read. */
type Tidy = (text: string) => string

function given(raw: unknown, tidy: Tidy): string | null | number {
  if (raw === undefined || raw === null || raw === '') return null
  if (typeof raw !== 'string' || isUnkeepable(raw)) return unreadable
  return tidy(raw) || null
}

const read = <T>(raw: unknown, tidy: Tidy, reader: (text: string) => T | number): T | null | number => {
  const text = given(raw, tidy)
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

/** Latitude, longitude and accuracy in metres, if they tell where somebody was. */
function readPosition(text: string): string | number {
  const fix = readFix(text)
  return fix && !fixFault(fix) ? fixText(fix) : unreadable
}

function readMany(raw: unknown): string[] | null | number {
  const all = (Array.isArray(raw) ? raw : [raw]).map((one) => given(one, tidyLine)).filter((one) => one !== null)
  if (all.some((one) => typeof one === 'number')) return unreadable
  return all.length === 0 ? null : [...new Set(all as string[])]
}

const itself = (text: string) => text

/**
 * What a form sent, as the value of its kind: null when nothing was given, NaN when it cannot be read. Names, texts and
 * codes are strings, a day is `2026-11-24`, a time `09:42`, a position `lat,lng,metres`, a telephone number `+62812…`.
 */
export function coerce(kind: Exclude<KindName, 'list'>, raw: unknown, format?: string): unknown {
  switch (kind) {
    case 'text':
      return read(raw, format === 'name' ? tidyName : tidyLine, itself)
    case 'long':
      return read(raw, tidyText, itself)
    case 'date':
      return read(raw, tidyDigits, readDay)
    case 'time':
      return read(raw, tidyDigits, readTime)
    case 'integer':
      return read(raw, tidyDigits, (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : unreadable))
    case 'many':
      return readMany(raw)
    case 'position':
      return read(raw, tidyDigits, readPosition)
    case 'phone':
      return read(raw, tidyLine, (text) => readPhoneNumber(text) ?? unreadable)
    case 'village':
      return read(raw, tidyDigits, (text) => (/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(text) ? text : unreadable))
    case 'entry':
      return read(raw, tidyLine, (text) => (isUuid(text.toLowerCase()) ? text.toLowerCase() : unreadable))
    case 'choice':
      return read(raw, tidyLine, itself)
  }
}
