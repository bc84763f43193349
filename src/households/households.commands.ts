import { randomUUID } from 'node:crypto'
import { command } from '../platform/db/command.ts'
import type { Sealer } from '../platform/seal.ts'

export interface NewHousehold {
  villageCode: string
  rt: number
  rw: number
  headName: string
  address: string | null
  occupation: string | null
  residents: number | null
  phone: string | null
  emergencyContact: string | null
  nik: string | null
}

/** Where a NIK is sealed to: it opens in its own row only. */
export const nikPlace = (householdId: string): string => `household:nik:${householdId}`

export const registerHousehold = (sealer: Sealer) =>
  command('household.registered', async ({ actor, tx, now }, { nik, ...data }: NewHousehold) => {
    const id = randomUUID()
    const sealed = nik === null ? {} : { nikSealed: sealer.seal(nik, nikPlace(id)), nikIndex: sealer.index(nik) }
    await tx.household.create({ data: { id, ...data, ...sealed, createdBy: actor.id, createdAt: now } })
    return { result: id, subject: id, details: { village: data.villageCode } }
  })
