import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { Client } from 'pg'
import { startEmbedded } from '../../src/platform/db/embedded.ts'

/** Durable as in service; a small machine starts it again sooner with little shared memory. */
const settings = ['-c', 'shared_buffers=64MB', '-c', 'logging_collector=off', '-c', 'max_connections=60']

/** A PostgreSQL of this run's own, which is killed and started again, always at the same address. */
export interface Cluster {
  url: string
  folder: string
  /** What it writes about itself. */
  log: string
  /** SIGKILL to the postmaster and to every child of it, by number. */
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
  signal: (name: NodeJS.Signals) => Promise<void>
  isUp: () => boolean
  remove: () => Promise<void>
}

/** One of the PostgreSQL that npm brought. */
export async function openCluster(extra: string[] = [], parent = tmpdir()): Promise<Cluster> {
  const home = await mkdtemp(join(parent, `bos-faults-${process.pid}-`))
  // Whoever runs PostgreSQL must reach what lies in it.
  await chmod(home, 0o755)
  const { url, folder, stop } = await startEmbedded(join(home, 'data'), () => undefined, ['-c logging_collector=off'])
  const [binary] = (await readFile(join(folder, 'postmaster.opts'), 'utf8')).split(' ')
  await stop()
  return runCluster({ binary: binary!, home, folder, url, extra })
}

interface Place {
  binary: string
  /** What is removed with it. */
  home: string
  folder: string
  url: string
  extra?: string[]
}

/** Runs what lies in the folder, as whoever it belongs to. */
export async function runCluster({ binary, home, folder, url, extra = [] }: Place): Promise<Cluster> {
  const { uid, gid } = await stat(folder)
  const owner = process.getuid?.() === 0 ? { uid, gid } : {}
  const own = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const words = ['-D', folder, '-p', new URL(url).port, ...own, ...settings, ...extra]
  // Beside the data, not on its disk: that one may be full.
  const log = join(tmpdir(), `${basename(home)}.log`)
  let server: ChildProcess | undefined
  let isUp = false
  const isRunning = () => isUp && server?.exitCode === null && server.signalCode === null

  const start = async () => {
    const output = openSync(log, 'a')
    server = spawn(binary, words, { ...owner, cwd: home, stdio: ['ignore', output, output] })
    closeSync(output)
    let ended = false
    server.once('exit', () => {
      ended = true
    })
    await untilAnswering(url, () => ended).catch(async (error: Error) => {
      throw new Error(`${error.message}: ${(await readFile(log, 'utf8')).slice(-800)}`)
    })
    isUp = true
  }
  const end = async (how: () => Promise<void> | void) => {
    const gone = new Promise((settle) => server?.once('exit', settle))
    isUp = false
    await how()
    await gone
  }
  await start()
  return {
    url,
    folder,
    log,
    start,
    isUp: isRunning,
    kill: () => end(async () => killAll(server!.pid!)),
    stop: () => end(() => void server?.kill('SIGINT')),
    signal: async (name) => {
      for (const pid of [server!.pid!, ...(await childrenOf(server!.pid!))]) process.kill(pid, name)
    },
    remove: async () => {
      if (isRunning()) await end(async () => killAll(server!.pid!))
      await rm(log, { force: true })
      await rm(home, { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The postmaster is stopped first, so that no child is born while the others are counted. */
async function killAll(postmaster: number): Promise<void> {
  process.kill(postmaster, 'SIGSTOP')
  const children = await childrenOf(postmaster)
  for (const pid of [...children, postmaster]) send(pid, 'SIGKILL')
  for (const pid of children) while (await isAlive(pid)) await rest(2)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Nobody was left to hear it.
  }
}

/** A zombie holds nothing any more: whoever must collect it may take seconds. */
async function isAlive(pid: number): Promise<boolean> {
  const state = /^State:\s+(\w)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1]
  return state !== undefined && state !== 'Z'
}

const childrenOf = async (parent: number): Promise<number[]> =>
  (await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8')).split(' ').filter(Boolean).map(Number)

/** Recovery is over when a question is answered. */
async function untilAnswering(url: string, hasEnded: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2400 && !hasEnded(); tries += 1) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => undefined)
    const answered = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => undefined)
    if (answered) return
    await rest(25)
  }
  throw new Error('PostgreSQL did not come back')
}
