import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Client } from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { migrate } from '../../platform/db/migrate.ts'
import { isEmptyDatabase, lastMigration } from './catalogue.queries.ts'
import { decryptBytes, Unreadable } from './encrypted-file.ts'
import { type BackupStart, type Frame, framesIn, type Manifest } from './frames.ts'

export interface Restoring {
  file: string
  secret: string
  /** A database without tables: nothing is ever written over. */
  url: string
  onTable?: (name: string) => void
}

/** What a backup holds, piece by piece; throws `Unreadable` at the first byte that is not as it was written. */
export async function* readBackup(file: string, secret: string): AsyncGenerator<Frame> {
  const unpacked = createGunzip()
  // An error of any part destroys the others, so the reader below meets it.
  const feeding = pipeline(createReadStream(file), (bytes) => decryptBytes(bytes, secret), unpacked)
  feeding.catch(() => undefined)
  try {
    yield* framesIn(unpacked as AsyncIterable<Buffer>)
    await feeding
  } catch (error) {
    // What is wrong with the file is the reason; that the unpacking broke off is only its consequence.
    unpacked.destroy()
    throw await feeding.then(
      () => error,
      (reason: unknown) => (reason instanceof Unreadable ? reason : error),
    )
  } finally {
    unpacked.destroy()
  }
}

/** Fills an empty database: the schema of the backup, its rows, and what later releases have added to the schema. */
export async function restoreBackup({ file, secret, url, onTable }: Restoring): Promise<Manifest> {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC' })
  // A connection that is lost fails the step that waits for it; unheard, it would end the process as well.
  client.on('error', () => undefined)
  await client.connect()
  try {
    if (!(await isEmptyDatabase(client)))
      throw new Error('The database is not empty: a backup is never restored over data')
    const manifest = await fill(client, { file, secret, url, ...(onTable ? { onTable } : {}) }).catch(async (error) => {
      await client.query('ROLLBACK')
      // It was empty before: it is so again.
      await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
      throw error
    })
    await migrate(url)
    return manifest
  } finally {
    await client.end()
  }
}

async function fill(client: Client, { file, secret, url, onTable }: Restoring): Promise<Manifest> {
  let table: Filling | undefined
  const filled: Manifest['tables'] = []
  const close = async () => {
    if (table) filled.push(await table.close())
    table = undefined
  }
  try {
    for await (const frame of readBackup(file, secret)) {
      if (frame.kind === 'start') await prepare(client, url, frame.start)
      else if (frame.kind === 'rows') await table!.add(frame.bytes)
      else if (frame.kind === 'table') {
        await close()
        onTable?.(frame.name)
        table = filling(client, frame)
      } else {
        await close()
        compare(frame.manifest, filled)
        await conclude(client, frame.manifest)
        return frame.manifest
      }
    }
  } catch (error) {
    table?.abort(error as Error)
    throw error
  }
  throw new Unreadable('the content ends too early')
}

/** All rows come in one transaction: a backup that turns out to be damaged leaves nothing behind. */
async function prepare(client: Client, url: string, { format, migration }: BackupStart): Promise<void> {
  if (format !== 1) throw new Unreadable(`format ${String(format)} is unknown to this release`)
  await migrate(url, migration)
  if ((await lastMigration(client)) !== migration)
    throw new Unreadable(`it is of a later release: its schema is ${migration}`)
  await client.query('BEGIN')
  // Migrations put rows in tables, triggers count what is inserted: both are in the backup already.
  const { rows } = await client.query<{ name: string }>(
    "SELECT quote_ident(relname) AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'",
  )
  const names = rows.map(({ name }) => name)
  await client.query(`TRUNCATE ${names.join(', ')}`)
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`)
}

interface Filling {
  add: (bytes: Buffer) => Promise<void>
  close: () => Promise<Manifest['tables'][number]>
  /** Tells the server that no more rows come: until then it takes no other word. */
  abort: (error: Error) => void
}

function filling(client: Client, { name, columns }: Extract<Frame, { kind: 'table' }>): Filling {
  const hash: Hash = createHash('sha256')
  const sink: CopyStreamQuery = client.query(copyFrom(`COPY ${name} (${columns}) FROM STDIN (FORMAT binary)`))
  const done = finished(sink)
  // Heard here, thrown at the next step: else a refused row would end the process.
  done.catch(() => undefined)
  return {
    add: async (bytes) => {
      hash.update(bytes)
      await new Promise<void>((settle, fail) => {
        sink.write(bytes, (error) => (error ? fail(error) : settle()))
      })
    },
    close: async () => {
      sink.end()
      await done
      return { name, rows: sink.rowCount, sha256: hash.digest('hex') }
    },
    abort: (error) => sink.destroy(error),
  }
}

function compare(manifest: Manifest, filled: Manifest['tables']): void {
  const wrong = manifest.tables.filter(
    ({ name, rows, sha256 }, at) =>
      filled[at]?.name !== name || filled[at].rows !== rows || filled[at].sha256 !== sha256,
  )
  if (wrong.length > 0 || filled.length !== manifest.tables.length)
    throw new Unreadable(`rows differ from the list at the end: ${wrong.map(({ name }) => name).join(', ')}`)
}

async function conclude(client: Client, { tables, sequences }: Manifest): Promise<void> {
  for (const { name } of tables) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`)
  for (const { name, value } of sequences) await client.query('SELECT setval($1::regclass, $2::bigint)', [name, value])
  await client.query('COMMIT')
}
