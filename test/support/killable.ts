import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { chromium, type Page } from 'playwright-core'
import { launching, startOf } from './chromium.ts'

const folders: string[] = []
const running = new Set<ChildProcess>()

/** To be called at the end by whoever has started any. */
export async function clearPhones(): Promise<void> {
  await Promise.all([...running].map(kill))
  await Promise.all(folders.splice(0).map((folder) => remove(folder)))
}

/** Begins anew where something has come in between: what a browser has started outlives it by a moment, and writes. */
async function remove(folder: string, tries = 50): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true })
  } catch (error) {
    if (tries <= 1) throw error
    await rest(100)
    await remove(folder, tries - 1)
  }
}

/** What a browser has on the disk of its phone: it outlives the browser. */
export function newPhone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bos-phone-'))
  folders.push(folder)
  return folder
}

export interface RunningPhone {
  page: Page
  /** As Android does it, or a battery that is taken out: nothing is asked, nothing is tidied up. */
  kill: () => Promise<void>
}

/** Starts the browser of that phone, as a process of its own. */
export const startPhone = (folder: string): Promise<RunningPhone> => startOf(() => phoneIn(folder))

async function phoneIn(folder: string): Promise<RunningPhone> {
  const { executablePath, env, args } = launching()
  const phone = spawn(executablePath, [...args, ...flags, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  })
  running.add(phone)
  try {
    const browser = await chromium.connectOverCDP(await addressOf(phone))
    const [context] = browser.contexts()
    context!.setDefaultTimeout(30_000)
    return { page: context!.pages()[0] ?? (await context!.newPage()), kill: () => kill(phone) }
  } catch (error) {
    await kill(phone)
    throw error
  }
}

const flags = ['--headless', '--no-first-run', '--remote-debugging-port=0', '--window-size=360,740', 'about:blank']

async function addressOf(phone: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of phone.stderr!) {
    said += String(chunk)
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address) return address
  }
  throw new Error(`The browser said nothing of its address: ${said}`)
}

async function kill(phone: ChildProcess): Promise<void> {
  running.delete(phone)
  if (phone.exitCode !== null || phone.signalCode !== null) return
  const gone = once(phone, 'exit')
  phone.kill('SIGKILL')
  await gone
}
