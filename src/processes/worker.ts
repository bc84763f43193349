import { utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cipherOf } from '../platform/cipher.ts'
import { readConfig } from '../platform/config/config.ts'
import { createLog } from '../platform/http/log.ts'
import { steadyClock } from '../platform/steady-clock.ts'
import { startMaintenance } from './maintenance.ts'
import { backupsIn, openStore } from './store.ts'
import { startWorker } from './worker-loop.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Touched at every turn: what watches over the process looks at its age. */
const pulse = join(tmpdir(), 'worker-alive')

function touch(): void {
  const now = new Date()
  try {
    utimesSync(pulse, now, now)
  } catch {
    writeFileSync(pulse, '')
  }
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  for (const warning of config.warnings) say(`Warning: ${warning}`)
  const log = createLog(config.logLevel)
  const clock = steadyClock((jump) => log.error(jump, 'the clock of this machine jumped'))
  const store = await openStore(config, say, (error) => log.error({ err: error }, 'database connection'))
  const { db, patient } = store.connection
  const work = { db, patient, clock, log, cipher: cipherOf(store.secrets.data) }
  const worker = startWorker(work, touch)
  const maintenance = startMaintenance({ ...work, backups: backupsIn(config, store) })
  say('BOS V2: the worker is at work')
  const leave = async () => {
    await Promise.all([worker.stop(), maintenance.stop()])
    await store.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void leave())
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
