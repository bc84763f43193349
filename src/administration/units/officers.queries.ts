import type { Scope } from '../../access/policy/scope.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { peopleWithin } from '../../platform/db/within.ts'

/** The active officers of a scope, by unit and name: for whom rules, exceptions and absences are kept. */
export const officersIn = (tx: Reader, scope: Scope) =>
  tx.person.findMany({
    where: { AND: [peopleWithin(scope)], role: 'bhabinkamtibmas', state: 'active' },
    select: { id: true, name: true, pangkat: true, unit: { select: { name: true, path: true, timeZone: true } } },
    orderBy: [{ unit: { name: 'asc' } }, { name: 'asc' }],
  })

export type Officer = Awaited<ReturnType<typeof officersIn>>[number]
