/** What the cells of a column are in a sheet, where they can be read as it; else they stay as they are. */
export type ColumnKind = 'text' | 'date' | 'time' | 'instant'

/** How a spreadsheet shows them. */
export const dateFormats: Record<Exclude<ColumnKind, 'text'>, string> = {
  date: 'dd/mm/yyyy',
  time: 'hh:mm',
  instant: 'dd/mm/yyyy hh:mm',
}

const written = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:(?:^| )(\d{2}):(\d{2}))?$/
const dayLength = 86_400_000
/** Day 0 of spreadsheets; those before March 1900 they count wrongly. */
const dayZero = Date.UTC(1899, 11, 30)
const firstRight = 61

/** A day `2026-11-24`, a time `09:42` or both as the number by which spreadsheets keep them; undefined for anything else. */
export function serialOf(value: string | number): number | undefined {
  const match = typeof value === 'string' && value !== '' ? written.exec(value) : null
  if (!match) return undefined
  const [, year, month, day, hour = '0', minute = '0'] = match
  const time = (Number(hour) * 60 + Number(minute)) / 1440
  if (year === undefined) return time
  const days = Math.round((Date.UTC(Number(year), Number(month) - 1, Number(day)) - dayZero) / dayLength)
  return days < firstRight ? undefined : days + time
}
