import type { Db, Reader } from '../../platform/db/connect.ts'

/** What time it is, told by the database that is to be filled. */
export async function databaseTime(tx: Reader): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
  return row!.now
}

/** What autovacuum would find out in some minutes, the first visitor should already profit from. */
export const refreshStatistics = (db: Db) => db.$executeRaw`
  VACUUM (ANALYZE) report, photo, parked_photo, review, report_version, daily_tally, register_entry, follow_up_result, nihil, audit_entry, outbox_event,
    area, unit, jurisdiction, person, posting, assignment, absence, directive, directive_understood`
