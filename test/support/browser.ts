import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, jest } from '@jest/globals'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type AppDeps, createApp } from '../../src/processes/app.ts'
import { password } from './cast.ts'
import { startBrowser } from './chromium.ts'
import { depsFor, stoppedClock } from './site.ts'
import type { Store } from './store.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The width of the cheapest phones first, then a tablet's and a desk's. */
export const widths = [320, 360, 768, 1280] as const

jest.setTimeout(120_000)

/** One Chromium for a test file, opened when the first test asks for it, and a server for each test that starts one. */
let browser: Browser | undefined
const servers: Server[] = []
const contexts: BrowserContext[] = []

beforeAll(async () => {
  browser = await startBrowser()
})

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
  await Promise.all(servers.splice(0).map(stop))
})

afterAll(async () => {
  await browser?.close()
})

const stop = (server: Server) =>
  new Promise((settle) => {
    server.close(settle)
    server.closeAllConnections()
  })

/** Whether it has answered by itself. */
type Before = (req: IncomingMessage, res: ServerResponse) => boolean

/** The real application on a port of its own, over the test's database; `before` may answer in its place. */
export async function openSite(store: Store, own: Partial<AppDeps> = {}, port = 0, before: Before = () => false) {
  const clock = stoppedClock()
  const app = createApp(depsFor(store, { clock, ...own }))
  const server = createServer((req, res) => {
    if (!before(req, res)) app(req, res)
  })
  await new Promise<void>((settle) => server.listen(port, '127.0.0.1', settle))
  servers.push(server)
  const at = (server.address() as AddressInfo).port
  /** Nobody answers at its address until another site is opened at the same port. */
  const close = () => stop(server)
  return { clock, baseURL: `http://localhost:${at}`, port: at, close }
}

export interface Device {
  baseURL: string
  width?: number
  /** Whether the browser runs scripts; every journey must succeed without. */
  javaScriptEnabled?: boolean
  locale?: string
  permissions?: string[]
  geolocation?: BrowserContextOptions['geolocation']
}

/** A new browser, as of somebody who has just bought the phone. */
export async function openPage({ width = 360, ...options }: Device): Promise<Page> {
  const settings = { viewport: { width, height: width < 768 ? 740 : 900 }, ...options }
  const context = await browser!.newContext(settings as BrowserContextOptions)
  context.setDefaultTimeout(30_000)
  contexts.push(context)
  return context.newPage()
}

export async function signIn(page: Page, { nrp }: { nrp: string }, sandi = password): Promise<void> {
  await page.goto('/masuk')
  await page.getByLabel('NRP').fill(nrp)
  await page.locator('input[name="sandi"]').fill(sandi)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/masuk')
}

/** Signs in past the page, for tests that are about other pages. */
export async function letIn(page: Page, { nrp }: { nrp: string }, sandi = password): Promise<void> {
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  const answer = await page.request.post('/masuk', { form: { nrp, sandi }, headers, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`${nrp} was not let in: ${answer.status()}`)
}

/** Presses the button of this name, the whole of it. */
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

const judged = new WeakSet<Page>()

/** Puts axe-core on the page, past its own policy; and on those that it shows next, where it is compiled already. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate<boolean>(`typeof axe === 'undefined'`)) await page.evaluate(axeSource)
  if (judged.has(page)) return
  judged.add(page)
  await page.addInitScript(axeSource)
}

/** What axe-core finds wrong on the page as it stands, one line each. */
export async function axeViolations(page: Page, only: readonly string[] = axeTags): Promise<string[]> {
  await bringAxe(page)
  const options = { runOnly: only, resultTypes: ['violations'], preload: false, selectors: false }
  // Put into words over there: what axe says of all that is right would take as long to fetch as to find.
  return page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, impact, help, nodes }) => nodes.map(({ html, failureSummary }) =>
      id + ' (' + impact + '): ' + help + '\\n  ' + html + '\\n  ' + failureSummary.replaceAll('\\n', '\\n  '))))`)
}

/** Whether something is wider than the screen: a page that has to be pushed sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
