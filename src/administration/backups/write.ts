import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { chainHeadOf, lastMigration, sequencesOf, type Table, tablesInOrder } from './catalogue.queries.ts'
import { encryptBytes } from './encrypted-file.ts'
import { frameBytes, type Manifest } from './frames.ts'

export interface Writing {
  url: string
  secret: string
  folder: string
  now: Date
}

export interface BackupSummary {
  file: string
  bytes: number
  manifest: Manifest
}

/** `bos-20261124T021500Z.cadangan` */
export const backupName = (at: Date): string => `bos-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.cadangan`

/**
 * Writes all that the database holds at one instant into an encrypted file, while everybody goes on working. It has its
 * name only once it is whole and on the disk.
 */
export async function writeBackup({ url, secret, folder, now }: Writing): Promise<BackupSummary> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, backupName(now))
  const unfinished = `${file}.${process.pid}`
  const client = new Client({ connectionString: url, options: '-c lock_timeout=10000 -c timezone=UTC' })
  // A connection that is lost fails the step that waits for it; unheard, it would end the process as well.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const content = contentOf(client, now)
    let manifest: Manifest | undefined
    await pipeline(
      async function* () {
        for (let step = await content.next(); ; step = await content.next()) {
          if (step.done) manifest = step.value
          if (step.done) return
          yield step.value
        }
      },
      createGzip({ level: 3 }),
      (bytes: AsyncIterable<Buffer>) => encryptBytes(bytes, secret),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    await flushed(unfinished)
    await rename(unfinished, file)
    await flushed(folder)
    return { file, bytes: (await stat(file)).size, manifest: manifest! }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* contentOf(client: Client, now: Date): AsyncGenerator<Buffer, Manifest> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const tables = await tablesInOrder(client)
  const [migration, chain] = [await lastMigration(client), await chainHeadOf(client)]
  const start = { format: 1 as const, at: now.toISOString(), migration, chain }
  yield frameBytes({ kind: 'start', start })
  const written: Manifest['tables'] = []
  for (const table of tables) written.push(yield* rowsOf(client, table))
  // Asked last: a sequence knows no snapshot, and must stand at or after every number in it.
  const manifest = { ...start, tables: written, sequences: await sequencesOf(client) }
  await client.query('COMMIT')
  yield frameBytes({ kind: 'end', manifest })
  return manifest
}

async function* rowsOf(client: Client, { name, columns }: Table): AsyncGenerator<Buffer, Manifest['tables'][number]> {
  yield frameBytes({ kind: 'table', name, columns })
  const hash = createHash('sha256')
  const rows = client.query(copyTo(`COPY ${name} (${columns}) TO STDOUT (FORMAT binary)`))
  for await (const bytes of rows as AsyncIterable<Buffer>) {
    hash.update(bytes)
    yield frameBytes({ kind: 'rows', bytes })
  }
  return { name, rows: rows.rowCount, sha256: hash.digest('hex') }
}
