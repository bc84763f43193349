import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { root } from '../../src/platform/config/config.ts'
import { connect, type Db } from '../../src/platform/db/connect.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'

export interface Bench {
  db: Db
  client: Client
  url: string
}

/** Runs against a PostgreSQL of its own, which is thrown away afterwards. */
export async function onBench<T>(run: (bench: Bench) => Promise<T>, settings: readonly string[] = []): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), `bos-bench-${process.pid}-`))
  const server = await startEmbedded(folder, () => undefined, [
    '-c shared_buffers=256MB',
    '-c logging_collector=off',
    // A server meets a checkpoint every few minutes, and whoever came after one would pay for the pages of all.
    '-c max_wal_size=8GB',
    '-c checkpoint_timeout=1h',
    ...settings,
  ])
  try {
    await migrate(server.url)
    const client = new Client({ connectionString: server.url })
    await client.connect()
    const { db, close } = connect(server.url, 8, (error) => {
      throw error
    })
    try {
      return await run({ db, client, url: server.url })
    } finally {
      await client.end()
      await close()
    }
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

export const machine = () => ({
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.version,
})

/** `lab/results/<name>.json`: what a run found, and on which machine. */
export async function keepResult(name: string, result: object): Promise<void> {
  await mkdir(join(root, 'lab/results'), { recursive: true })
  await writeFile(
    join(root, `lab/results/${name}.json`),
    `${JSON.stringify({ machine: machine(), ...result }, null, 2)}\n`,
  )
}

export const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))]!
