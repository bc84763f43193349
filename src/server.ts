import { createServer } from 'node:http'
import { createApp } from './app.ts'
import { ensureAreas } from './areas/index.ts'
import { readConfig } from './config.ts'
import type { Db } from './platform/db/connect.ts'
import { createLog } from './platform/http/log.ts'
import { sealer } from './platform/seal.ts'
import { openStore } from './store.ts'
import { hasUnits } from './units/index.ts'
import { startWorker } from './work.ts'

const clock = () => new Date()
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Fills our own empty database; says who can sign in. Loaded only then: no other start needs it. */
async function demonstrate(db: Db, secret: string): Promise<string[]> {
  const { loadDemonstration, signInLines } = await import('./demo/index.ts')
  await loadDemonstration({ db, now: clock(), sealer: sealer(secret), say })
  return signInLines()
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const store = await openStore(config, say, (error) => log.error({ err: error }, 'database connection'))
  const { db } = store.connection
  await ensureAreas(db, say)
  const signIns = store.isEmbedded && !(await hasUnits(db)) ? await demonstrate(db, store.secrets.data) : []
  const { publicUrl, proxies, sessionHours } = config
  const app = createApp({ ...store.connection, clock, log, secrets: store.secrets, publicUrl, proxies, sessionHours })
  const worker = config.worker === 'inline' ? startWorker({ db, clock, log }) : undefined

  const server = createServer(app)
  // A phone on EDGE needs minutes for three photos.
  server.requestTimeout = 300_000
  server.headersTimeout = 10_000
  server.keepAliveTimeout = 65_000
  Object.assign(server, { connectionsCheckingInterval: 1000 })
  server.listen(config.port, config.host, () => {
    for (const line of signIns) say(line)
    say(`BOS V2: ${publicUrl}`)
  })
  server.on('error', (error) => {
    say(`Cannot listen on port ${config.port}: ${error.message}. Choose another with PORT=…`)
    process.exit(1)
  })

  let leaving = false
  const leave = async () => {
    if (leaving) return
    leaving = true
    app.set('leaving', true)
    await worker?.stop()
    server.close()
    server.closeIdleConnections()
    await Promise.race([
      new Promise((settle) => server.on('close', settle)),
      new Promise((settle) => setTimeout(settle, 25_000)),
    ])
    await store.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave())
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
