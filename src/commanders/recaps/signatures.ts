import { type Actor, polsekRoles } from '../../access/policy/actor.ts'
import type { Letterhead } from '../../administration/units/index.ts'
import type { Day } from '../../kernel/days.ts'
import { showDay } from '../../kernel/format.ts'
import type { Tx } from '../../platform/db/connect.ts'
import { holdsOn, peopleThen } from '../../platform/db/facts.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { Context } from '../../platform/http/endpoint.ts'

interface Signer {
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
export async function signersOf(tx: Tx, actor: Actor, lastDay: Day, today: Day): Promise<Signers> {
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

async function asCalledOn(tx: Tx, { id, nrp }: Actor, day: Day): Promise<Signer> {
  const then = await peopleThen(tx, [{ personId: id, at: day }])
  return { id, nrp, ...then(id, day) }
}

const signed = ({ name, pangkat, nrp, position }: Signer) => ({
  ...{ position: position.toUpperCase(), name: name.toUpperCase() },
  line: `${pangkat.toUpperCase()} NRP ${nrp}`,
})

/** The foot of a letter of figures: where and as of when, who signs it, and who heads their unit. */
export const signaturesOf = ({ locale }: Context, { place }: Letterhead, { day, signer, commander }: Signers) => ({
  placeAndDay: `${place}, ${showDay(day, locale, 'long')}`,
  signer: signed(signer),
  commander: commander ? [signed(commander)] : [],
})
