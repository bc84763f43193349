import { Conflict } from '../../kernel/errors.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { type CommandContext, command } from '../../platform/db/command.ts'
import { Prisma } from '../../platform/generated/prisma/client.ts'
import type { WholeEntry } from './entry.queries.ts'
import { nikLocation } from './register.commands.ts'

/** What a merge did to the entry that stays, so that an undo takes back so much and no more. */
export interface MergeTrace {
  /** Columns, and keys of details, that were empty and got the double's value. */
  filled: string[]
  /** Doubles of the double, which now point to the entry that stays. */
  doubles: string[]
}

export interface Merging {
  double: WholeEntry
  staying: WholeEntry
  /** The versions that were compared on the page. */
  seen: { double: number; staying: number }
}

type Details = Record<string, string | number>

const detailsOf = (entry: WholeEntry) => entry.details as Details

/** The double's answers to what the staying entry does not answer; that somebody would not say is an answer too. */
export function filledBy(
  double: WholeEntry,
  staying: WholeEntry,
): { address?: string; phone?: string; details: Details } {
  const own = detailsOf(staying)
  const isOpen = (key: string) => own[key] === undefined && own[`${key}Alasan`] === undefined
  const lends = (key: string) => !key.endsWith('Alasan') && isOpen(key)
  return {
    ...(staying.address === null && isOpen('alamat') && double.address !== null ? { address: double.address } : {}),
    ...(staying.phone === null && isOpen('hp') && double.phone !== null ? { phone: double.phone } : {}),
    details: Object.fromEntries(Object.entries(detailsOf(double)).filter(([key]) => lends(key))),
  }
}

async function change(
  { tx }: CommandContext,
  id: string,
  version: number,
  data: Prisma.RegisterEntryUncheckedUpdateInput,
) {
  const { count } = await tx.registerEntry.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  })
  if (count === 0) throw new Conflict('register.changedMeanwhile')
}

/** The double points to the entry that stays; its reports remain its own. Nothing of it is lost or rewritten. */
export const mergeEntries = (cipher: Cipher) =>
  command('entry.merged', async (context, { double, staying, seen }: Merging) => {
    const { details, ...columns } = filledBy(double, staying)
    const lacksNik = staying.nikSealed === null && double.nikSealed !== null
    const nik = lacksNik ? cipher.decrypt(double.nikSealed!, nikLocation(double.id)) : ''
    const trace: MergeTrace = {
      filled: [...Object.keys(columns), ...Object.keys(details), ...(lacksNik ? ['nik'] : [])],
      doubles: double.doubles.map(({ id }) => id),
    }
    await change(context, staying.id, seen.staying, {
      ...columns,
      ...(lacksNik ? { nikSealed: cipher.encrypt(nik, nikLocation(staying.id)), nikIndex: cipher.index(nik) } : {}),
      details: { ...detailsOf(staying), ...details },
    })
    await context.tx.registerEntry.updateMany({ where: { mergedInto: double.id }, data: { mergedInto: staying.id } })
    const mergeTrace = trace as unknown as Prisma.InputJsonObject
    await change(context, double.id, seen.double, { mergedInto: staying.id, mergeTrace })
    const { kind, villageCode: village } = double
    return { result: undefined, subject: double.id, details: { kind, village, into: staying.id, fields: trace.filled } }
  })

export interface Splitting {
  double: WholeEntry
  staying: WholeEntry
}

/** Takes a merge back: the double stands by itself again, with its own doubles; what it had lent is given back. */
export const splitEntry = command('entry.split', async (context, { double, staying }: Splitting) => {
  const { filled, doubles } = double.mergeTrace as unknown as MergeTrace
  const lent = (key: string) => filled.includes(key)
  const isUnchanged = (key: string) => detailsOf(staying)[key] === detailsOf(double)[key]
  const kept = Object.entries(detailsOf(staying)).filter(([key]) => !lent(key) || !isUnchanged(key))
  const sameNik = Buffer.compare(Buffer.from(staying.nikIndex ?? []), Buffer.from(double.nikIndex ?? [])) === 0
  await change(context, staying.id, staying.version, {
    ...(lent('address') && staying.address === double.address ? { address: null } : {}),
    ...(lent('phone') && staying.phone === double.phone ? { phone: null } : {}),
    ...(lent('nik') && sameNik ? { nikSealed: null, nikIndex: null } : {}),
    details: Object.fromEntries(kept),
  })
  await change(context, double.id, double.version, { mergedInto: null, mergeTrace: Prisma.DbNull })
  await context.tx.registerEntry.updateMany({
    where: { id: { in: doubles }, mergedInto: staying.id },
    data: { mergedInto: double.id },
  })
  const { kind, villageCode: village } = double
  return { result: undefined, subject: double.id, details: { kind, village, from: staying.id } }
})
