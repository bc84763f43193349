import { createServer, type Server } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import express, { type Express } from 'express'
import { standbyGone } from '../db/database-health.ts'
import { type HealthProbes, memoryFull } from './health-probes.ts'
import type { Log } from './log.ts'

/**
 * `/livez`: the process turns. `/readyz`: it can also do its work; what it cannot, and what it hints at, is told where
 * `tells` allows it. `about`: the application, where it answers on another port.
 */
export function health(app: Express, healthProbes: HealthProbes, tells: boolean, about = app): void {
  app.get('/livez', (_req, res) => {
    res.set('Cache-Control', 'no-store').type('text').send('ok')
  })
  app.get('/readyz', async (_req, res) => {
    const faults = [...(about.get('leaving') === true ? ['leaving'] : []), ...(await healthProbes())]
    const hints = tells ? ((about.get('hints') as (() => string[]) | undefined)?.() ?? []) : []
    res
      .status(faults.length === 0 ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text')
    res.send(faults.length === 0 ? ['ok', ...hints].join('\n') : tells ? [...faults, ...hints].join('\n') : 'not ready')
  })
}

/** For phones: whoever answers this is ours, and near enough to try. It asks nobody, and tells the time. */
export function healthForPhones(app: Express, clock: () => Date): void {
  app.get('/sehat', (_req, res) => {
    res.set('Cache-Control', 'no-store').json({ ok: !app.get('leaving'), now: clock().toISOString() })
  })
}

/** Health alone, with its reasons, where only this machine can ask. */
export function healthServer(app: Express, healthProbes: HealthProbes, port: number): Server {
  const own = express()
  own.set('x-powered-by', false)
  health(own, healthProbes, true, app)
  return createServer(own).listen(port, '127.0.0.1')
}

const everyMs = 5000

export interface Watched {
  app: Express
  healthProbes: HealthProbes
  log: Log
  /** Called when only a new process helps. */
  recycle: () => void
}

/**
 * Looks every five seconds, so that a fault is in the log before a person notices it, and so that nothing is sent into a
 * database whose commits do not end: each would hold a connection until none is left.
 */
export function watchHealth({ app, healthProbes, log, recycle }: Watched): { stop: () => void } {
  let told = ''
  const look = async () => {
    const faults = await healthProbes()
    app.set(
      'sends paused',
      faults.some((fault) => fault.startsWith(standbyGone)),
    )
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
