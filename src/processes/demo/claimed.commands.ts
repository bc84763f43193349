import type { Transaction } from '../../platform/db/connect.ts'
import type { Filing } from '../../reports/record/index.ts'
import { sayIn } from '../../sentences/say.ts'

export interface ClaimedReport {
  filing: Filing
  envelope: { jws: string; digest: string; kid: string }
  askedAt: Date
  kasatId: string
}

/** The rows of an envelope that was held and released, as the application leaves them behind. */
export async function askAuthor(tx: Transaction, { filing, envelope, askedAt, kasatId }: ClaimedReport): Promise<void> {
  const { id: reportId, authorId, unitPath, arrivedAt } = filing
  const message = sayIn('id')('intake.held.unknownDevice')
  await tx.envelope.create({
    data: {
      ...envelope,
      reportId,
      authorId,
      unitPath,
      sequence: 1,
      release: '2.0.0',
      state: 'filed',
      reasons: [{ field: '', code: 'unknownDevice', message }],
      writtenAt: arrivedAt,
      receivedAt: arrivedAt,
      decision: 'released',
      decidedBy: kasatId,
      decidedAt: askedAt,
    },
  })
  await tx.acknowledgement.create({ data: { reportId, askedAt, askedBy: kasatId, toState: 'submitted' } })
  const details = { digest: envelope.digest }
  await tx.auditEntry.createMany({
    data: [
      { at: arrivedAt, action: 'envelope.held', subject: reportId, details, requestId: 'contoh' },
      { at: askedAt, actorId: kasatId, action: 'envelope.released', subject: reportId, details, requestId: 'contoh' },
    ],
  })
}
