import type { Reader } from '../../platform/db/connect.ts'
import { peopleThen } from '../../platform/db/facts.ts'

/** What is known of a village, by whom (as they were called on that day) and since when. */
export async function profileOf(tx: Reader, villageCode: string) {
  const profile = await tx.villageProfile.findUnique({ where: { villageCode } })
  if (!profile) return null
  const edited = { personId: profile.updatedBy, at: profile.updatedAt }
  return { ...profile, editor: (await peopleThen(tx, [edited]))(edited.personId, edited.at) }
}

export type Profile = NonNullable<Awaited<ReturnType<typeof profileOf>>>

/** When each of these villages was last described. */
export const describedAt = (tx: Reader, codes: readonly string[]) =>
  tx.villageProfile.findMany({
    where: { villageCode: { in: [...codes] } },
    select: { villageCode: true, updatedAt: true },
  })
