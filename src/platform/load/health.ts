import { createServer, type Server } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import express, { type Express } from 'express'
import type { Logger } from 'pino'
import { standbyGone } from '../db/database-health.ts'
import { type HealthProbes, memoryFull } from './health-probes.ts'
import type { SiteState } from './site-state.ts'

/**
 * `/livez`: the process runs. `/readyz`: it can also serve requests. The faults and hints are shown only where
 * `showsFaults` allows it.
 */
export function health(app: Express, healthProbes: HealthProbes, showsFaults: boolean, state: SiteState): void {
  app.get('/livez', (_req, res) => {
    res.set('Cache-Control', 'no-store').type('text').send('ok')
  })
  app.get('/readyz', async (_req, res) => {
    const faults = [...(state.isShuttingDown ? ['shutting down'] : []), ...(await healthProbes())]
    const hints = showsFaults ? state.hints() : []
    res
      .status(faults.length === 0 ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text')
    res.send(
      faults.length === 0 ? ['ok', ...hints].join('\n') : showsFaults ? [...faults, ...hints].join('\n') : 'not ready',
    )
  })
}

/** For phones: the server answers, and this is its time. It asks neither database nor disk. */
export function healthForPhones(app: Express, clock: () => Date, state: SiteState): void {
  app.get('/sehat', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ ok: !state.isShuttingDown, now: clock().toISOString() })
  })
}

/** Health with its faults, on a port that only this machine can reach. */
export function healthServer(state: SiteState, healthProbes: HealthProbes, port: number): Server {
  const own = express()
  own.set('x-powered-by', false)
  health(own, healthProbes, true, state)
  return createServer(own).listen(port, '127.0.0.1')
}

const everyMs = 5000

export interface Watched {
  state: SiteState
  healthProbes: HealthProbes
  log: Logger
  /** Called when only a new process helps. */
  recycle: () => void
}

/**
 * Runs the probes every five seconds: a fault is logged before a person notices it, and sends are paused while commits do
 * not end, since each would hold a connection until none is left.
 */
export function watchHealth({ state, healthProbes, log, recycle }: Watched): { stop: () => void } {
  let told = ''
  const look = async () => {
    const faults = await healthProbes()
    state.areSendsPaused = faults.some((fault) => fault.startsWith(standbyGone))
    if (faults.some((fault) => fault.startsWith(memoryFull))) recycle()
    // Figures in a fault change every time; what it is about does not.
    const about = faults.map((fault) => fault.replace(/\d+/g, '#')).join('\n')
    if (about !== told) log[faults.length > 0 ? 'error' : 'info']({ faults }, faults.length > 0 ? 'not ready' : 'ready')
    told = about
  }
  const timer = setInterval(() => void look().catch((error: unknown) => log.error({ err: error }, 'health')), everyMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** The longest stand-still of the last ten to twenty seconds. */
export function watchLoop(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let before = 0
  setInterval(() => {
    before = delay.max
    delay.reset()
  }, 10_000).unref()
  return () => Math.max(before, delay.max) / 1e6
}
