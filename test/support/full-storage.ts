import type { Page } from 'playwright-core'

/** Bites only before the database is first written to: Chromium grants room for thirty seconds ahead. */
export async function limitStorage(page: Page, origin: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 8_000_000 })
}

/** Leaves the origin no room for a report, in bytes that cannot be pressed. */
export const fillStorage = (page: Page): Promise<void> =>
  page.evaluate(`new Promise((go, fail) => {
    const opening = indexedDB.open('filler', 1)
    opening.onerror = () => fail(opening.error)
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true })
    opening.onsuccess = () => {
      const add = (size) => {
        if (size < 1000) return go()
        const tx = opening.result.transaction('rows', 'readwrite')
        tx.objectStore('rows').add(crypto.getRandomValues(new Uint8Array(size)))
        tx.oncomplete = () => add(size)
        tx.onabort = () => add(Math.floor(size / 8))
      }
      add(65536)
    }
  })`)
