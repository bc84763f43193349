import type { AbsenceKind } from '../../administration/absences/index.ts'

/** An officer on a day, as far as the server knows. */
export interface SheetLine {
  personId: string
  name: string
  pangkat: string
  phone: string | null
  unitPath: string
  unit: string
  /** Those that count and that the reader may open. */
  reports: number
  hasReported: boolean
  nihilAt: Date | null
  absence: AbsenceKind | null
  absentUntil: Date | null
}

/** What an officer is on a day, exactly one of these; the first that fits from the end on. */
export const sheetStates = ['silent', 'absent', 'nihil', 'reported'] as const
export type SheetState = (typeof sheetStates)[number]

export function stateOf({ hasReported, nihilAt, absence }: SheetLine): SheetState {
  if (hasReported) return 'reported'
  if (nihilAt) return 'nihil'
  return absence ? 'absent' : 'silent'
}

export type Counts = Record<SheetState, number>

export const countsOf = (lines: readonly SheetLine[]): Counts => {
  const counts: Counts = { silent: 0, absent: 0, nihil: 0, reported: 0 }
  for (const line of lines) counts[stateOf(line)] += 1
  return counts
}

export interface PolsekSheet {
  path: string
  name: string
  /** Those who need a call stand on top. */
  lines: SheetLine[]
}

/** By polsek, in the order in which they come; within one by state, and else as they come. */
export function byPolsek(lines: readonly SheetLine[]): PolsekSheet[] {
  const sheets = new Map<string, PolsekSheet>()
  for (const line of lines) {
    const sheet = sheets.get(line.unitPath) ?? { path: line.unitPath, name: line.unit, lines: [] }
    sheet.lines.push(line)
    sheets.set(line.unitPath, sheet)
  }
  const rank = (line: SheetLine) => sheetStates.indexOf(stateOf(line))
  return [...sheets.values()].map((sheet) => ({ ...sheet, lines: sheet.lines.toSorted((a, b) => rank(a) - rank(b)) }))
}
