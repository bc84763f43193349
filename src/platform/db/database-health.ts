import type { Pool } from 'pg'

const patienceMs = 500

interface DatabaseHealth {
  migration: string | null
  standby: string
  streaming: number
  seesAll: boolean
}

/** The faults that keep this database from taking writes; empty when it is healthy. */
export async function databaseFaults(pool: Pool, newest: string): Promise<string[]> {
  const found = await inTime(pool.query<DatabaseHealth>(question))
  if (found === undefined) return [`database does not answer within ${patienceMs} ms`]
  const { migration, standby, streaming, seesAll } = found.rows[0]!
  const faults: string[] = []
  if ((migration ?? '') < newest) faults.push(`schema is at ${migration}, this release needs ${newest}`)
  if (standby !== '' && streaming === 0)
    faults.push(
      seesAll
        ? `${standbyGone} (${standby}): no commit ends until it is back`
        : 'standby cannot be seen: GRANT pg_read_all_stats to this user',
    )
  return faults
}

/** The beginning of the fault that makes every commit wait. */
export const standbyGone = 'synchronous standby is gone'

const question = `
  SELECT (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migration,
    current_setting('synchronous_standby_names') AS standby,
    (SELECT count(*)::int FROM pg_stat_replication WHERE state = 'streaming' AND sync_state IN ('sync', 'quorum')) AS streaming,
    pg_has_role('pg_read_all_stats', 'USAGE') AS "seesAll"`

async function inTime<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((settle) => {
    timer = setTimeout(() => settle(undefined), patienceMs)
  })
  const answer = asked.catch(() => undefined)
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
