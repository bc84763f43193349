import { dayIn, dayOf } from '../../kernel/days.ts'
import type { Reader, Transaction } from '../../platform/db/connect.ts'
import type { Answers, Wire } from '../../reports/engine/index.ts'
import { answeredIn, likenessName, type SignalAnswers, subjectOf } from '../../reports/record/index.ts'
import { reportType } from '../../reports/registry/index.ts'
import { type Candidate, type Signals, signalsOf, unasked, type Warning } from '../../reports/signals/index.ts'
import { storeWarnings } from './notify-reviewer.commands.ts'
import { type NotifiableReport, notifiableReport } from './notify-reviewer.queries.ts'

/**
 * Finds the signals of a report that was sent without the preview. What its author has confirmed in the envelope counts; the
 * rest is marked as unconfirmed for the reviewer. `db` reads in parallel, which a transaction cannot.
 */
export async function notifyReviewer(tx: Transaction, db: Reader, id: string, wire: Wire): Promise<void> {
  const report = await notifiableReport(db, id)
  if (report) await storeWarnings(tx, id, storedColumnsOf(await signalsAbout(db, report), wire))
}

function signalsAbout(db: Reader, report: NotifiableReport): Promise<Signals> {
  const filed = {
    ...report,
    answers: report.answers as Answers,
    occurredOn: dayOf(report.occurredOn),
    photos: report.photos.map(({ hash }) => hash),
  }
  const subject = subjectOf(reportType(report.typeKey), filed, report.entry)
  // Old is what was old when it was written: how long it then waited for a signal is not the officer's.
  return signalsOf(db, subject, dayIn(report.timeZone, report.writtenAt))
}

function storedColumnsOf(signals: Signals, wire: Wire): SignalAnswers {
  const { open, same, kept } = answeredIn(signals, wire)
  const likeness = open.has(likenessName) || same ? signals.candidates.map(unaskedLikeness) : []
  const warnings = kept.warnings.map((one) => ({ ...one, reason: one.reason || unasked }))
  return { ...(same ? { followsId: null, matterId: null } : kept), warnings: [...warnings, ...likeness] }
}

const unaskedLikeness = ({ id, number, day }: Candidate): Warning => ({
  key: 'mirip',
  params: { id, number, day },
  reason: unasked,
})
