import type { Tx } from '../platform/db/connect.ts'

/** The standing household of these villages whose head has this NIK, by its blind index. */
export const householdWithNik = (
  tx: Tx,
  { villages, nikIndex, except }: { villages: readonly string[]; nikIndex: Uint8Array<ArrayBuffer>; except: string },
) =>
  tx.registerEntry.findFirst({
    where: {
      nikIndex,
      mergedInto: null,
      villageCode: { in: [...villages] },
      ...(except ? { id: { not: except } } : {}),
    },
    select: { id: true, villageCode: true },
  })

/** When this person was told since then that a NIK is there already, the first time first. */
export async function toldSince(tx: Tx, personId: string, since: Date): Promise<Date[]> {
  const told = await tx.auditEntry.findMany({
    where: { actorId: personId, action: 'nik.met', at: { gt: since } },
    orderBy: { id: 'asc' },
    select: { at: true },
  })
  return told.map(({ at }) => at)
}
