import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as rest } from 'node:timers/promises'
import { jest } from '@jest/globals'
import { Client } from 'pg'
import { officialList } from '../../src/administration/areas/official-list.ts'
import { root } from '../../src/platform/config/config.ts'
import { advisoryLocks } from '../../src/platform/db/advisory-locks.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'

/** How long a start takes is the machine's business: only one that never ends fails. */
jest.setTimeout(3_600_000)

/** A start of the real process with an embedded database in that folder; three days of reports instead of ninety. */
function begin(folder: string): { child: ChildProcess; lines: string[]; ended: Promise<number | null> } {
  const child = spawn(process.execPath, ['--import', 'tsx', `${root}src/processes/load-demo.ts`, '--days', '3'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', DATA_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (l) => lines.push(l))
  return { child, lines, ended: once(child, 'close').then(([code]) => code as number | null) }
}

/** Kills the start as soon as the step has been reached, and PostgreSQL is left to itself. */
async function killIn(folder: string, isReached: (lines: string[]) => Promise<boolean>): Promise<string> {
  const { child, lines, ended } = begin(folder)
  let code: number | null | undefined
  void ended.then((one) => (code = one))
  while (!(await isReached(lines))) {
    if (code !== undefined) throw new Error(`It ended with ${code} before: ${lines.join(' / ')}`)
    await rest(5)
  }
  child.kill('SIGKILL')
  await ended
  return lines.join('\n')
}

async function asked<T>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql, values)).rows as T[]
  } finally {
    await client.end()
  }
}

describe('a first start that is killed', () => {
  it('in any of its steps goes on at the next start, and all is there once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bos-first-start-'))
    const names = async () => readdir(folder).catch(() => [] as string[])
    const rows = async (sql: string) => {
      const port = (await readFile(join(folder, 'pg18/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[3]
      const password = await readFile(join(folder, 'pg-password'), 'utf8').catch(() => '')
      if (!port) return 0
      const url = `postgresql://bos:${password}@127.0.0.1:${port}/bos`
      return asked<{ n: number }>(url, sql).then(
        ([row]) => row!.n,
        () => 0,
      )
    }
    const unfinished = async (which: string) => (await names()).some((name) => name.startsWith(which))
    const busyWith = (text: string) => `SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = 'bos' AND state <> 'idle' AND pid <> pg_backend_pid() AND query LIKE '${text}'`

    await killIn(folder, () => unfinished('pg18.new-'))
    await killIn(folder, async () => (await names()).includes('pg18'))
    await killIn(folder, async () => (await rows('SELECT count(*)::int AS n FROM _prisma_migrations')) > 5)
    await killIn(folder, async (lines) => lines.some((line) => line.startsWith('Memuat daftar wilayah')))
    await killIn(folder, async () => (await rows(busyWith('%INSERT INTO area %'))) > 0)
    const held = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND objid = ${advisoryLocks.demonstration}`
    await killIn(folder, async () => (await rows(held)) > 0)
    const last = begin(folder)
    const code = await last.ended

    expect([code, last.lines.join('\n')]).toEqual([0, expect.stringMatching(/\d+ laporan, 90 personel/)])
    const server = await startEmbedded(folder, () => undefined)
    const [found] = await asked<Record<string, number>>(
      server.url,
      `SELECT (SELECT count(*)::int FROM area) AS areas, (SELECT count(*)::int FROM person) AS people,
         (SELECT count(*)::int FROM unit WHERE kind = 'polres') AS polres, (SELECT count(*)::int FROM report) AS reports,
         (SELECT count(DISTINCT subject)::int FROM audit_entry WHERE action = 'report.filed') AS filed,
         (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NULL) AS unfinished`,
    )
    const reports = Number(/(\d+) laporan/.exec(last.lines.join('\n'))![1])
    expect(found).toEqual({
      areas: (await officialList()).length,
      people: 90,
      polres: 1,
      unfinished: 0,
      reports,
      filed: reports,
    })
    expect((await names()).filter((name) => name.startsWith('pg18.new-'))).toEqual([])
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
})

describe('a first start beside one that is slow', () => {
  it('waits for its locks as long as it takes, says so, and then finds all of it there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bos-first-start-'))
    const { url } = await startEmbedded(folder, () => undefined)
    const holder = new Client({ connectionString: url })
    holder.on('error', () => undefined)
    await holder.connect()
    await holder.query('SELECT pg_advisory_lock($1)', [advisoryLocks.migrations])
    const { lines, ended } = begin(folder)
    const has = async (text: string) => {
      while (!lines.some((line) => line.includes(text))) await rest(50)
    }

    await has('Menunggu proses lain yang sedang menyiapkan database')
    await holder.query('SELECT pg_advisory_lock($1)', [advisoryLocks.areas])
    await holder.query('SELECT pg_advisory_unlock($1)', [advisoryLocks.migrations])
    await has('Memuat daftar wilayah Indonesia (')
    await holder.query('SELECT pg_advisory_lock($1)', [advisoryLocks.demonstration])
    await holder.query('SELECT pg_advisory_unlock($1)', [advisoryLocks.areas])
    await has('Menunggu proses lain yang sedang memuat contoh')
    await holder.query('SELECT pg_advisory_unlock($1)', [advisoryLocks.demonstration])
    const code = await ended

    expect([code, lines.at(-1)]).toEqual([0, expect.any(String)])
    await rm(folder, { recursive: true, force: true })
  })
})
