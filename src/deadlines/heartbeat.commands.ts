import type { Db } from '../platform/db/connect.ts'

/**
 * Writes a sign of life; when the one before it lies five minutes back or more, the silence between them is an outage. Both in
 * one statement: of several processes each may find the same silence, and it is kept once, as short as any of them saw it.
 */
export const beat = (db: Db, now: Date) => db.$executeRaw`
  WITH last AS (
    SELECT max(at) AS at FROM heartbeat WHERE at < ${now}
  ), beaten AS (
    INSERT INTO heartbeat (at) VALUES (${now}) ON CONFLICT DO NOTHING
  )
  INSERT INTO outage (since, until)
  SELECT at, ${now} FROM last WHERE ${now} - at >= interval '5 minutes'
  ON CONFLICT (since) DO UPDATE SET until = least(outage.until, excluded.until)`

/** Forgets beats older than a week, but never the last one: the next start measures its silence by it. */
export const pruneHeartbeats = (db: Db, now: Date) => db.$executeRaw`
  DELETE FROM heartbeat
  WHERE at < ${new Date(now.getTime() - 7 * 86_400_000)} AND at < (SELECT max(at) FROM heartbeat)`
