import type { Word } from '../engine/index.ts'
import type { FoundReport, LetterNames, Linked, QueuePlace } from '../record/index.ts'
import type { HistoryEntry } from './history.pages.ts'
import type { Matter } from './warnings.pages.ts'

export interface Reading {
  report: FoundReport
  names: LetterNames
  history: HistoryEntry[]
  visitNumber: number
  /** The reports of the same matter, and of those and the ones that warnings name, what is in scope. */
  matter: Matter
  linked: ReadonlyMap<string, Linked>
  /** For which reasons it may be returned. */
  reasons: Word[]
  /** How often its author has sent something else under its id. */
  otherSends: number
  /** Where it stands in the queue that its reader came from. */
  place: QueuePlace | undefined
}
