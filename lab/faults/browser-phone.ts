import type { BrowserContext, Page, Route } from 'playwright-core'
import { launchBrowser, onlyIn, phoneFile, queueOn, signIn } from './browsing.ts'
import { builtWith } from './built-phone.ts'
import { Chance } from './chance.ts'
import { type Change, changed } from './changes.ts'
import type { Journal } from './journal.ts'
import { judge } from './oracle.ts'
import { inService, type Service } from './service.ts'
import type { Officer } from './world.ts'
import { remembered, written } from './writing.ts'

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
          baseURL: `http://localhost:${fleet.port}`,
          serviceWorkers: 'block',
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
