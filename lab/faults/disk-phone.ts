import type { Page } from 'playwright-core'
import { readyBrowser } from '../../test/support/browser-binary.ts'
import { newPhone, type RunningPhone, startPhone } from '../../test/support/killable.ts'
import { onlyIn, signIn } from './browsing.ts'
import type { Officer } from './world.ts'

/** What a killed browser finds again: the ids that lie on its disk. */
export interface OnDisk {
  queue: string[]
  drafts: string[]
}

/** A Chromium with its own folder, which is killed and opened again; whoever it belongs to signs in where he must. */
export class DiskPhone {
  private readonly folder = newPhone()
  private running: RunningPhone | undefined
  private readonly origin: string
  private readonly officer: Officer

  constructor(port: number, officer: Officer) {
    this.origin = `http://localhost:${port}`
    this.officer = officer
  }

  /** The page at this address, in a browser that is started where none runs. */
  async at(path: string): Promise<Page> {
    this.running ??= await this.begin()
    const { page } = this.running
    await page.goto(`${this.origin}${path}`)
    if (new URL(page.url()).pathname === '/masuk') {
      await signIn(page, this.officer, this.origin)
      await page.goto(`${this.origin}${path}`)
    }
    await page.waitForFunction(keyed, this.officer.id)
    return page
  }

  async kill(): Promise<void> {
    await this.running?.kill()
    this.running = undefined
  }

  /** Asked of the browser itself, not of the script. */
  async onDisk(page: Page): Promise<OnDisk> {
    return { queue: await onlyIn(page, 'queue'), drafts: await onlyIn(page, 'drafts') }
  }

  private async begin(): Promise<RunningPhone> {
    await readyBrowser()
    const running = await startPhone(this.folder)
    running.page.context().setDefaultTimeout(60_000)
    return running
  }
}

/** Whether there is what opens a draft of this person; to open a database that is not there would make it. */
const keyed = `async (person) => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'bos')) return false
  return new Promise((go) => {
    const opening = indexedDB.open('bos')
    opening.onerror = () => go(false)
    opening.onsuccess = () => {
      const db = opening.result
      const end = (is) => { db.close(); go(is) }
      if (!db.objectStoreNames.contains('keys')) return end(false)
      const asked = db.transaction('keys').objectStore('keys').get(person)
      asked.onsuccess = () => end(Boolean(asked.result?.draftKey))
      asked.onerror = () => end(false)
    }
  })
}`
