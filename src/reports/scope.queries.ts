import { orNotFound } from '../kernel/errors.ts'
import type { Tx } from '../platform/db/connect.ts'
import { peopleWithin, unitsWithin, within } from '../platform/db/within.ts'
import type { Reach } from '../policy/reach.ts'

/**
 * The names of the unit and the officer that a list is narrowed to; one that is out of reach is
 * not found. An officer who has moved away is still known by the reports he left. */
export async function scopeOf(tx: Tx, reach: Reach, unitPath: string, personId: string): Promise<string[]> {
  const unit =
    unitPath && orNotFound(await tx.unit.findFirst({ where: { AND: [{ path: unitPath }, unitsWithin(reach)] } }))
  const person =
    personId &&
    orNotFound(
      await tx.person.findFirst({
        where: { AND: [{ id: personId }, { OR: [peopleWithin(reach), { reports: { some: within(reach) } }] }] },
      }),
    )
  return [unit ? unit.name : '', person ? `${person.pangkat} ${person.name}` : ''].filter((name) => name !== '')
}
