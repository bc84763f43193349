import { command } from '../../platform/db/command.ts'

export const outcomes = ['selesai', 'dilimpahkan', 'tidak-dapat'] as const

export interface Closing {
  report: { id: string; typeKey: string; number: string }
  outcome: string
  result: string
}

/** What came of it. It is said once: a second result finds the first, and is told so. */
export const closeFollowUp = command('followUp.closed', async ({ tx, actor, now }, closing: Closing) => {
  const { report, outcome, result } = closing
  await tx.followUpResult.create({ data: { reportId: report.id, outcome, result, closedBy: actor.id, closedAt: now } })
  return { result: undefined, subject: report.id, details: { type: report.typeKey, number: report.number, outcome } }
})
