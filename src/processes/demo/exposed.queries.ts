import { passwordFits } from '../../access/sessions/index.ts'
import type { Db } from '../../platform/db/connect.ts'
import { cast, demonstrationPassword } from './cast.ts'

/** The NRPs of the demonstration's people who still have its password, which anybody can read in the handbook. */
export async function accountsWithKnownPassword(db: Db): Promise<string[]> {
  const people = await db.person.findMany({
    where: { nrp: { in: Object.values(cast).map(({ nrp }) => nrp) }, state: 'active', passwordHash: { not: null } },
    select: { nrp: true, passwordHash: true },
    orderBy: { nrp: 'asc' },
  })
  const open = await Promise.all(people.map(({ passwordHash }) => passwordFits(passwordHash, demonstrationPassword)))
  return people.filter((_, at) => open[at]).map(({ nrp }) => nrp)
}
