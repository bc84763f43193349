import type { Db } from '../../platform/db/connect.ts'

/** The clocks of several servers differ by less; what lies further ahead was written by a clock that was wrong. */
const aheadMs = 60_000
/** An hour of beats. Where more lie ahead, it is rather this clock that was set back: then nothing is taken back. */
const mostAhead = 60

/**
 * Writes a sign of life; when the one before it lies five minutes back or more, the silence between them is an outage. No
 * silence is longer than this process has been without a beat by its monotonic clock (`silentMs`; null at its first), whatever
 * the clock was set to meanwhile. All in one statement: of several processes each may find the same silence, and it is kept
 * once, as short as any of them saw it. What a wrong clock has left in days to come is taken back: beats, and the part of an
 * outage that has not happened.
 */
export const beat = (db: Db, now: Date, silentMs: number | null = null) => {
  const earliest = silentMs === null ? null : new Date(now.getTime() - silentMs)
  const ahead = new Date(now.getTime() + aheadMs)
  return db.$executeRaw`
    WITH last AS (
      SELECT greatest(max(at), ${earliest}::timestamptz) AS at FROM heartbeat WHERE at < ${now}
    ), early AS (
      SELECT count(*) < ${mostAhead} AS few FROM heartbeat WHERE at > ${ahead}
    ), beaten AS (
      INSERT INTO heartbeat (at) VALUES (${now}) ON CONFLICT DO NOTHING
    ), taken_back AS (
      DELETE FROM heartbeat WHERE at > ${ahead} AND (SELECT few FROM early)
    ), undone AS (
      DELETE FROM outage WHERE since > ${ahead} AND (SELECT few FROM early)
    ), cut AS (
      UPDATE outage SET until = ${now} WHERE until > ${ahead} AND since < ${now} AND (SELECT few FROM early)
    )
    INSERT INTO outage (since, until)
    SELECT at, ${now} FROM last WHERE ${now} - at >= interval '5 minutes'
    ON CONFLICT (since) DO UPDATE SET until = least(outage.until, excluded.until)`
}

/** Forgets beats older than a week, but never the last one: the next start measures its silence by it. */
export const pruneHeartbeats = (db: Db, now: Date) => db.$executeRaw`
  DELETE FROM heartbeat
  WHERE at < ${new Date(now.getTime() - 7 * 86_400_000)} AND at < (SELECT max(at) FROM heartbeat)`
