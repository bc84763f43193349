import { createServer, type Server } from 'node:http'
import { setTimeout as rest } from 'node:timers/promises'
import { ensureAreas } from '../administration/areas/index.ts'
import { hasUnits } from '../administration/units/index.ts'
import { cipherOf } from '../platform/cipher.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { isPublic, servingFaults, servingWarnings } from '../platform/config/config-validation.ts'
import type { Db } from '../platform/db/connect.ts'
import { createLog } from '../platform/http/log.ts'
import { sweepUploads } from '../platform/http/uploads.ts'
import { shutDown } from '../platform/load/graceful-shutdown.ts'
import { healthServer, watchHealth, watchLoop } from '../platform/load/health.ts'
import { healthProbes } from '../platform/load/health-probes.ts'
import { boundSockets } from '../platform/load/sockets.ts'
import { steadyClock } from '../platform/steady-clock.ts'
import { rereadChangedFiles } from '../platform/views/cached-file.ts'
import { startHeartbeat } from '../reports/deadlines/index.ts'
import { type App, createApp } from './app.ts'
import { startMaintenance } from './maintenance.ts'
import { stoppingBySignal } from './stopping.ts'
import { backupsIn, openStore } from './store.ts'
import { startWorker } from './worker-loop.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Faults of the configuration that concern only a process that serves; each names the setting. */
function checkServing(config: Config): void {
  const faults = servingFaults(config)
  if (faults.length > 0) throw new Error(`Configuration: ${faults.join('; ')}`)
  for (const warning of [...config.warnings, ...servingWarnings(config)]) say(`Warning: ${warning}`)
}

/** Refuses to serve the world while the demonstration's password opens accounts. */
async function checkAccounts(config: Config, db: Db, isEmbedded: boolean): Promise<void> {
  if (!isPublic(config) || config.demonstration === 'public') return
  const remedy = 'DEMONSTRATION=public starts all the same'
  if (isEmbedded && !(await hasUnits(db)))
    throw new Error(
      `Configuration: PUBLIC_URL is ${config.publicUrl}, but without DATABASE_URL the demonstration is loaded, whose password anybody knows; ${remedy}`,
    )
  const { accountsWithKnownPassword } = await import('./demo/index.ts')
  const open = await accountsWithKnownPassword(db)
  if (open.length > 0)
    throw new Error(
      `Configuration: PUBLIC_URL is ${config.publicUrl}, but accounts of the demonstration have the password that anybody knows: ${open.join(', ')}. Suspend them or give them another; ${remedy}`,
    )
}

/** Fills our own empty database; says who can sign in. Loaded only then: no other start needs it. */
async function demonstrate(db: Db, secret: string): Promise<string[]> {
  const { loadDemonstration, signInLines } = await import('./demo/index.ts')
  await loadDemonstration({ db, now: new Date(), cipher: cipherOf(secret), say })
  return signInLines()
}

const stopping = stoppingBySignal()

async function main(): Promise<void> {
  const config = readConfig(process.env)
  checkServing(config)
  const log = createLog(config.logLevel)
  const clock = steadyClock((jump) => log.error(jump, 'the clock of this machine jumped'))
  const onFault = (error: Error) => log.error({ err: error }, 'database connection')
  const store = await openStore(config, say, onFault, { stopping: stopping.signal, isApplication: true })
  const { db, patient, sessionPool } = store.connection
  const signIns = await store.prepare(async (preparing) => {
    await checkAccounts(config, preparing, store.isEmbedded)
    await ensureAreas(preparing, say)
    if (!store.isEmbedded || (await hasUnits(preparing))) return []
    return demonstrate(preparing, store.secrets.data)
  })
  const { publicUrl, proxies, sessionHours, healthPort, serviceWorker, uploadFolder } = config
  const signs = healthProbes({ pool: sessionPool, disk: store.folder, stalledMs: watchLoop() })
  await sweepUploads(uploadFolder)
  if (config.development === 'on') rereadChangedFiles()
  const app = createApp({
    db,
    patient,
    sessionPool,
    clock,
    log,
    secrets: store.secrets,
    publicUrl,
    proxies,
    sessionHours,
    healthProbes: signs,
    tellsFaults: healthPort === 0,
    serviceWorker,
    uploadFolder,
  })
  const heart = startHeartbeat({ db, clock, log })
  const work = { db, patient, clock, log, cipher: cipherOf(store.secrets.data) }
  const worker = config.worker === 'inline' ? startWorker(work) : undefined
  const maintenance = worker && startMaintenance({ ...work, backups: backupsIn(config, store) })
  const server = listen(app, config)
  server.on('listening', () => {
    for (const line of signIns) say(line)
    say(`BOS V2: ${publicUrl}`)
  })
  const healthPorts = healthPort === 0 ? [] : [healthServer(app.state, signs, healthPort)]

  let leaving = false
  const end = async (code: number, noticeMs: number, graceMs: number) => {
    if (leaving) return
    leaving = true
    const workDone = Promise.all([worker?.stop(), maintenance?.stop(), heart.stop()])
    await shutDown({ state: app.state, server, noticeMs, graceMs })
    await Promise.race([workDone, rest(graceMs)])
    for (const each of healthPorts) each.close()
    // A supervisor starts us again at once: the embedded database may go on, and is found.
    if (code === 0) await store.close()
    process.exit(code)
  }
  const endWell = () => void end(0, config.leaveSeconds * 1000, 25_000)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, endWell)
  stopping.release()
  watchHealth({ state: app.state, healthProbes: signs, log, recycle: () => void end(1, 0, 25_000) })
  // What was not foreseen may have left anything half done: nobody new comes in, and a new process takes over.
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(kind, (error: unknown) => {
      log.fatal({ err: error }, kind)
      void end(1, 0, 2000)
    })
}

function listen(app: App, { port, host, proxies }: Config): Server {
  const isDirect = proxies === 0
  const server = createServer({ connectionsCheckingInterval: 1000 }, app)
  // A phone on EDGE needs minutes for three photos.
  server.requestTimeout = 300_000
  server.headersTimeout = 10_000
  server.keepAliveTimeout = 65_000
  // Neither a byte read nor one written: a reader that has stopped reading, for no request works as long in silence.
  server.setTimeout(120_000)
  boundSockets(server, { most: 4000, isDirect })
  server.on('error', (error) => {
    say(`Cannot listen on port ${port}: ${error.message}. Choose another with PORT=…`)
    process.exit(1)
  })
  return server.listen(port, host)
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exit(stopping.signal.aborted ? 0 : 1)
})
