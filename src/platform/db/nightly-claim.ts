import { type Day, dateOf } from '../../kernel/days.ts'
import type { Db } from './connect.ts'

/** The clocks of several workers differ by less. */
const aheadMs = 5 * 60_000

/**
 * Takes a night's work: of several workers, and of one that is started again, only the first gets it. A night that was
 * taken in time to come was taken by a wrong clock: it is given back, so that it is worked on when it really comes.
 */
export async function claimNightlyRun(db: Db, day: Day, now: Date): Promise<boolean> {
  const { count } = await db.night.createMany({ data: { day: dateOf(day), begunAt: now }, skipDuplicates: true })
  return count === 1
}

/** Asked for every minute: soon after the clock is right again, nothing of what it claimed ahead is left. */
export const releaseFutureClaims = (db: Db, now: Date) =>
  db.night.deleteMany({ where: { begunAt: { gt: new Date(now.getTime() + aheadMs) } } })
