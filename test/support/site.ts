import { pino } from 'pino'
import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import { healthProbes } from '../../src/platform/load/health-probes.ts'
import { usualLimits } from '../../src/platform/load/load-shedding.ts'
import { type AppDeps, createApp } from '../../src/processes/app.ts'
import { password } from './cast.ts'
import type { Store } from './store.ts'

export const secrets = { session: 'a secret for the sessions of tests', data: 'a secret for the data of tests....' }

/** A clock that stands still until a test moves it. */
export function stoppedClock(at = '2026-11-24T09:42:00+07:00') {
  let now = new Date(at)
  const clock = () => new Date(now)
  return Object.assign(clock, {
    set: (instant: string) => {
      now = new Date(instant)
    },
    forward: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  })
}

export const silent = pino({ level: 'silent' })

/** Room for all that a test sends at once: whom there is none for has only to come again. */
export const roomy = { ...usualLimits, send: { most: 1000, until: 1000 }, signIn: { most: 1000, until: 1000 } }

/** What the application is given, in tests. */
export const depsFor = (store: Pick<Store, 'db' | 'sessionPool'>, own: Partial<AppDeps> = {}): AppDeps => ({
  db: store.db,
  patient: store.db,
  sessionPool: store.sessionPool,
  clock: stoppedClock(),
  log: silent,
  secrets,
  publicUrl: 'http://localhost:3000',
  proxies: 0,
  sessionHours: 12,
  healthProbes: healthProbes({ pool: store.sessionPool }),
  tellsFaults: true,
  serviceWorker: 'on',
  ...own,
})

/** The application over the test's database, and people who use it. Nothing is switched off. */
export function site(store: Store, own: Partial<AppDeps> = {}) {
  const clock = stoppedClock()
  const app = createApp(depsFor(store, { clock, ...own }))
  /** A browser that nobody has signed in with. It sends what browsers send; a test may say otherwise. */
  const visitor = (): TestAgent => request.agent(app).set('Sec-Fetch-Site', 'same-origin')
  return {
    app,
    clock,
    visitor,
    /** A browser in which this person has signed in. */
    as: async ({ nrp }: { nrp: string }, sandi = password): Promise<TestAgent> => {
      const agent = visitor()
      await agent.post('/masuk').type('form').send({ nrp, sandi }).expect(303)
      return agent
    },
  }
}

export type Site = ReturnType<typeof site>
export type Browser = TestAgent
