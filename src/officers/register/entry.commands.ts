import { Conflict } from '../../kernel/errors.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { command } from '../../platform/db/command.ts'
import type { WholeEntry } from './entry.queries.ts'
import { changedKeys } from './entry-values.ts'
import type { RegisterKind } from './kinds.ts'
import { type NewEntry, nikLocation } from './register.commands.ts'

export interface Editing {
  kind: RegisterKind
  entry: WholeEntry
  /** The version that the form was made from. */
  seen: number
  /** A NIK of null leaves the one that is there. */
  after: NewEntry
}

/** What is kept of a change is which answers changed: the old and the new ones are personal data. */
export const editEntry = (cipher: Cipher) =>
  command('entry.edited', async ({ tx }, { kind, entry, seen, after }: Editing) => {
    const { nik, details, kind: _, ...columns } = after
    const sealed =
      nik === null ? {} : { nikSealed: cipher.encrypt(nik, nikLocation(entry.id)), nikIndex: cipher.index(nik) }
    const fields = [...changedKeys(kind, entry, after), ...(nik === null ? [] : ['nik'])]
    if (fields.length === 0 && seen === entry.version) return { result: undefined, unchanged: true }
    const { count } = await tx.registerEntry.updateMany({
      where: { id: entry.id, version: seen, mergedInto: null },
      data: { ...columns, ...sealed, details, version: seen + 1 },
    })
    if (count === 0) throw new Conflict('register.changedMeanwhile')
    return { result: undefined, subject: entry.id, details: { kind: kind.name, village: entry.villageCode, fields } }
  })

/** Somebody wants to read a whole NIK, and says why. */
export const revealNik = (cipher: Cipher) =>
  command('nik.revealed', async (_, { entry, reason }: { entry: WholeEntry; reason: string }) => ({
    result: cipher.decrypt(entry.nikSealed!, nikLocation(entry.id)),
    subject: entry.id,
    details: { village: entry.villageCode, reason },
  }))
