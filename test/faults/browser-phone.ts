import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import { root } from '../../src/config.ts'
import { unpackBrowser } from '../support/browser-binary.ts'
import { password } from '../support/cast.ts'
import { Chance } from './chance.ts'
import { type Change, changed } from './changes.ts'
import type { Journal } from './journal.ts'
import { judge } from './oracle.ts'
import { inService, type Service } from './service.ts'
import type { Officer } from './world.ts'
import { type Report, remembered, written } from './writing.ts'

/** What answers instead of the server when the phone sends. */
export type Portal = { status: number; type?: string; body?: string } | 'nobody'

export interface Handset {
  page: Page
  context: BrowserContext
  /** Presses Send on as many brief reports, through the script that is delivered. */
  queue: (count: number) => Promise<void>
  /** From now on this answers what is sent; nothing means the server. */
  portal: (instead?: Portal) => void
  /** Opens a page, which sends what waits, and waits until it has tried. */
  tryOnce: () => Promise<void>
  waiting: () => Promise<string[]>
  /** Ends every session on the server. */
  expire: () => Promise<unknown>
}

export interface Carried {
  sends: number
  /** Neither with the server nor on the phone any more. */
  lost: string[]
  doubled: string[]
  /** Still on the phone. */
  left: number
}

interface Story {
  /** Changes of the phone's source, for a mutant. */
  phone?: Change[]
  server?: Change[]
  tell: (handset: Handset) => Promise<void>
}

/** A real Chromium with the delivered script and the real application; the oracle says what became of each report. */
export function onHandset({ phone = [], server, tell }: Story): Promise<Carried> {
  return inService(
    async (service) => {
      const { cluster, fleet, journal, standing } = service
      const browser = await launchBrowser()
      try {
        const context = await browser.newContext({
          ...{ baseURL: `http://localhost:${fleet.port}`, serviceWorkers: 'block' },
        })
        context.setDefaultTimeout(60_000)
        const handset = await handsetOf(context, service, phone)
        await tell(handset)
        const left = await handset.waiting()
        const { sends, lost, doubled } = await judge(cluster.url, journal.lines)
        // The journal has no receipts of these: what stands in the database or waits on the phone is not lost.
        const there = await standing()
        return { sends, doubled, left: left.length, lost: lost.filter((id) => !there.has(id) && !left.includes(id)) }
      } finally {
        await browser.close()
      }
    },
    server ? changed(server) : {},
  )
}

export async function launchBrowser(): Promise<Browser> {
  const { binary, libraries } = await unpackBrowser()
  return chromium.launch({
    executablePath: binary,
    env: { ...process.env, LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':') },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
}

/** As it is called with its content in its name. */
export const assetFile = (name: string): string =>
  (JSON.parse(readFileSync(`${root}public/assets/manifest.json`, 'utf8')) as Record<string, string>)[name]!

const phoneFile = () => assetFile('phone.js')

async function handsetOf(
  context: BrowserContext,
  { officers, journal, client }: Service,
  changes: Change[],
): Promise<Handset> {
  const officer = officers[0]!
  const page = await context.newPage()
  const chance = new Chance(7)
  let instead: Portal | undefined
  if (changes.length > 0) {
    const body = await builtWith(changes)
    await context.route(`**/assets/${phoneFile()}`, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  }
  await context.route('**/kiriman**', (route) => answer(route, instead))
  await signIn(page, officer)
  return {
    page,
    context,
    queue: async (count) => {
      for (let at = 0; at < count; at += 1) await queueOne(page, officer, journal, chance)
    },
    portal: (next) => {
      instead = next
    },
    tryOnce: async () => {
      const sent = page.waitForRequest(/\/kiriman/, { timeout: 15_000 }).catch(() => undefined)
      await page.goto('/')
      await sent
      await page.evaluate(`import('/assets/${phoneFile()}').then(() => new Promise((go) => setTimeout(go, 400)))`)
    },
    waiting: () => onlyIn(page, 'queue'),
    expire: () => client.query('DELETE FROM session'),
  }
}

function answer(route: Route, instead: Portal | undefined): Promise<void> {
  if (instead === undefined) return route.continue()
  if (instead === 'nobody') return route.abort('connectionreset')
  return route.fulfill({
    status: instead.status,
    contentType: instead.type ?? 'text/html',
    body: instead.body ?? '<h1>Masuk ke Wi-Fi</h1>',
  })
}

async function queueOne(page: Page, officer: Officer, journal: Journal, chance: Chance): Promise<void> {
  const report = await written(officer, chance, { talks: 0, photos: 0 })
  journal.write(await remembered(report, officer.id))
  await queueOn(page, report)
}

/** Lays a brief report into the queue through the delivered script, as the press of Send does. */
export async function queueOn(page: Page, { id, fields, photos }: Report): Promise<void> {
  const files = photos.map((photo) => Buffer.from(photo).toString('base64'))
  const report = { id, kind: 'brief', type: 'penyuluhan', wire: fields, label: id.slice(0, 8) }
  const stored = await page.evaluate(`(async () => {
    const phone = await import('/assets/${phoneFile()}')
    const photos = ${JSON.stringify(files)}.map((file) =>
      new Blob([Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' }))
    return phone.queueReport({ ...${JSON.stringify(report)}, photos })
  })()`)
  if (stored !== 'stored') throw new Error(`the phone would not keep it: ${String(stored)}`)
}

/** Asked of the browser itself, not of the script: which keys this store of its database holds. */
export const onlyIn = (page: Page, store: string): Promise<string[]> =>
  page.evaluate(`(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'bos')) return []
    const db = await new Promise((go, stop) => {
      const asked = indexedDB.open('bos')
      asked.onsuccess = () => go(asked.result)
      asked.onerror = stop
    })
    if (!db.objectStoreNames.contains('${store}')) { db.close(); return [] }
    const keys = await new Promise((go) => {
      const asked = db.transaction('${store}').objectStore('${store}').getAllKeys()
      asked.onsuccess = () => go(asked.result)
    })
    db.close()
    return keys.map((key) => [key].flat().at(-1))
  })()`)

export async function signIn(page: Page, { nrp }: Officer, origin = ''): Promise<void> {
  await page.goto(`${origin}/masuk`)
  await page.locator('input[name="nrp"]').fill(nrp)
  await page.locator('input[name="sandi"]').fill(password)
  await page.locator('button.govuk-button[type=submit]').click()
  await page.waitForURL(({ pathname }) => pathname === '/')
}

/** The phone's script as it is delivered, but for these changes of its sources. */
async function builtWith(changes: Change[]): Promise<string> {
  const applied = new Set<Change>()
  const { outputFiles } = await build({
    ...{ entryPoints: [`${root}src/browser/phone/main.ts`], format: 'esm', target: 'chrome90' },
    ...{ bundle: true, minify: true, write: false, charset: 'utf8', logLevel: 'error' },
    plugins: [
      {
        name: 'mutant',
        setup: (builder) =>
          builder.onLoad({ filter: /src\/browser\/phone\/\w+[\w-]*\.ts$/ }, ({ path }) => {
            let contents = readFileSync(path, 'utf8')
            for (const change of changes.filter(({ file }) => path.endsWith(`/${file}`))) {
              if (contents.split(change.find).length !== 2)
                throw new Error(`${change.file} does not hold exactly once: ${change.find}`)
              contents = contents.replace(change.find, () => change.put)
              applied.add(change)
            }
            return { contents, loader: 'ts' }
          }),
      },
    ],
  })
  if (applied.size !== changes.length) throw new Error('a mutant changes nothing')
  return outputFiles[0]!.text
}
