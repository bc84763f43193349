import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join, parse, resolve } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Binaries, binariesIn, copyBinaries, linkLibraries, packagedBinaries } from './binaries.ts'
import { databaseName, ensureDatabase, isInUse } from './embedded-database.ts'
import { createCluster, type Owner } from './new-cluster.ts'
import { type Say, sayWhile } from './progress.ts'

const run = promisify(execFile)

export interface Embedded {
  url: string
  /** Where the cluster really lies; not always where it was asked for. */
  folder: string
  /** Whether another process had started it, or left it behind. */
  wasRunning: boolean
  /** Whether another process is connected to it; nobody of this one may be. */
  isInUse: () => Promise<boolean>
  stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL that lies in the folder, makes it on the first start, and finds it again when an earlier
 * process ended without stopping it. PostgreSQL refuses to run as root: then it runs as the user `postgres`, and where
 * that user cannot reach the folder, another one is chosen and named through `say`.
 */
export async function startEmbedded(
  folder: string,
  say: Say,
  extra: string[] = [],
  stopping?: AbortSignal,
): Promise<Embedded> {
  const owner = await serverUser()
  const { home, native } = await placeFor(resolve(folder), owner, say)
  await linkLibraries(native)
  const binaries = binariesIn(native)
  const cluster = join(home, 'pg18')
  const passwordFile = join(home, 'pg-password')
  if (!(await exists(join(cluster, 'PG_VERSION'))))
    await createCluster({ binaries, home, cluster, passwordFile, owner, say, stopping })
  const password = (await readFile(passwordFile, 'utf8')).trim()
  const stop = () => ctl(binaries, cluster, owner, ['stop', '-m', 'fast', '-w', ...longest])
  await clearStaleLock(cluster)
  const wasRunning = (await portOfRunning(binaries, cluster, owner)) !== undefined
  const scope = async (): Promise<string> => {
    stopping?.throwIfAborted()
    await clearStaleLock(cluster)
    const port = (await portOfRunning(binaries, cluster, owner)) ?? (await start(binaries, cluster, owner, extra))
    const urlOf = (database: string) => `postgresql://bos:${password}@127.0.0.1:${port}/${database}`
    return (await ensureDatabase(urlOf('postgres'))) ? urlOf(databaseName) : rest(200).then(scope)
  }
  const url = await unlessStopped(sayWhile(say, 'Menunggu PostgreSQL', scope()), stop, stopping)
  return { url, folder: cluster, wasRunning, isInUse: () => isInUse(url), stop }
}

/** A start that is told to stop leaves no server behind, however far it has come. */
async function unlessStopped<T>(starting: Promise<T>, stop: () => Promise<void>, stopping?: AbortSignal): Promise<T> {
  const stopNow = () => void stop().catch(() => undefined)
  stopping?.addEventListener('abort', stopNow)
  try {
    return await starting
  } finally {
    stopping?.removeEventListener('abort', stopNow)
    // It may have been too early for the first; where nothing runs any more, there is nothing to stop.
    if (stopping?.aborted) {
      await stop().catch(() => undefined)
      stopping.throwIfAborted()
    }
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const isRoot = () => process.getuid?.() === 0

async function serverUser(): Promise<Owner> {
  if (!isRoot()) return {}
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout)
  await id('-u').catch(() => run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']))
  return { uid: await id('-u'), gid: await id('-g') }
}

/** Every folder above must be searchable by other users. */
async function reachable(path: string): Promise<boolean> {
  for (let at = path; at !== parse(at).root; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined)
    if (found && (found.mode & 0o005) !== 0o005 && at !== path) return false
  }
  return true
}

async function placeFor(folder: string, owner: Owner, say: (line: string) => void) {
  const packaged = packagedBinaries()
  if (owner.uid === undefined) return { home: folder, native: packaged }
  const shelter = join('/var/lib/bos-v2', createHash('sha256').update(folder).digest('hex').slice(0, 12))
  const native = (await reachable(packaged)) ? packaged : join('/var/lib/bos-v2', 'postgresql-18')
  const home = (await reachable(folder)) ? folder : shelter
  if (home !== folder) say(`The user "postgres" cannot reach ${folder}: the database lies in ${home} instead.`)
  if (native !== packaged) await copyBinaries(packaged, native)
  return { home, native }
}

const ctl = async (binaries: Binaries, cluster: string, owner: Owner, words: string[]): Promise<void> => {
  await run(binaries.pg_ctl, [...words, '-D', cluster], { ...owner, cwd: cluster })
}

/**
 * Takes away the lock file of a server that was killed. PostgreSQL does so itself, unless the number of the dead process
 * still stands for something: a zombie that nobody has collected, or another program since.
 */
async function clearStaleLock(cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid')
  const pid = (await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]
  if (!pid) return
  const [, name, state] = /^\d+ \((.*)\) (\w)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')) ?? []
  if (name !== undefined && (state === 'Z' || !name.startsWith('postgres'))) await rm(lock)
}

/** The port of a server that still runs on this cluster, read from its lock file. */
async function portOfRunning(binaries: Binaries, cluster: string, owner: Owner): Promise<number | undefined> {
  const running = await ctl(binaries, cluster, owner, ['status']).then(
    () => true,
    () => false,
  )
  if (!running) return undefined
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[3])
}

/** What pg_ctl waits for the server, in seconds: a busy machine is slow to recover from a crash. */
const longest = ['-t', '86400']

async function start(binaries: Binaries, cluster: string, owner: Owner, extra: string[]): Promise<number> {
  const port = await freePort()
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c logging_collector=on',
    ...extra,
  ]
  const words = [
    'start',
    '-w',
    ...longest,
    '-s',
    '-D',
    cluster,
    '-l',
    join(cluster, 'start.log'),
    '-o',
    options.join(' '),
  ]
  const started = new Promise<void>((settle, fail) => {
    // No pipe of ours: the server outlives pg_ctl, and may outlive us.
    spawn(binaries.pg_ctl, words, { ...owner, cwd: cluster, stdio: 'ignore' })
      .on('error', fail)
      .on('exit', (code) =>
        code === 0 ? settle() : fail(new Error(`PostgreSQL did not start; ${join(cluster, 'start.log')} says why`)),
      )
  })
  await started
  return port
}

const freePort = (): Promise<number> =>
  new Promise((settle, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => settle(port))
    })
  })
