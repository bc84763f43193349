import type { Tx } from '../../platform/db/connect.ts'
import { findReportType } from '../../reports/registry/index.ts'
import type { EnvelopeContent } from './envelope.ts'
import type { Keeping } from './intake.commands.ts'
import { entriesAmong } from './intake.queries.ts'
import type { Opener } from './opener.ts'
import { parseEnvelope } from './opening.ts'
import { unitOfPerson, unitOfVillage } from './placing.queries.ts'

/**
 * Gives what nobody known has signed to a unit where somebody can find out: that of who brought it, else that of the
 * village that it tells of. What has neither is left to the admin.
 */
export async function placed(
  db: Tx,
  { contentOf }: Pick<Opener, 'contentOf'>,
  keepings: readonly Keeping[],
): Promise<Keeping[]> {
  const all: Keeping[] = []
  for (const one of keepings) all.push(one.unitPath === null ? { ...one, unitPath: await unitFor(one) } : one)
  return all

  async function unitFor({ carriedBy, jws }: Keeping): Promise<string | null> {
    if (carriedBy) return unitOfPerson(db, carriedBy)
    const content = await contentOf(parseEnvelope(jws)!)
    return content ? unitOfVillage(db, await villageIn(db, content)) : null
  }
}

async function villageIn(db: Tx, { type, wire }: EnvelopeContent): Promise<string> {
  const entryId = String(wire[findReportType(type)?.entryField ?? ''] ?? '')
  const entry = (await entriesAmong(db, [entryId])).get(entryId)
  return entry?.villageCode ?? String(wire.wilayah ?? '')
}
