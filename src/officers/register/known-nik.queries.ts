import type { Reader } from '../../platform/db/connect.ts'

interface Wanted {
  villages: readonly string[]
  nikIndex: Uint8Array<ArrayBuffer>
  /** The household that is edited, or ''. */
  except: string
}

/** The standing household of these villages whose head has this NIK, by its blind index. */
export const householdWithNik = (tx: Reader, { villages, nikIndex, except }: Wanted) =>
  tx.registerEntry.findFirst({
    where: {
      nikIndex,
      mergedInto: null,
      villageCode: { in: [...villages] },
      ...(except ? { id: { not: except } } : {}),
    },
    select: { id: true, villageCode: true },
  })
