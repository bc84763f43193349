import { Conflict } from '../../kernel/errors.ts'
import { command } from '../../platform/db/command.ts'

/** Gives it to the Kasat of that polres, who finds it among what is quarantined there. */
export const assignUnit = command(
  'envelope.placed',
  async ({ tx }, { digest, reportId, unitPath }: { digest: string; reportId: string; unitPath: string }) => {
    const { count } = await tx.envelope.updateMany({ where: { digest, unitPath: null }, data: { unitPath } })
    if (count === 0) throw new Conflict('quarantine.decided')
    return { result: undefined, subject: reportId, details: { digest, unitPath } }
  },
)
