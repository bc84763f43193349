import { lockNameUntilCommit } from '../../platform/db/advisory-locks.ts'
import type { EventName } from '../../platform/db/events.ts'
import type { WriteContext } from '../../platform/http/endpoint.ts'

/** How often an hour somebody is told that what they typed is known already: each time is in the audit under one name. */
export const disclosuresPerHour = 20
const hourMs = 3_600_000

/**
 * How many minutes somebody has to wait until they may be told again; 0 means now. What they send at once is judged one
 * after the other until the transaction ends, so that each counts what the others were told.
 */
export async function minutesUntilDisclosure({ tx, actor, now }: WriteContext, action: EventName): Promise<number> {
  await lockNameUntilCommit(tx, 'toldKnown', `${action} ${actor.id}`)
  const told = await tx.auditEntry.findMany({
    where: { actorId: actor.id, action, at: { gt: new Date(now.getTime() - hourMs) } },
    orderBy: { id: 'desc' },
    select: { at: true },
    take: disclosuresPerHour,
  })
  const oldest = told[disclosuresPerHour - 1]
  return oldest ? Math.max(1, Math.ceil((oldest.at.getTime() + hourMs - now.getTime()) / 60_000)) : 0
}
