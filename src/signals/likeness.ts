import { containment, similarity } from './trigrams.ts'

/** A report, as far as it can be compared with another one. */
export interface Told {
  /** The entry of the register that it is about, where there is one. */
  entryId: string | null
  villageCode: string
  /** Where it was, in words: the entry's name or the place that was typed. */
  place: string
  rt: number | null
  rw: number | null
  occurredAt: Date
  narrative: string
}

/** How much each trait says; together 1. */
export const weights = { text: 0.5, place: 0.35, time: 0.15 } as const

/** From here on it is asked whether two reports tell of the same. */
export const alike = 0.71

const twoDays = 48 * 3_600_000

const withoutNumbers = (text: string) => text.replace(/\d+/g, ' ')
const differ = (a: number | null, b: number | null) => a !== null && b !== null && a !== b

/**
 * Officers name a place longer or shorter (`Balai RW 07`, `balai rw 7 Sunyaragi`), so the letters must only hold one
 * another; RT, RW and village tell such places apart, and each that differs halves the likeness.
 */
function placeLikeness(a: Told, b: Told): number {
  if (a.entryId !== null && a.entryId === b.entryId) return 1
  const apart = [differ(a.rw, b.rw), differ(a.rt, b.rt), a.villageCode !== b.villageCode].filter(Boolean).length
  return containment(withoutNumbers(a.place), withoutNumbers(b.place)) * 0.5 ** apart
}

const timeLikeness = (a: Date, b: Date): number => Math.max(0, 1 - Math.abs(a.getTime() - b.getTime()) / twoDays)

/** How likely two reports tell of the same, from 0 to 1: by what was said, where it was and when it was. */
export const likeness = (a: Told, b: Told): number =>
  weights.text * similarity(a.narrative, b.narrative) +
  weights.place * placeLikeness(a, b) +
  weights.time * timeLikeness(a.occurredAt, b.occurredAt)
