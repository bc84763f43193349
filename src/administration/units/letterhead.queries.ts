import type { Day } from '../../kernel/days.ts'
import { pathsDownTo } from '../../kernel/unit-path.ts'
import type { Reader } from '../../platform/db/connect.ts'

/** What a unit is called in the head of a letter (Perkap 1/2023): two levels above it are named, in capitals. */
const called: Record<string, (name: string) => string> = {
  polda: (name) => `DAERAH ${name.replace(/^polda /i, '')}`,
  polres: (name) => `RESOR ${name.replace(/^(polresta|polres) /i, '')}`,
  polsek: (name) => `SEKTOR ${name.replace(/^polsek /i, '')}`,
}

export interface Letterhead {
  lines: string[]
  /** Where the letter is written: the seat of the polres, without its kind of town. */
  place: string
}

/** The kop of the unit and the units above it, as they were called on that day; at most three lines. */
export async function letterheadOf(tx: Reader, unitPath: string, day: Day): Promise<Letterhead> {
  const units = await tx.$queryRaw<{ kind: string; name: string }[]>`
    SELECT u.kind, f.name FROM unit u CROSS JOIN LATERAL unit_on(u.id, ${day}::date) f
    WHERE u.path = ANY (${pathsDownTo(unitPath)}) ORDER BY u.path`
  const lines = units.map(({ kind, name }) => (called[kind]?.(name) ?? name).toUpperCase())
  const polres = units.find(({ kind }) => kind === 'polres')
  const place = (polres?.name ?? units.at(-1)?.name ?? '')
    .replace(/^(polresta|polres|polsek|polda) /i, '')
    .replace(/ kota$/i, '')
  return { lines: ['KEPOLISIAN NEGARA REPUBLIK INDONESIA', ...lines].slice(-3), place }
}
