import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as rest } from 'node:timers/promises'
import { root } from '../../src/platform/config/config.ts'

export const secrets = {
  SESSION_SECRET: 'a secret for the sessions of the fault suite',
  DATA_SECRET: 'a secret for the data of the fault suite....',
}

const tellsPort = `${root}lab/faults/preload/port.mjs`

interface Running {
  process: ChildProcess
  port: number
  /** Whether it came to listen; false when it ended before. */
  ready: Promise<boolean>
}

export interface FleetSettings {
  url: string
  publicUrl: string
  env?: Record<string, string>
  /** Modules to load before the application: mutants, deaths at a named point. */
  preload?: string[]
  /** Another release, by turns with the one that is built here. */
  next?: string
  /** Called with each line that it writes. */
  onLine?: (line: string) => void
}

function start(
  { url, publicUrl, env, preload = [], onLine = () => undefined }: FleetSettings,
  server = `${root}dist/processes/server.js`,
): Running {
  const child = spawn(process.execPath, [...[tellsPort, ...preload].flatMap((file) => ['--import', file]), server], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      PUBLIC_URL: publicUrl,
      LOG_LEVEL: 'error',
      ...secrets,
      ...env,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [child.stdout!, child.stderr!]) createInterface({ input: stream }).on('line', onLine)
  const running: Running = {
    process: child,
    port: 0,
    ready: new Promise((settle) => {
      child.once('message', (told) => {
        running.port = (told as { port: number }).port
        settle(true)
      })
      child.once('exit', () => settle(false))
    }),
  }
  return running
}

/**
 * The real application as processes of its own: one at work, and one that has started already to take its place, as a
 * supervisor with a warm second has it. Whichever dies is replaced at once.
 */
export class Fleet {
  kills = 0
  /** Processes that were serving and ended without our hand. */
  ownExits = 0
  /** Processes that were serving and were killed by what was put into them. */
  deaths = 0
  private readonly settings: FleetSettings
  private active: Running
  private spare: Running
  private begun = 0
  private closing = false
  private readonly ours = new WeakSet<ChildProcess>()

  constructor(settings: FleetSettings) {
    this.settings = settings
    this.active = this.begin()
    this.spare = this.begin()
  }

  /** 0 while nobody serves. */
  get port(): number {
    return this.active.port
  }

  get pid(): number {
    return this.active.process.pid!
  }

  async ready(): Promise<void> {
    for (let tries = 0; tries < 1200; tries += 1) {
      if (await this.active.ready) return
      await rest(50)
    }
    throw new Error('The application did not start')
  }

  /** SIGKILL to the one at work, and the other one takes over. */
  async kill(): Promise<void> {
    this.kills += 1
    this.ours.add(this.active.process)
    await ended(this.active.process)
    await this.ready()
  }

  async close(): Promise<void> {
    this.closing = true
    await Promise.all([ended(this.active.process), ended(this.spare.process)])
  }

  private begin(): Running {
    this.begun += 1
    const { next } = this.settings
    const one = start(this.settings, next && this.begun % 2 === 0 ? next : undefined)
    one.process.once('exit', (_, signal) => {
      if (!this.closing) void this.replace(one, signal)
    })
    return one
  }

  private async replace(gone: Running, signal: NodeJS.Signals | null): Promise<void> {
    if (gone === this.active) [this.active, this.spare] = [this.spare, gone]
    const served = await gone.ready
    if (served && signal !== 'SIGKILL') this.ownExits += 1
    if (served && signal === 'SIGKILL' && !this.ours.has(gone.process)) this.deaths += 1
    // A start that found no database ends at once; the next one is not due in the same breath.
    if (!served) await rest(150)
    if (this.closing) return
    if (gone === this.spare) this.spare = this.begin()
    else if (gone === this.active) this.active = this.begin()
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((settle) => {
    child.once('exit', () => settle())
    child.kill('SIGKILL')
  })
}
