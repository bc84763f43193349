import type { Day } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { alike, likenessTo } from './likeness.ts'
import { type Near, type Subject, surroundingsOf } from './signals.queries.ts'
import { type FoundSignal, oddIn } from './warnings.ts'

/** A report that is asked about: does the new one tell of the same? */
export interface Candidate extends Near {
  /** The same officer was at the same entry on the same day. */
  isExact: boolean
}

/** What there is to ask before a report is sent. */
export interface Signals {
  found: FoundSignal[]
  /** Those that may tell of the same, the likeliest first. */
  candidates: Candidate[]
}

const mostCandidates = 3

/** Which of the reports nearby may tell of the same: exact ones first, then by their likeness. What follows it is known to be of it. */
export function candidatesAmong(subject: Subject, near: readonly Near[]): Candidate[] {
  const isExact = ({ entryId, authorId, typeKey, day }: Near) =>
    entryId !== null &&
    entryId === subject.entryId &&
    authorId === subject.authorId &&
    typeKey === subject.typeKey &&
    day === subject.day
  const likeness = likenessTo(subject)
  return near
    .filter(({ matterId }) => matterId !== subject.id)
    .map((one) => ({ ...one, isExact: isExact(one), score: likeness(one) }))
    .filter(({ isExact: exact, score }) => exact || score >= alike)
    .sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, mostCandidates)
    .map(({ score: _, ...candidate }) => candidate)
}

/** Looks at a report before it is filed, and at what stands around it. */
export async function signalsOf(tx: Reader, subject: Subject, today: Day): Promise<Signals> {
  const { day, occurredAt: at, position, unusualNames } = subject
  const { near, ...surroundings } = await surroundingsOf(tx, subject)
  const candidates = candidatesAmong(subject, near)
  const found = oddIn({ today, day, at, position, unusualNames, ...surroundings })
  // One report is not asked about twice: whether it is the same says more than that its words are.
  const isAsked = ({ key, params }: FoundSignal) => key === 'sama-teks' && candidates.some(({ id }) => id === params.id)
  return { found: found.filter((one) => !isAsked(one)), candidates }
}
