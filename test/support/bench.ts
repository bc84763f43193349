import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { loadAreas } from './areas.ts'
import { readyBrowser } from './browser-binary.ts'

/** A power cut may take these databases: they live for one run. */
const fast = ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off', '-c logging_collector=off']

/** What every test stands on: one PostgreSQL with a migrated template, a browser on disk. */
export async function startBench(): Promise<() => Promise<void>> {
  await clearLeftovers()
  await readyBrowser()
  const folder = await mkdtemp(join(tmpdir(), `bos-test-${process.pid}-`))
  const server = await startEmbedded(folder, () => undefined, fast)
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await migrate(server.url)
    await loadAreas(server.url)
  } catch (error) {
    await stop()
    throw error
  }
  process.env.BOS_TEST_TEMPLATE = server.url
  return stop
}

/** Stops and removes what a run that was cut short has left: its folder carries the number of its process. */
async function clearLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^bos-test-(\d+)-/.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    const lock = await readFile(join(tmpdir(), name, 'pg18', 'postmaster.pid'), 'utf8').catch(() => '')
    const server = Number(lock.split('\n')[0])
    if (server > 0 && isAlive(server)) process.kill(server, 'SIGINT')
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
