import { Conflict } from '../../kernel/errors.ts'

/** The database has the last word; here is what it means in ours. A constraint not listed is a bug, and stays one. */
const meaning: Record<string, string> = {
  person_nrp_key: 'personnel.nrpTaken',
  unit_path_key: 'unit.codeTaken',
  follow_up_result_pkey: 'followUp.closedAlready',
  review_once: 'report.decidedByAnother',
  absence_once: 'absence.overlapsNow',
}

interface AdapterFault {
  meta?: { driverAdapterError?: { cause?: { constraint?: { index?: string }; originalMessage?: string } } }
}

/** The domain's error for a broken constraint, or the error itself. */
export function explained(error: unknown): unknown {
  const cause = (error as AdapterFault | undefined)?.meta?.driverAdapterError?.cause
  const index = cause?.constraint?.index ?? /constraint "(\w+)"/.exec(cause?.originalMessage ?? '')?.[1]
  const messageKey = index === undefined ? undefined : meaning[index]
  return messageKey === undefined ? error : new Conflict(messageKey)
}
