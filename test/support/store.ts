import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { Client } from 'pg'
import { type Connection, connect } from '../../src/platform/db/connect.ts'

const keeps = ['area', '_prisma_migrations']
let connection: Connection | undefined
/** Past triggers and foreign keys. A hundred times as fast as TRUNCATE, which makes new files for every table. */
let empty = ''

/**
 * The database of this Jest worker, made from the template. Importing it is enough: it is opened before the tests of
 * a file and emptied before each of them.
 */
export const store = {
  get db() {
    return opened().db
  },
  get sessionPool() {
    return opened().sessionPool
  },
  /** The address of the database, for a test that opens a connection of its own. */
  get url() {
    return urlOf(`bos_${process.env.JEST_WORKER_ID}`)
  },
}

export type Store = typeof store

function opened(): Connection {
  if (!connection) throw new Error('The store opens before the first test, not while a file is read')
  return connection
}

function urlOf(database: string): string {
  const url = new URL(process.env.BOS_TEST_TEMPLATE!)
  url.pathname = `/${database}`
  return url.toString()
}

/** The connections of a worker's database are closed after each file, so that it can be made anew for the next run. */
async function ensureDatabase(): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    const name = new URL(store.url).pathname.slice(1)
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name} TEMPLATE bos`)
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  await ensureDatabase()
  const fail = (error: Error) => {
    throw error
  }
  // On a machine with other work, two seconds are over before PostgreSQL has come to it.
  connection = connect(store.url, 6, fail, 30_000)
  const rows = await connection.db.$queryRaw<{ statement: string }[]>`
    SELECT format('DELETE FROM %I', tablename) AS statement FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> ALL (${keeps})
    UNION ALL
    SELECT format('SELECT setval(%L, %s, false)', sequencename, start_value) FROM pg_sequences WHERE schemaname = 'public'`
  empty = [
    'BEGIN',
    'SET LOCAL session_replication_role = replica',
    ...rows.map(({ statement }) => statement),
    'COMMIT',
  ].join(';')
})

beforeEach(async () => {
  await opened().sessionPool.query(empty)
})

afterAll(async () => {
  await connection?.close()
  connection = undefined
})
