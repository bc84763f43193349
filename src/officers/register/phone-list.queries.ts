import type { Reader } from '../../platform/db/connect.ts'

export interface ListedEntry {
  id: string
  kind: string
  name: string
  rt: number | null
  rw: number | null
  villageCode: string
}

/** All entries of these villages, by name: as much of each as choosing one needs. */
export const entriesOf = (tx: Reader, villages: readonly string[]): Promise<ListedEntry[]> =>
  tx.registerEntry.findMany({
    where: { villageCode: { in: [...villages] }, mergedInto: null },
    select: { id: true, kind: true, name: true, rt: true, rw: true, villageCode: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
