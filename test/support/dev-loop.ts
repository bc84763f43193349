import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, chmod, cp, mkdtemp, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import request from 'supertest'
import type TestAgent from 'supertest/lib/agent.js'
import { ensureAreas } from '../../src/administration/areas/index.ts'
import { root } from '../../src/platform/config/config.ts'
import { connect } from '../../src/platform/db/connect.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { cast, password } from './cast.ts'

const silent = () => undefined
const parts = ['src', 'views', 'public', 'prisma', 'prisma.config.ts', 'scripts', 'package.json']

/** A copy of the project to edit, with a small organisation in its database instead of the demonstration. */
export async function copyProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bos-dev-'))
  // The user `postgres` must reach the data in it.
  await chmod(folder, 0o755)
  for (const part of parts) await cp(root + part, join(folder, part), { recursive: true, preserveTimestamps: true })
  await symlink(`${root}node_modules`, join(folder, 'node_modules'))
  const server = await startEmbedded(join(folder, 'data'), silent)
  await migrate(server.url)
  const { db, close } = connect(server.url, 2, silent)
  await ensureAreas(db, silent)
  await cast(db)
  await close()
  await server.stop()
  return folder
}

/** The command lines of all processes that work in this folder or name it. */
export async function processesIn(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '')
      return line === '' ? '' : `${line.replaceAll('\0', ' ')} in ${cwd}`
    }),
  )
  return lines.filter((line) => line.includes(folder))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await new Promise((settle) => server.close(settle))
  return port
}

/** A browser in which an officer has signed in. */
interface Officer {
  home: () => Promise<string>
}

export interface DevLoop {
  child: ChildProcess
  output: () => string
  page: (path?: string) => Promise<string>
  /** Asks for the page until it contains the text. */
  shows: (text: string | RegExp, path?: string) => Promise<void>
  signIn: (nrp: string) => Promise<Officer>
  ended: Promise<number | null>
}

/** `npm run dev` in this folder, in a process group of its own, as in a terminal. */
export async function startDevLoop(folder: string): Promise<DevLoop> {
  const port = await freePort()
  const child = spawn('npm', ['run', 'dev'], {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATA_FOLDER: join(folder, 'data'),
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const address = `http://localhost:${port}`
  const textAt = (browser: Pick<TestAgent, 'get'>, path: string): Promise<string> =>
    browser
      .get(path)
      .buffer(true)
      .then(
        ({ text }) => text,
        () => '',
      )
  const page = (path = '/masuk') => textAt(request(address), path)
  const shows = async (text: string | RegExp, path?: string) => {
    while (!new RegExp(text).test(await page(path))) {
      if (child.exitCode !== null) throw new Error(`The loop has ended: ${output}`)
      await sleep(20)
    }
  }
  const signIn = async (nrp: string) => {
    const browser = request.agent(address).set('Sec-Fetch-Site', 'same-origin')
    await browser.post('/masuk').type('form').send({ nrp, sandi: password }).expect(303)
    return { home: () => textAt(browser, '/') }
  }
  return { child, output: () => output, page, shows, signIn, ended }
}

export async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`)
  await writeFile(file, text.replace(from, to))
}

const assetAddress = /\/assets\/app\.\w+\.(?:css|js)/g
const assets = async ({ page }: DevLoop): Promise<string> => {
  const addresses = (await page()).match(assetAddress) ?? []
  return (await Promise.all([...new Set(addresses)].map((address) => page(address)))).join('\n')
}

interface Change {
  kind: string
  make: (folder: string) => Promise<void>
  /** Reloads once, and returns what then is to contain `text`. */
  reload: (loop: DevLoop, officer: Officer) => Promise<string>
  text: string
}

/** One change of each kind that a developer makes. */
export const changes: Change[] = [
  {
    kind: 'view',
    make: (folder) => edit(join(folder, 'views/sessions/sign-in.ejs'), '<h1>', '<h1 data-changed-view>'),
    reload: ({ page }) => page(),
    text: 'data-changed-view',
  },
  {
    kind: 'style',
    make: (folder) => appendFile(join(folder, 'public/css/base.css'), '\n.changed-style { color: #123456 }\n'),
    reload: assets,
    text: 'changed-style',
  },
  {
    kind: 'sentence',
    make: (folder) => edit(join(folder, 'src/sentences/session.ts'), 'Sistem pelaporan', 'Kalimat baru:'),
    reload: ({ page }) => page(),
    text: 'Kalimat baru:',
  },
  {
    kind: 'query',
    make: (folder) =>
      edit(join(folder, 'src/access/sessions/sessions.queries.ts'), 'p.nrp, p.name,', "p.nrp, 'Nama baru' AS name,"),
    reload: (_loop, officer) => officer.home(),
    text: 'Nama baru',
  },
  {
    kind: 'browser script',
    make: (folder) => appendFile(join(folder, 'src/browser/app.ts'), '\nconsole.log("changed script")\n'),
    reload: assets,
    text: 'changed script',
  },
]
