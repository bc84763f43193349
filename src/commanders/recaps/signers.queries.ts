import { type Actor, polsekRoles } from '../../access/policy/actor.ts'
import type { Day } from '../../kernel/days.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { holdsOn, peopleThen } from '../../platform/db/facts.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'

export interface Signer {
  id: string
  name: string
  pangkat: string
  nrp: string
  position: string
}

/** Who signs a letter of figures, and as of which day. */
export interface Signers {
  day: Day
  signer: Signer
  /** Who headed the unit, where that is somebody else. */
  commander: Signer | null
}

/**
 * Those who were in office at the end of the time that the letter is about, as they were called then. Where nobody is
 * known to have held the office of who prints it, they sign themself.
 */
export async function signersOf(tx: Reader, actor: Actor, lastDay: Day, today: Day): Promise<Signers> {
  const day = lastDay < today ? lastDay : today
  const head = polsekRoles.includes(actor.role) ? 'kapolsek' : 'kapolres'
  const inOffice = await tx.$queryRaw<(Signer & { role: string })[]>`
    SELECT p.id, p.nrp, f.name, f.pangkat, f.position, s.role
    FROM posting s JOIN person p ON p.id = s.person_id CROSS JOIN LATERAL person_on(p.id, ${day}::date) f
    WHERE s.unit_id = ${actor.unitId}::uuid AND s.role IN (${actor.role}, ${head}) AND f.state = 'active'
      AND ${holdsOn(Prisma.sql`s`, Prisma.sql`${day}::date`)}
    ORDER BY p.id = ${actor.id}::uuid DESC, s.since_on DESC, p.id`
  const signer = inOffice.find(({ role }) => role === actor.role) ?? (await asCalledOn(tx, actor, day))
  return {
    day,
    signer,
    commander: inOffice.find(({ role, id }) => role === head && role !== actor.role && id !== signer.id) ?? null,
  }
}

async function asCalledOn(tx: Reader, { id, nrp }: Actor, day: Day): Promise<Signer> {
  const then = await peopleThen(tx, [{ personId: id, at: day }])
  return { id, nrp, ...then(id, day) }
}
