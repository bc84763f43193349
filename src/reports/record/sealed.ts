import type { Sealer } from '../../platform/seal.ts'
import type { Answers, ReportType, Wire } from '../engine/index.ts'

/** What may be kept to read, and what only the key opens. */
interface Parted<T> {
  open: T
  /** null when nothing that is sealed was given. */
  sealed: T | null
}

const isGiven = (value: unknown) => value !== null && value !== undefined && value !== ''

/** Of a list's `pendapat.0.uraian` the first part names the question. */
const questionIn = (name: string): string => name.split('.')[0]!

export const isSealed = (type: ReportType, name: string): boolean => type.fields[questionIn(name)]?.sealed === true

/** Answers, or a form as it was typed, in two: no sealed one is left in the open part, not even its key. */
export function parted<T extends Answers | Wire>(type: ReportType, whole: T): Parted<T> {
  const entries = Object.entries(whole)
  const kept = entries.filter(([name, value]) => isSealed(type, name) && isGiven(value))
  return {
    open: Object.fromEntries(entries.filter(([name]) => !isSealed(type, name))) as T,
    sealed: kept.length === 0 ? null : (Object.fromEntries(kept) as T),
  }
}

/** Where answers are sealed to: a body moved to another report or version does not open. */
export const reportPlace = (reportId: string, version: number): string => `report:sealed:${reportId}:${version}`
export const draftPlace = (draftId: string): string => `draft:sealed:${draftId}`

export const sealAt = (sealer: Sealer, whole: Answers | Wire | null, place: string) =>
  whole === null ? null : sealer.seal(JSON.stringify(whole), place)

export const openAt = (sealer: Sealer, body: Uint8Array, place: string): Answers =>
  JSON.parse(sealer.open(body, place)) as Answers
