import { randomUUID } from 'node:crypto'
import type { Cipher } from '../../platform/cipher.ts'
import { command } from '../../platform/db/command.ts'
import type { RegisterName } from '../../reports/engine/index.ts'

export interface NewEntry {
  kind: RegisterName
  villageCode: string
  rt: number | null
  rw: number | null
  name: string
  address: string | null
  phone: string | null
  /** The answers that only this kind has, by the keys of its questions. */
  details: Record<string, string | number>
  nik: string | null
}

/** Where a NIK is encrypted to: it opens in its own row only. */
export const nikLocation = (entryId: string): string => `register_entry:nik:${entryId}`

export const registerEntry = (cipher: Cipher) =>
  command('entry.registered', async ({ actor, tx, now }, { nik, ...data }: NewEntry) => {
    const id = randomUUID()
    const sealed = nik === null ? {} : { nikSealed: cipher.encrypt(nik, nikLocation(id)), nikIndex: cipher.index(nik) }
    await tx.registerEntry.create({ data: { id, ...data, ...sealed, createdBy: actor.id, createdAt: now } })
    return { result: id, subject: id, details: { kind: data.kind, village: data.villageCode } }
  })
