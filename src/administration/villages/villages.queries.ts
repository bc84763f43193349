import type { Reader } from '../../platform/db/connect.ts'

/** What is known of a village, by whom and since when. */
export const profileOf = (tx: Reader, villageCode: string) =>
  tx.villageProfile.findUnique({
    where: { villageCode },
    include: { editor: { select: { pangkat: true, name: true } } },
  })

export type Profile = NonNullable<Awaited<ReturnType<typeof profileOf>>>

/** When each of these villages was last described. */
export const describedAt = (tx: Reader, codes: readonly string[]) =>
  tx.villageProfile.findMany({
    where: { villageCode: { in: [...codes] } },
    select: { villageCode: true, updatedAt: true },
  })
