import { Client } from 'pg'
import { isUnavailable } from './unavailable.ts'

/** Of the embedded server's databases the one that is ours. */
export const databaseName = 'bos'

/** False where the server is just starting or stopping for an earlier process: to be asked again. */
export async function ensureDatabase(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`)
    return true
  } catch (error) {
    if (isUnavailable(error) || isAlreadyThere(error)) return false
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
}

const isAlreadyThere = (error: unknown): boolean => (error as { code?: string }).code === '42P04'

/** Whether anybody else is connected to this database. */
export async function isInUse(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ others: number }>(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND datname = current_database() AND pid <> pg_backend_pid()`,
    )
    return rows[0]!.others > 0
  } finally {
    await client.end()
  }
}
