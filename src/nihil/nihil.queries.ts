import { type Day, dateOf } from '../kernel/days.ts'
import type { Tx } from '../platform/db/connect.ts'

/** The person's own word that nothing happened on that day. */
export const nihilOn = (tx: Tx, personId: string, day: Day) =>
  tx.nihil.findUnique({ where: { personId_day: { personId, day: dateOf(day) } }, select: { filedAt: true } })
