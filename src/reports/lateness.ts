import { isLate, isLateReason } from '../deadlines/index.ts'
import type { Sent } from '../platform/http/endpoint.ts'
import type { Signals, Warning } from '../signals/index.ts'
import type { Filing } from './filing.commands.ts'

/** How the question about lateness is called in the form of the check page. */
export const lateName = 'tanda.terlambat'

/** The reason that was sent with a form, if it is one. */
export const lateReasonSent = (sent: Sent): string | null => {
  const value = sent[lateName]
  return isLateReason(value) ? value : null
}

/** A report of long ago is asked about its age already, with the same reasons: nobody is asked twice. */
export const isAskedLate = (filing: Filing, { found }: Signals): boolean =>
  isLate(filing) && !found.some(({ key }) => key === 'lama')

/** Why a new report is late: what was answered, also to the question about its age. */
export function lateReasonOf(filing: Filing, sent: Sent, warnings: readonly Warning[]): string | null {
  if (!isLate(filing)) return null
  const old = warnings.find(({ key }) => key === 'lama')
  return old && isLateReason(old.reason) ? old.reason : lateReasonSent(sent)
}
