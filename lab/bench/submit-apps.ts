import { type ChildProcess, fork, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as rest } from 'node:timers/promises'
import { hashedSid } from '../../src/access/sessions/session-store.ts'
import { root } from '../../src/platform/config/config.ts'
import type { Bench } from './database.ts'
import { type Officer, password } from './submit-world.ts'

const firstPort = 3977
export const secrets = {
  session: 'a secret for the sessions of a bench',
  data: 'a secret for the data of a bench ....',
}
export const profiles = `${root}lab/results/profile`

/** The application as it is built, in a process of its own; it logs as always, to nowhere. */
async function startApp(url: string, port: number, isProfiled: boolean): Promise<ChildProcess> {
  const own = { PORT: String(port), DATABASE_URL: url, WORKER: 'separate', HEALTH_PORT: '0', HOST: '127.0.0.1' }
  const keys = {
    SESSION_SECRET: secrets.session,
    DATA_SECRET: secrets.data,
    PUBLIC_URL: `http://localhost:${firstPort}`,
  }
  const flags = isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : []
  const app = spawn(process.execPath, [...flags, `${root}dist/processes/server.js`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...own, ...keys },
  })
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`http://localhost:${port}/livez`).catch(() => undefined)
    if (answer?.ok) return app
    await rest(100)
  }
  throw new Error('The application does not start')
}

/** Signs one officer in, as the cookie and what the table keeps of it. */
async function signIn({ nrp }: Officer): Promise<string> {
  const answer = await fetch(`http://localhost:${firstPort}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ nrp, sandi: password }),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  if (answer.status !== 303) throw new Error(`${nrp} cannot sign in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Everybody's session, after the pattern of one that was signed in: to check thousands of passwords would take minutes. */
export async function sessionsOf({ client }: Bench, officers: readonly Officer[]): Promise<string[]> {
  const cookie = await signIn(officers[0]!)
  const name = /(?:^|; )([^=;]*)=s%3A/.exec(cookie)![1]!
  const { rows } = await client.query(`SELECT sess, expire FROM session WHERE sess #>> '{passport,user,id}' = $1`, [
    officers[0]!.id,
  ])
  const sids = officers.map(() => randomUUID())
  await client.query(
    `INSERT INTO session (sid, sess, expire)
     SELECT sid, jsonb_set($3::jsonb, '{passport,user,id}', to_jsonb(person)), $4 FROM unnest($1::text[], $2::text[]) AS one (sid, person)`,
    [sids.map(hashedSid), officers.map(({ id }) => id), JSON.stringify(rows[0].sess), rows[0].expire],
  )
  return sids.map((sid) => {
    const signature = createHmac('sha256', secrets.session).update(sid).digest('base64').replace(/=+$/, '')
    return `${name}=${encodeURIComponent(`s:${sid}.${signature}`)}`
  })
}

/** What can be left out by nobody, see `submit-floor.ts`, in a process of its own. */
async function startFloor(url: string, port: number): Promise<ChildProcess> {
  const floor = fork(`${root}lab/bench/submit-floor.ts`, [url, String(port), secrets.data], {
    execArgv: ['--import', 'tsx'],
  })
  await once(floor, 'message')
  return floor
}

export interface Apps {
  ports: number[]
  pids: number[]
  stop: () => Promise<void>
}

const portsFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at)

/** So many processes of the application; they share nothing but the database, as behind a proxy. */
export const startApps = (url: string, count: number, isProfiled: boolean): Promise<Apps> =>
  started(portsFrom(firstPort, count), (port) => startApp(url, port, isProfiled))

/** As many that do only what none can leave out. */
export const startFloors = (url: string, count: number): Promise<Apps> =>
  started(portsFrom(firstPort + 20, count), (port) => startFloor(url, port))

async function started(ports: number[], start: (port: number) => Promise<ChildProcess>): Promise<Apps> {
  const apps: ChildProcess[] = []
  const stop = async () => {
    for (const app of apps) app.kill('SIGTERM')
    await Promise.race([Promise.all(apps.map((app) => once(app, 'exit'))), rest(8000)])
  }
  try {
    for (const port of ports) apps.push(await start(port))
  } catch (error) {
    await stop()
    throw error
  }
  return { ports, pids: apps.map(({ pid }) => pid!), stop }
}
