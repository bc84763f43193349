import type { Cipher } from '../../platform/cipher.ts'
import type { Answers } from '../engine/index.ts'
import type { Warning } from '../signals/index.ts'

/** A report as it goes to the filing statement; the photos are hashes of photos parked under its id. */
export interface Filing {
  id: string
  typeKey: string
  typeCode: string
  typeVersion: number
  state: 'submitted' | 'brief' | 'unacknowledged'
  /** `awaited`: the author has still to say whether it is theirs. */
  authorship?: 'own' | 'awaited'
  authorId: string
  unitPath: string
  villageCode: string
  entryId: string | null
  occurredOn: string
  occurredAt: Date
  writtenAt: Date
  arrivedAt: Date
  dueAt: Date
  clockOffsetMs: number | null
  lateReason: string | null
  answers: Answers
  /** Base64 of the confidential answers, or null. */
  sealed: string | null
  /** Of what is confidential, for the fingerprint. */
  mark: string
  sums: Record<string, number>
  narrative: string
  priority: number
  digest: string
  checkCode: string
  photos: readonly string[]
  requestId: string
  /** The confirmation questions about it, and the officer's answers. */
  warnings?: readonly Warning[]
  /** The report that it follows, and the first one of that chain. */
  followsId?: string | null
  matterId?: string | null
  /** Where it came from a phone: what is kept of that. */
  envelope?: EnvelopeRow
  /** Makes the stamp of its entry in the audit. */
  cipher?: Cipher | undefined
}

/** An envelope of a phone as it is stored, whatever became of it. Photos are named by the hash of their encrypted bytes. */
export interface EnvelopeRow {
  digest: string
  kid: string
  deviceId: string | null
  sequence: number
  release: string
  jws: string
  carriedBy: string | null
  photos: { hash: string; size: number }[]
}
