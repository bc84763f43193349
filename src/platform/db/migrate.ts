import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { root } from '../config/config.ts'
import { advisoryLocks } from './advisory-locks.ts'
import type { Migration } from './migration-script.ts'
import { type Say, sayWhile, silent } from './progress.ts'

const folder = `${root}prisma/migrations`

async function migrationList(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(`${folder}/${name}/migration.sql`, 'utf8') })),
  )
}

/** The name of the last migration of this release. */
export async function newestMigration(): Promise<string> {
  return (await migrationList()).at(-1)!.name
}

/**
 * Applies what is missing, in Prisma's own book (`_prisma_migrations`), by Prisma's engine as WebAssembly: its native
 * one is a download that a closed network refuses. Returns the names applied. `upTo`: no further than this migration, so
 * that rows of an older release find the schema they were written in. Waits for another process at it as long as it takes.
 */
export async function migrate(url: string, upTo = '\uffff', say: Say = silent): Promise<string[]> {
  const guard = new Client({ connectionString: url })
  await guard.connect()
  try {
    await waitForLock(guard, 'migrations', say)
    const migrations = (await migrationList()).filter(({ name }) => name <= upTo)
    if (await isUpToDate(guard, migrations)) return []
    await forgetUnfinished(guard, say)
    // The engine weighs 60 MB of memory: it is only fetched when there is something to do.
    const { applyMissing } = await import('./schema-engine.ts')
    return await applyMissing(url, migrations, await readFile(`${folder}/migration_lock.toml`, 'utf8'), say)
  } finally {
    await guard.end()
  }
}

async function waitForLock(client: Client, lock: keyof typeof advisoryLocks, say: Say): Promise<void> {
  const locked = client.query('SELECT pg_advisory_lock($1)', [advisoryLocks[lock]])
  await sayWhile(say, 'Menunggu proses lain yang sedang menyiapkan database', locked)
}

const hasBook = async (client: Client): Promise<boolean> =>
  (await client.query<{ there: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there")).rows[0]!
    .there

/**
 * What a process began and did not live to finish. A script marks itself in the book within its own transaction: of one
 * that is not marked nothing was kept, and it is begun again. The database may still be at work on it for nobody.
 */
async function forgetUnfinished(client: Client, say: Say): Promise<void> {
  if (!(await hasBook(client))) return
  await waitForLock(client, 'migrationScript', say)
  await client.query('SELECT pg_advisory_unlock($1)', [advisoryLocks.migrationScript])
  await client.query('DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL')
}

/** Whether the book holds exactly these migrations, finished, with these contents; anything else is for the engine to judge. */
async function isUpToDate(client: Client, migrations: Migration[]): Promise<boolean> {
  if (!(await hasBook(client))) return false
  const { rows } = await client.query<{ name: string; checksum: string; done: boolean }>(
    'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS done FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const known = new Map(rows.map(({ name, checksum, done }) => [name, done ? checksum : '']))
  const isKnown = ({ name, sql }: Migration) => known.get(name) === createHash('sha256').update(sql).digest('hex')
  return rows.length === migrations.length && migrations.every(isKnown)
}
