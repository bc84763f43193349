import { type Day, dateOf } from '../../kernel/days.ts'
import type { Db } from './connect.ts'

/** Takes a night's work: of several workers, and of one that is started again, only the first gets it. */
export async function claimNight(db: Db, day: Day, now: Date): Promise<boolean> {
  const { count } = await db.night.createMany({ data: { day: dateOf(day), begunAt: now }, skipDuplicates: true })
  return count === 1
}
