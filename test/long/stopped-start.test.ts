import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as rest } from 'node:timers/promises'
import { jest } from '@jest/globals'
import { root } from '../../src/platform/config/config.ts'

/** How long a start takes is the machine's business: only one that never ends fails. */
jest.setTimeout(3_600_000)

/** Whatever still runs on a cluster below that folder. */
async function processesOn(folder: string): Promise<string[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(numbers.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(`${folder}/pg18`)).map((line) => line.replaceAll('\0', ' '))
}

/** The same, once no command is left that only waits for the database to stop. */
async function leftOn(folder: string): Promise<string[]> {
  for (;;) {
    const left = await processesOn(folder)
    if (!left.some((line) => line.includes('pg_ctl stop'))) return left
    await rest(50)
  }
}

/** Starts the server with an embedded database, and sends the signal as soon as the step has been reached. */
async function stopIn(folder: string, signal: NodeJS.Signals, isReached: (lines: string[]) => Promise<boolean>) {
  const child = spawn(process.execPath, ['--import', 'tsx', `${root}src/processes/server.ts`], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', DATA_FOLDER: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', (l) => lines.push(l))
  let code: number | null | undefined
  const ended = once(child, 'close').then(([one]) => (code = one as number | null))
  while (!(await isReached(lines))) {
    if (code !== undefined) throw new Error(`It ended with ${code} before: ${lines.join(' / ')}`)
    await rest(5)
  }
  child.kill(signal)
  return { code: await ended, last: lines.at(-1) }
}

it('leaves no database running when a first start is stopped in any of its steps, and begins again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bos-stopped-start-'))
  const has = (name: string) => async () => (await readdir(folder).catch(() => [])).some((one) => one.startsWith(name))
  const running = async () =>
    (await readdir(join(folder, 'pg18')).catch(() => [] as string[])).includes('postmaster.pid')
  const saying = (text: string) => async (lines: string[]) => lines.some((line) => line.includes(text))
  const steps = [
    ['SIGINT', has('pg18.new-')],
    ['SIGTERM', running],
    ['SIGINT', saying('Memuat daftar wilayah')],
    ['SIGTERM', saying('Memuat contoh')],
  ] as const
  const found: unknown[] = []

  for (const [signal, isReached] of steps) {
    const { code, last } = await stopIn(folder, signal, isReached)
    found.push({ code, last, left: await leftOn(folder) })
  }

  expect(found).toEqual(
    steps.map(([signal]) => ({ code: 0, last: `Stopped by ${signal} before it was ready`, left: [] })),
  )
  await rm(folder, { recursive: true, force: true })
})
