import type { Reader } from '../../platform/db/connect.ts'
import { firstSeal } from './chain.queries.ts'
import type { CheckCounts } from './check-counts.ts'
import { checkTotals } from './checked-rows.queries.ts'
import type { Fault } from './fault.ts'

export type CheckPhase = 'chain' | 'reports' | 'photos' | 'nihil' | 'done'

/** Where a check has come to: all that the next batch needs, small however much there is to check. */
export interface CheckCursor {
  phase: CheckPhase
  ordinal: number
  /** Of the last link, as hexadecimal digits. */
  hash: string
  isKnownSeen: boolean
  /** Whether all entries from here on must have a stamp. */
  isBegun: boolean
  newestAt: number
  report: string
  photo: { report: string; hash: string }
  person: string
  done: CheckCounts
  totals: CheckCounts
  faults: Fault[]
  /** Also those that are no longer listed. */
  faultCount: number
}

export const noUuid = '00000000-0000-0000-0000-000000000000'
const none: CheckCounts = { entries: 0, reports: 0, photos: 0, nihil: 0 }

export const cursorAtStart = async (tx: Reader): Promise<CheckCursor> => ({
  phase: 'chain',
  ordinal: 0,
  hash: firstSeal.toString('hex'),
  isKnownSeen: false,
  isBegun: false,
  newestAt: 0,
  report: noUuid,
  photo: { report: noUuid, hash: '' },
  person: noUuid,
  done: none,
  totals: await checkTotals(tx),
  faults: [],
  faultCount: 0,
})

/** A head that somebody typed off paper: its digits, at least 16 of them. */
export function headDigits(typed: string): string | undefined {
  const digits = typed
    .toLowerCase()
    .replace(/^\s*[\d.,]+\s*[:·]\s*/, '')
    .replace(/[\s.·-]/g, '')
  return /^[0-9a-f]{16,64}$/.test(digits) ? digits : undefined
}
