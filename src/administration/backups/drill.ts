import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { connect } from '../../platform/db/connect.ts'
import { startEmbedded } from '../../platform/db/embedded.ts'
import { type DrillFigures, judgeRestored } from './drill.queries.ts'
import { restoreBackup } from './restore.ts'
import type { BackupSettings } from './settings.ts'

export interface DrillResult {
  figures: Partial<DrillFigures> & { bytes?: number; restoreSeconds?: number; rows?: number }
  /** What a person must know; none means that the backup is one. */
  faults: string[]
}

export interface Drilling {
  file: string
  settings: Pick<BackupSettings, 'secret' | 'cipher' | 'scratchUrl'>
  signal?: AbortSignal
  onStep?: (step: string) => Promise<void>
}

/** Restores the backup where nothing depends on it, and looks whether all of it is there and can be read. */
export async function runDrill({
  file,
  settings,
  signal,
  onStep = async () => undefined,
}: Drilling): Promise<DrillResult> {
  const scratch = await openScratch(settings.scratchUrl, signal)
  try {
    const { secret, cipher } = settings
    const begun = performance.now()
    const steps: Promise<void>[] = []
    const onTable = (name: string) => void steps.push(onStep(name).catch(() => undefined))
    const manifest = await restoreBackup({ file, secret, url: scratch.url, onTable })
    await Promise.all(steps)
    await onStep('')
    const restoreSeconds = Math.round((performance.now() - begun) / 100) / 10
    const { patient, close } = connect(scratch.url, 1, () => undefined)
    const { figures, faults } = await judgeRestored(patient, manifest, cipher).finally(() => void close())
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { figures: { ...figures, rows, restoreSeconds, bytes: (await stat(file)).size }, faults }
  } finally {
    await scratch.close()
  }
}

interface Scratch {
  url: string
  close: () => Promise<void>
}

const openScratch = (url: string, signal?: AbortSignal): Promise<Scratch> =>
  url === '' ? startScratch(signal) : emptied(url)

/** Nobody else knows this one: it may be fast and forgetful. */
const fast = ['-c fsync=off', '-c full_page_writes=off', '-c logging_collector=off', '-c shared_buffers=32MB']

async function startScratch(signal?: AbortSignal): Promise<Scratch> {
  const server = await startEmbedded(await mkdtemp(join(tmpdir(), 'bos-uji-pulih-')), () => undefined, fast)
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= server.stop())
  const onAbort = () => void stop().catch(() => undefined)
  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    url: server.url,
    close: async () => {
      signal?.removeEventListener('abort', onAbort)
      await stop()
      await rm(dirname(server.folder), { recursive: true, force: true })
    },
  }
}

/** A database that is there for this only: whatever a drill that was cut short has left in it goes. */
async function emptied(url: string): Promise<Scratch> {
  const empty = async () => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    } finally {
      await client.end()
    }
  }
  await empty()
  return { url, close: empty }
}
