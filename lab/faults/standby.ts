import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chown, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { type Cluster, runCluster } from './cluster.ts'

const run = promisify(execFile)
const debian = '/usr/lib/postgresql'
const name = 'second_disk'

/** A server with its synchronous standby on a second disk, as docs/how-to/back-up.md has it. */
export interface Guarded {
  cluster: Cluster
  /** From now on no commit ends before the second disk has it. */
  guard: () => Promise<void>
  /** The first disk is gone under load; what the second has is made a server again, at the same address. Gives seconds. */
  destroyAndRestore: () => Promise<number>
  killReceiver: () => Promise<void>
  startReceiver: () => Promise<void>
  remove: () => Promise<void>
}

/** Where PostgreSQL's own tools lie; npm brings only the server. */
async function tools(): Promise<string> {
  const versions = await readdir(debian).catch(() => [])
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  const folder = process.env.BOS_POSTGRES_BIN ?? (newest && join(debian, newest, 'bin'))
  if (!folder) throw new Error("PostgreSQL's own tools are not here: apt-get install postgresql, or BOS_POSTGRES_BIN=…")
  return folder
}

const idOf = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

async function asked(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

export async function openGuarded(): Promise<Guarded> {
  const bin = await tools()
  const home = await mkdtemp(join(tmpdir(), 'bos-guarded-'))
  const [folder, wal, base] = [join(home, 'data'), join(home, 'wal'), join(home, 'base')]
  const owner = process.getuid?.() === 0 ? { uid: await idOf('-u'), gid: await idOf('-g') } : {}
  if (owner.uid !== undefined) await chown(home, owner.uid, owner.gid)
  const port = await freePort()
  const url = `postgresql://bos@127.0.0.1:${port}/postgres`
  const tool = (which: string, words: string[]) => run(join(bin, which), words, { ...owner, cwd: home })
  await tool('initdb', ['-D', folder, '-U', 'bos', '-A', 'trust', '--data-checksums', '-E', 'UTF8', '--locale=C'])
  const cluster = await runCluster({ binary: join(bin, 'postgres'), home, folder, url })
  const there = ['-h', '127.0.0.1', '-p', String(port), '-U', 'bos']
  let receiver: ChildProcess | undefined

  const startReceiver = async () => {
    const env = { ...process.env, PGAPPNAME: name }
    const words = [...there, '-D', wal, '--slot', name, '--synchronous', '--no-password']
    receiver = spawn(join(bin, 'pg_receivewal'), words, { ...owner, env, cwd: home, stdio: 'ignore' })
    const isSync = `SELECT count(*)::int FROM pg_stat_replication WHERE application_name = '${name}' AND state = 'streaming'`
    while ((await asked(url, isSync))[0] !== 1) await rest(50)
  }
  const killReceiver = async () => {
    const gone = once(receiver!, 'exit')
    receiver!.kill('SIGKILL')
    await gone
  }
  const standbyNames = async (names: string) => {
    await asked(url, `ALTER SYSTEM SET synchronous_standby_names = '${names}'`)
    await asked(url, 'SELECT pg_reload_conf()')
  }

  return {
    cluster,
    startReceiver,
    killReceiver,
    guard: async () => {
      await mkdir(wal)
      if (owner.uid !== undefined) await chown(wal, owner.uid, owner.gid)
      await asked(url, `SELECT pg_create_physical_replication_slot('${name}', true)`)
      await startReceiver()
      await tool('pg_basebackup', [...there, '-D', base, '-X', 'stream', '-c', 'fast'])
      await standbyNames(name)
      const isGuarded = `SELECT count(*)::int FROM pg_stat_replication WHERE application_name = '${name}' AND sync_state = 'sync'`
      while ((await asked(url, isGuarded))[0] !== 1) await rest(50)
    },
    destroyAndRestore: async () => {
      await cluster.kill()
      await rm(folder, { recursive: true })
      const began = performance.now()
      await killReceiver()
      await cp(base, folder, { recursive: true, preserveTimestamps: true })
      for (const part of await readdir(wal))
        if (part.endsWith('.partial')) await rename(join(wal, part), join(wal, part.slice(0, -'.partial'.length)))
      await writeFile(join(folder, 'recovery.signal'), '')
      await appendFile(
        join(folder, 'postgresql.auto.conf'),
        `restore_command = 'cp ${wal}/%f %p'\nsynchronous_standby_names = ''\n`,
      )
      if (owner.uid !== undefined) await run('chown', ['-R', `${owner.uid}:${owner.gid}`, folder])
      await cluster.start()
      // It answers questions before it has read all that the second disk has.
      while ((await asked(url, 'SELECT pg_is_in_recovery()'))[0] === true) await rest(50)
      return (performance.now() - began) / 1000
    },
    remove: async () => {
      receiver?.kill('SIGKILL')
      await cluster.remove()
    },
  }
}
