import { readFileSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { root } from '../../src/platform/config/config.ts'
import { assetFile, launchBrowser, onlyIn, queueOn, signIn } from './browsing.ts'
import { Chance } from './chance.ts'
import type { Fault, Found } from './faults.ts'
import { type FrontAnswer, openFront } from './front.ts'
import { judge } from './oracle.ts'
import { scaled } from './scale.ts'
import { inService, type Service } from './service.ts'
import { remembered, written } from './writing.ts'

const updates = scaled(50)

/** A release of the worker that says which it is. */
const release = (at: number) => (sound: FrontAnswer) => ({
  ...sound,
  body: Buffer.from(
    `${sound.body}\nself.addEventListener('message', ({ data, ports }) => data === 'which' && ports[0].postMessage(${at}))`,
  ),
})

/** What a deployment may serve in its place: what cannot run, a page of a portal, an error, what removes itself. */
const broken: ((sound: FrontAnswer) => FrontAnswer)[] = [
  (sound) => ({ ...sound, body: Buffer.from('throw new Error("broken")') }),
  (sound) => ({ ...sound, body: Buffer.from('const = ;') }),
  (sound) => ({ ...sound, type: 'text/html', body: Buffer.from('<h1>Masuk ke Wi-Fi</h1>') }),
  (sound) => ({ ...sound, status: 500, body: Buffer.from('') }),
  (sound) => ({ ...sound, body: readFileSync(`${root}public/assets/${assetFile('sw-off.js')}`) }),
]

async function updated(service: Service): Promise<Found> {
  const { cluster, fleet, officers, journal, standing } = service
  const chance = new Chance(12)
  let [served, again] = [0, 0]
  let serve: (sound: FrontAnswer) => FrontAnswer = release(0)
  const front = await openFront(() => fleet.port, {
    late: 150,
    instead: (path, sound) => {
      if (path !== '/sw.js') return sound
      served += 1
      return serve(sound)
    },
  })
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ baseURL: `http://localhost:${front.port}` })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await signIn(page, officers[0]!)
    for (let at = 1; at <= updates; at += 1) {
      for (let count = 0; count < 2; count += 1) {
        const report = await written(officers[0]!, chance, { talks: 0, photos: 1 })
        journal.write(await remembered(report, officers[0]!.id))
        await queueOn(page, report)
      }
      serve = at % 5 === 0 ? broken[(at / 5) % broken.length]! : release(at)
      again += await visited(page)
      await rest(chance.whole(0, 400))
      await page.evaluate(update)
      await untilEmpty(page)
    }
    serve = release(updates + 1)
    const last = await newest(page, updates + 1)
    const { sends, lost, doubled, wrong } = await judge(cluster.url, journal.lines)
    const left = await onlyIn(page, 'queue')
    const there = new Set([...(await standing()), ...left])
    const gone = lost.filter((id) => !there.has(id))
    return {
      figure: `${updates} updates, ${Math.floor(updates / 5)} of them broken or taken back, asked for ${served} times, under ${sends} sends: ${gone.length} lost, ${doubled.length} doubled, ${left.length} left over, ${again} pages asked for twice; the last one is in charge: ${last}`,
      violations: [
        ...gone,
        ...doubled,
        ...left,
        ...wrong,
        ...(last ? [] : ['the last release never came into charge']),
      ],
    }
  } finally {
    await browser.close()
    front.close()
  }
}

const update = `navigator.serviceWorker.getRegistration().then((one) => one?.update()).then(() => undefined, () => undefined)`

/** A page that has not come after fifteen seconds is asked for again. Gives how often. */
async function visited(page: Page): Promise<number> {
  for (let tries = 0; tries < 4; tries += 1) {
    const came = await page.goto('/', { timeout: 15_000 }).catch(() => undefined)
    if (came) return tries
  }
  throw new Error('The page does not come')
}

async function untilEmpty(page: Page): Promise<void> {
  for (let looks = 1; looks < 300 && (await onlyIn(page, 'queue')).length > 0; looks += 1) {
    await rest(200)
    // Somebody looks at the page again now and then.
    if (looks % 25 === 0) await visited(page)
  }
}

/** Whether this release answers within some visits. */
async function newest(page: Page, wanted: number): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    await visited(page)
    await page.evaluate(update)
    await rest(300)
    const which = await page.evaluate<number>(`new Promise((go) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => go(data)
      setTimeout(() => go(-1), 1000)
      navigator.serviceWorker.controller?.postMessage('which', [port2])
    })`)
    if (which === wanted) return true
  }
  return false
}

/** F12: releases of the service worker come while the queue is on its way: sound ones, broken ones, one that is taken back. */
export const workers: Fault = {
  name: 'F12',
  what: 'the service worker updated, broken and taken back while the queue is sent',
  run: () => inService(updated),
}
