import { withoutTitles } from '../../kernel/name-key.ts'
import { containment, similarity, trigramsOf } from './trigrams.ts'

/** A report, as far as it can be compared with another one. */
export interface ComparedReport {
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

/** A report with its texts taken to pieces, so that it can be compared with many. */
interface Prepared extends ComparedReport {
  said: ReadonlySet<string>
  named: ReadonlySet<string>
}

const prepared = (told: ComparedReport): Prepared => ({
  ...told,
  said: trigramsOf(told.narrative),
  named: trigramsOf(withoutNumbers(withoutTitles(told.place))),
})

/**
 * Officers name a place longer or shorter (`Balai RW 07`, `balai rw 7 Sunyaragi`), so the letters must only hold one
 * another, titles of people left out; RT, RW and village tell such places apart, and each that differs halves the likeness.
 */
function placeLikeness(a: Prepared, b: Prepared): number {
  if (a.entryId !== null && a.entryId === b.entryId) return 1
  const apart = [differ(a.rw, b.rw), differ(a.rt, b.rt), a.villageCode !== b.villageCode].filter(Boolean).length
  return containment(a.named, b.named) * 0.5 ** apart
}

const timeLikeness = (a: Date, b: Date): number => Math.max(0, 1 - Math.abs(a.getTime() - b.getTime()) / twoDays)

const scored = (a: Prepared, b: Prepared): number =>
  weights.text * similarity(a.said, b.said) +
  weights.place * placeLikeness(a, b) +
  weights.time * timeLikeness(a.occurredAt, b.occurredAt)

/** How likely each of the others tells of the same, from 0 to 1: by what was said, where it was and when it was. */
export function likenessTo(told: ComparedReport): (other: ComparedReport) => number {
  const whole = prepared(told)
  return (other) => scored(whole, prepared(other))
}

export const likeness = (a: ComparedReport, b: ComparedReport): number => likenessTo(a)(b)
