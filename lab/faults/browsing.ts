import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { root } from '../../src/platform/config/config.ts'
import { readyBrowser } from '../../test/support/browser-binary.ts'
import { password } from '../../test/support/cast.ts'
import { startBrowser } from '../../test/support/chromium.ts'
import type { Officer } from './world.ts'
import type { Report } from './writing.ts'

export async function launchBrowser(): Promise<Browser> {
  await readyBrowser()
  return startBrowser()
}

/** As it is called with its content in its name. */
export const assetFile = (name: string): string =>
  (JSON.parse(readFileSync(`${root}public/assets/manifest.json`, 'utf8')) as Record<string, string>)[name]!

export const phoneFile = () => assetFile('phone.js')

export async function signIn(page: Page, { nrp }: Officer, origin = ''): Promise<void> {
  await page.goto(`${origin}/masuk`)
  await page.locator('input[name="nrp"]').fill(nrp)
  await page.locator('input[name="sandi"]').fill(password)
  await page.locator('button.govuk-button[type=submit]').click()
  await page.waitForURL(({ pathname }) => pathname === '/')
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
