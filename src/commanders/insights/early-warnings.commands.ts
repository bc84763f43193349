import { command } from '../../platform/db/command.ts'

export interface Answering {
  villageCode: string
  category: string
  note: string
}

/** What was done about it. More may be said later; nothing is overwritten. */
export const answerEarlyWarning = command('earlyWarning.answered', async ({ tx, actor, now }, answering: Answering) => {
  const { id } = await tx.earlyWarningAnswer.create({
    data: { ...answering, answeredBy: actor.id, answeredAt: now },
    select: { id: true },
  })
  const { villageCode, category } = answering
  return { result: undefined, subject: id, details: { village: villageCode, category } }
})
