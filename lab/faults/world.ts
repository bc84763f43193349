import { connect } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { loadAreas } from '../../test/support/areas.ts'
import { type Cast, cast } from '../../test/support/cast.ts'

export interface Officer {
  id: string
  nrp: string
  villages: string[]
}

/** The cast of all tests, and more officers of Kesambi: so many that each can be at work at once. */
export async function makeWorld(url: string, officerCount: number): Promise<{ people: Cast; officers: Officer[] }> {
  await migrate(url)
  await loadAreas(url)
  const { db, close } = connect(url, 4, (error) => {
    throw error
  })
  try {
    const people = await cast(db)
    const { budi } = people
    const villages = budi.villages!
    const officers: Officer[] = [{ id: budi.id, nrp: budi.nrp, villages }]
    const { id: _, ...like } = await db.person.findUniqueOrThrow({ where: { id: budi.id } })
    while (officers.length < officerCount) {
      const number = String(officers.length).padStart(2, '0')
      const { id, nrp } = await db.person.create({
        data: { ...like, nrp: `930101${number}`, name: `Petugas ${number}` },
      })
      const since = { sinceOn: new Date('2026-01-01') }
      await db.posting.create({
        data: { personId: id, unitId: like.unitId, role: like.role, position: like.position, ...since },
      })
      await db.assignment.createMany({ data: villages.map((villageCode) => ({ personId: id, villageCode, ...since })) })
      officers.push({ id, nrp, villages })
    }
    return { people, officers }
  } finally {
    await close()
  }
}
