import type { Reach } from '../../access/policy/reach.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { peopleWithin } from '../../platform/db/within.ts'

/** The active officers of a reach, by unit and name: for whom rules, exceptions and absences are kept. */
export const officersIn = (tx: Tx, reach: Reach) =>
  tx.person.findMany({
    where: { AND: [peopleWithin(reach)], role: 'bhabinkamtibmas', state: 'active' },
    select: { id: true, name: true, pangkat: true, unit: { select: { name: true, path: true, timeZone: true } } },
    orderBy: [{ unit: { name: 'asc' } }, { name: 'asc' }],
  })

export type Officer = Awaited<ReturnType<typeof officersIn>>[number]
