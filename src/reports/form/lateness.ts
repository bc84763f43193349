import { isDay } from '../../kernel/days.ts'
import { showDay, showInstant } from '../../kernel/format.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Sent } from '../../platform/http/sent.ts'
import { dueOf, isLate, isLateReason, readTimeFacts } from '../deadlines/index.ts'
import type { Wire } from '../engine/index.ts'
import { type Filing, reasonSent } from '../record/index.ts'
import type { Signals, Warning } from '../signals/index.ts'

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

/** Why a report from a phone is late, as far as the author was asked before it was encrypted. */
export const lateReasonInEnvelope = (filing: Filing, wire: Wire): string | null => {
  if (!isLate(filing)) return null
  const old = reasonSent(wire, 'lama')
  return isLateReason(old) ? old : lateReasonSent(wire)
}

export interface DueForm {
  writtenAt: Date
  dueAt: Date
  /** The line of the form; it names its day, for the form may be opened later without a network. */
  line: string
}

/** When what a form tells would be due, were it sent now; its day is that of the form, or today. */
export async function dueOfForm(context: Context, wire: Wire, typeKey: string | undefined): Promise<DueForm> {
  const { tx, now, actor, today, t, locale } = context
  const times = await readTimeFacts(tx, now, actor.unitPath)
  const occurredOn = typeof wire.tanggal === 'string' && isDay(wire.tanggal) ? wire.tanggal : today
  const about = { authorId: actor.id, unitPath: actor.unitPath, zone: actor.timeZone, occurredOn }
  const dueAt = dueOf(times, { ...about, ...(typeKey === undefined ? {} : { typeKey }) })
  const said = { day: showDay(occurredOn, locale), due: showInstant(dueAt, actor.timeZone, locale) }
  return { writtenAt: now, dueAt, line: t('clock.dueBeforehand', said) }
}
