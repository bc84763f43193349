import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import { root } from '../../src/config.ts'
import { unpackBrowser } from '../support/browser-binary.ts'
import { password } from '../support/cast.ts'
import { Chance } from './chance.ts'
import { type Change, changed } from './changes.ts'
import { openCluster } from './cluster.ts'
import { Fleet } from './fleet.ts'
import { Journal } from './journal.ts'
import { judge } from './oracle.ts'
import { makeWorld, type Officer } from './world.ts'

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
export async function onHandset({ phone = [], server, tell }: Story): Promise<Carried> {
  const folder = await mkdtemp(join(tmpdir(), 'bos-handset-'))
  const cluster = await openCluster()
  const journal = new Journal(join(folder, 'journal.jsonl'))
  const { officers } = await makeWorld(cluster.url, 1)
  const fleet = new Fleet({ url: cluster.url, publicUrl: 'http://localhost', ...(server ? changed(server) : {}) })
  const { binary, libraries } = await unpackBrowser()
  const env = { ...process.env, LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':') }
  const browser = await chromium.launch({
    executablePath: binary,
    env,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  try {
    await fleet.ready()
    const context = await browser.newContext({ baseURL: `http://localhost:${fleet.port}`, serviceWorkers: 'block' })
    context.setDefaultTimeout(60_000)
    const handset = await handsetOf(context, officers[0]!, journal, phone)
    await tell(handset)
    const left = await handset.waiting()
    const { sends, lost, doubled } = await judge(cluster.url, journal.lines)
    // The journal has no receipts of these: what stands in the database or waits on the phone is not lost.
    const standing = new Set(await standingIn(cluster.url))
    return { sends, doubled, left: left.length, lost: lost.filter((id) => !standing.has(id) && !left.includes(id)) }
  } finally {
    await browser.close()
    await fleet.close()
    await cluster.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

const phoneFile = () =>
  (JSON.parse(readFileSync(`${root}public/assets/manifest.json`, 'utf8')) as Record<string, string>)['phone.js']!

async function handsetOf(
  context: BrowserContext,
  officer: Officer,
  journal: Journal,
  changes: Change[],
): Promise<Handset> {
  const page = await context.newPage()
  const chance = new Chance(7)
  let instead: Portal | undefined
  if (changes.length > 0) {
    const body = await builtWith(changes)
    await context.route(`**/assets/${phoneFile()}`, (route) => route.fulfill({ contentType: 'text/javascript', body }))
  }
  await context.route('**/kiriman**', (route) => answer(route, instead))
  await page.goto('/masuk')
  await page.locator('input[name="nrp"]').fill(officer.nrp)
  await page.locator('input[name="sandi"]').fill(password)
  await page.locator('button.govuk-button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/')
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
    waiting: () => page.evaluate(keysInQueue),
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
  const id = randomUUID()
  const mark = `tanda${id.slice(0, 8)}`
  const tanggal = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const texts = { tanggal, wilayah: officer.villages[0]!, kilat: `${mark} ${chance.words(8)}` }
  const wire = { laporanId: id, pukul: '00:01', jenis: 'penyuluhan', aksi: 'kirim', ...texts }
  journal.write({ what: 'sent', id, author: officer.id, mark, type: 'kilat', texts, photos: [] })
  const report = { id, kind: 'brief', type: 'penyuluhan', wire, photos: [], label: mark }
  const stored = await page.evaluate(
    `import('/assets/${phoneFile()}').then((phone) => phone.queueReport(${JSON.stringify(report)}))`,
  )
  if (stored !== 'stored') throw new Error(`the phone would not keep it: ${String(stored)}`)
}

/** Asked of the browser itself, not of the script: which ids its database holds. */
const keysInQueue = `(async () => {
  const { name } = (await indexedDB.databases())[0] ?? {}
  if (!name) return []
  const db = await new Promise((go, stop) => { const asked = indexedDB.open(name); asked.onsuccess = () => go(asked.result); asked.onerror = stop })
  if (!db.objectStoreNames.contains('queue')) { db.close(); return [] }
  const keys = await new Promise((go) => { const asked = db.transaction('queue').objectStore('queue').getAllKeys(); asked.onsuccess = () => go(asked.result) })
  db.close()
  return keys
})()`

async function standingIn(url: string): Promise<string[]> {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('SELECT id FROM report')
  await client.end()
  return rows.map(({ id }) => id)
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
