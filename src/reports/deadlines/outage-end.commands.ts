import { set } from '../../administration/audit/index.ts'
import { Conflict } from '../../kernel/errors.ts'
import { command } from '../../platform/db/command.ts'
import type { RecordedOutage } from './outage-end.queries.ts'

interface Ending {
  outage: RecordedOutage
  until: Date
  reason: string
  /** Both ends in words for the audit, in the actor's zone. */
  said: { before: string; after: string }
}

/**
 * Ends a recorded outage earlier than it was told. Deadlines of what is not yet reported are counted anew; a report that
 * was filed keeps the one it has.
 */
export const endOutage = command(
  'outage.ended',
  async ({ tx, actor, now }, { outage, until, reason, said }: Ending) => {
    const { count } = await tx.outage.updateMany({
      where: { since: outage.since, until: outage.until },
      data: {
        until,
        toldUntil: outage.toldUntil ?? outage.until,
        endedBy: actor.id,
        endedAt: now,
        endReason: reason,
      },
    })
    if (count === 0) throw new Conflict('outage.changedMeanwhile')
    const changes = [{ what: 'outageUntil' as const, ...said }, set('reason', reason)]
    return { result: undefined, subject: outage.since.toISOString(), details: { changes } }
  },
)
