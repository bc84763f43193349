import type { Reader } from '../../platform/db/connect.ts'
import { findReportType } from '../../reports/registry/index.ts'
import type { EnvelopeContent } from './envelope.ts'
import { parseEnvelope } from './envelope-crypto.ts'
import type { Decryptor } from './envelope-decryptor.ts'
import type { EnvelopeRecord } from './intake.commands.ts'
import { entriesAmong } from './intake.queries.ts'
import { unitOfPerson, unitOfVillage } from './unit-assignment.queries.ts'

/**
 * Gives what nobody known has signed to a unit where somebody can find out: that of who brought it, else that of the
 * village that it tells of. What has neither is left to the admin.
 */
export async function withUnits(
  db: Reader,
  { contentOf }: Pick<Decryptor, 'contentOf'>,
  records: readonly EnvelopeRecord[],
): Promise<EnvelopeRecord[]> {
  const all: EnvelopeRecord[] = []
  for (const one of records) all.push(one.unitPath === null ? { ...one, unitPath: await unitFor(one) } : one)
  return all

  async function unitFor({ carriedBy, jws }: EnvelopeRecord): Promise<string | null> {
    if (carriedBy) return unitOfPerson(db, carriedBy)
    const content = await contentOf(parseEnvelope(jws)!)
    return content ? unitOfVillage(db, await villageIn(db, content)) : null
  }
}

async function villageIn(db: Reader, { type, wire }: EnvelopeContent): Promise<string> {
  const entryId = String(wire[findReportType(type)?.entryField ?? ''] ?? '')
  const entry = (await entriesAmong(db, [entryId])).get(entryId)
  return entry?.villageCode ?? String(wire.wilayah ?? '')
}
