import type { Reader } from './connect.ts'
import type { EventName } from './events.ts'

/** The newest audit entry of that change of that subject, with who made it; null when there is none. */
export const lastChange = (tx: Reader, subject: string, action: EventName) =>
  tx.auditEntry.findFirst({
    where: { subject, action },
    orderBy: { id: 'desc' },
    select: { actorId: true, at: true, actor: { select: { name: true, pangkat: true } } },
  })
