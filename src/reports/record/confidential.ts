import type { Cipher } from '../../platform/cipher.ts'
import type { Answers, ReportType, Wire } from '../engine/index.ts'

/** What may be kept to read, and what only the key opens. */
interface Split<T> {
  open: T
  /** null when nothing that is confidential was given. */
  confidential: T | null
}

const isGiven = (value: unknown) => value !== null && value !== undefined && value !== ''

/** Of a list's `pendapat.0.uraian` the first part names the question. */
const questionIn = (name: string): string => name.split('.')[0]!

export const isConfidential = (type: ReportType, name: string): boolean =>
  type.fields[questionIn(name)]?.confidential === true

/** Answers, or a form as it was typed, in two: no confidential one is left in the open part, not even its key. */
export function splitConfidential<T extends Answers | Wire>(type: ReportType, whole: T): Split<T> {
  const entries = Object.entries(whole)
  const kept = entries.filter(([name, value]) => isConfidential(type, name) && isGiven(value))
  return {
    open: Object.fromEntries(entries.filter(([name]) => !isConfidential(type, name))) as T,
    confidential: kept.length === 0 ? null : (Object.fromEntries(kept) as T),
  }
}

/** Where answers are encrypted for: a body moved to another report or version does not open. */
export const reportLocation = (reportId: string, version: number): string => `report:sealed:${reportId}:${version}`
export const draftLocation = (draftId: string): string => `draft:sealed:${draftId}`

export const encryptAnswers = (cipher: Cipher, whole: Answers | Wire | null, place: string) =>
  whole === null ? null : cipher.encrypt(JSON.stringify(whole), place)

export const decryptAnswers = (cipher: Cipher, body: Uint8Array, place: string): Answers =>
  JSON.parse(cipher.decrypt(body, place)) as Answers
