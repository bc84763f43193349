import type { Page } from 'playwright-core'
import { fillStorage, limitStorage } from '../../test/support/full-storage.ts'
import { launchBrowser, onlyIn, signIn } from './browsing.ts'
import { Chance } from './chance.ts'
import type { Fault, Found } from './faults.ts'
import { scaled } from './scale.ts'
import { inService, type Service } from './service.ts'

const times = scaled(20)

/** A brief report is written, and then there is no room. Gives what the page says beside Send from then on. */
async function written(page: Page, line: string): Promise<string[]> {
  await page.goto('/laporan/kilat')
  await page.locator('[name="jenis"]').selectOption('penyuluhan')
  await page.locator('[name="kilat"]').fill(line)
  await fillStorage(page)
  const said: string[] = []
  await page.exposeFunction('heard', (text: string) => said.push(text))
  await page.evaluate(`new MutationObserver(() => heard(document.querySelector('[data-send]').textContent))
    .observe(document.querySelector('[data-send]'), { childList: true })`)
  return said
}

/** The phone is full: with a server in reach the report goes there at once, without one it stays in its form. */
async function full({ fleet, officers, client }: Service): Promise<Found> {
  const origin = `http://localhost:${fleet.port}`
  const chance = new Chance(22)
  const violations: string[] = []
  const told = { direct: 0, stuck: 0 }
  const browser = await launchBrowser()
  try {
    for (let at = 0; at < times; at += 1) {
      const isReached = at % 2 === 0
      const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block' })
      context.setDefaultTimeout(30_000)
      const page = await context.newPage()
      await page.goto('/masuk')
      await limitStorage(page, origin)
      const kept = page.waitForResponse(/\/perangkat$/)
      await signIn(page, officers[0]!)
      await kept
      const line = chance.words(8)
      const said = await written(page, line)
      await context.setOffline(!isReached)
      await page.locator('button[name=aksi][value=kirim]').last().click()
      if (isReached) await page.waitForURL(/tanda-terima/)
      else await page.getByText(/^Laporan belum tersimpan dan belum terkirim/).waitFor()
      const { rowCount } = await client.query(`SELECT FROM report WHERE answers ->> 'kilat' = $1`, [line])
      const stays = isReached ? '' : await page.locator('[name="kilat"]').inputValue()
      if (said.some((text) => text.startsWith('Tersimpan'))) violations.push(`it claims: ${said.join(' / ')}`)
      if (rowCount !== (isReached ? 1 : 0)) violations.push(`${rowCount} reports of one that was sent`)
      if (!isReached && stays !== line) violations.push('what was written is gone from the page')
      if (isReached && !said.some((text) => text.startsWith('HP ini'))) violations.push('nobody is told')
      if ((await onlyIn(page, 'queue')).length > 0) violations.push('it found room')
      told[isReached ? 'direct' : 'stuck'] += 1
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return {
    figure: `${told.direct} × full with a server: sent directly; ${told.stuck} × without: told, and all words stay; ${violations.length} claims or losses`,
    violations,
  }
}

/** F22: the phone has no room left. */
export const quota: Fault = { name: 'F22', what: 'no room left on the phone', run: () => inService(full) }
