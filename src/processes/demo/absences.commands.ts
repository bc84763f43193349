import type { AbsenceKind } from '../../administration/absences/index.ts'
import { type Day, dateOf } from '../../kernel/days.ts'
import type { Transaction } from '../../platform/db/connect.ts'

export interface PlannedAbsence {
  personId: string
  recorder: string
  kind: AbsenceKind
  from: Day
  until: Day
  note: string | null
  at: Date
}

/** The same rows as recording leaves behind. */
export async function recordAbsence(tx: Transaction, days: readonly PlannedAbsence[]): Promise<void> {
  await tx.absence.createMany({
    data: days.map(({ personId, recorder: recordedBy, kind, from, until, note, at: recordedAt }) => ({
      personId,
      kind,
      note,
      recordedBy,
      recordedAt,
      fromOn: dateOf(from),
      untilOn: dateOf(until),
    })),
  })
  await tx.auditEntry.createMany({
    data: days.map(({ personId, recorder, kind, from, until, at }) => ({
      at,
      actorId: recorder,
      action: 'absence.recorded',
      subject: personId,
      requestId: 'contoh',
      details: { kind, from, until },
    })),
  })
}
