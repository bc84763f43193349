// The development loop: bundles and restarts the server when its source changes, and builds the assets when theirs does.
// The server reads changed views again by itself. PostgreSQL runs on between restarts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { watch } from 'chokidar'
import { register } from 'tsx/esm/api'
import { buildAssets, inputs } from './assets.mjs'
import { bundleServer, serverFile } from './dev-bundle.mjs'
import { root } from './fingerprint.mjs'
import { followParent } from './follow-parent.mjs'
import { prismaClient } from './prisma-client.mjs'
import { waitingProxy } from './waiting-proxy.mjs'

const stopping = new AbortController()
const changedPaths = new Set()
let server
let database
let begin
/** Settles when the start and all changes so far are applied. */
let applied = new Promise((resolve) => {
  begin = resolve
})

const say = (line) => process.stdout.write(`${line}\n`)
// esbuild has printed its own errors.
const report = (error) => void (error.errors || say(error.message))

async function end(code) {
  if (stopping.signal.aborted) return
  stopping.abort(new Error('Stopped before it was ready'))
  await killServer()
  await database?.then(({ stop }) => stop()).catch(() => undefined)
  process.exit(code)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0))
process.on('uncaughtException', (error) => {
  report(error)
  void end(1)
})
if (process.env.npm_lifecycle_event) followParent()

register()
const { readConfig } = await import('../src/platform/config/config.ts')
const { startEmbedded } = await import('../src/platform/db/embedded.ts')
const { port, host, databaseUrl, dataFolder } = readConfig(process.env)

const hasEnded = () => !server || server.exitCode !== null || server.signalCode !== null
const proxy = await waitingProxy({ port, host, ready: () => applied.then(() => !hasEnded()) })

function startServer() {
  server = spawn(process.execPath, [`--env-file=${root}scripts/start.env`, '--enable-source-maps', serverFile], {
    cwd: root,
    env: {
      PUBLIC_URL: `http://localhost:${proxy.port}`,
      ...process.env,
      PORT: proxy.serverPort,
      HOST: '127.0.0.1',
      DEVELOPMENT: 'on',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  }).on('exit', (code, signal) => {
    if (signal !== 'SIGKILL') say(`The server has ended (${signal ?? code}). The next change starts it again.`)
  })
}

async function killServer() {
  if (hasEnded()) return
  const exited = once(server, 'exit')
  // With its group, so that a backup it has begun ends too. The next start finishes what was left undone.
  process.kill(-server.pid, 'SIGKILL')
  await exited
}

async function apply() {
  const startedAt = performance.now()
  const paths = [...changedPaths].join(', ')
  changedPaths.clear()
  const isSchema = paths.includes('prisma/')
  if (isSchema) prismaClient()
  const [assets, isOtherServer] = await Promise.all([buildAssets().catch(report), bundleServer().catch(report)])
  const isRestarted = isOtherServer || isSchema
  if (isRestarted) await killServer()
  if (stopping.signal.aborted) return
  if (isRestarted) startServer()
  const done = `${assets?.split(',', 1)}; server ${isRestarted ? 'restarted' : 'as it was'}`
  say(`${paths || 'start'}: ${done}; ${Math.round(performance.now() - startedAt)} ms`)
}

/** Applies the change, together with those of the same moment, after the one before. */
function onChange(_event, path) {
  changedPaths.add(path)
  if (changedPaths.size > 1) return
  proxy.disconnect()
  applied = applied
    .then(() => sleep(20))
    .then(apply)
    .catch(report)
}

prismaClient()
if (databaseUrl === '') database = startEmbedded(dataFolder, say, [], stopping.signal)
await database
const watched = new Set([...inputs, 'src', 'prisma'])
watch([...watched], { cwd: root, ignoreInitial: true, ignored: /platform\/generated/ }).on('all', onChange)
begin(apply())
