import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { axeViolations, overflow, widths } from './browser.ts'
import { isThorough } from './thorough.ts'

/** Where pictures of every page go, at the widths of a phone and a desk: `BOS_SHOTS=/tmp/shots npm test -- pages`. */
const shots = process.env.BOS_SHOTS

/** A phone and a desk are judged by every rule and pictured; between and beyond them the same colours only move. */
const judged: readonly number[] = [360, 1280]
const layoutRules = ['target-size', 'scrollable-region-focusable']

/** What is wrong with the page that is open, at every width: axe's violations, and anything wider than the screen. */
export async function faultsOf(page: Page, name: string): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {}
  for (const width of widths) {
    // As high as the page, so that a bar at the bottom lies over nothing.
    await page.setViewportSize({ width, height: 740 })
    const height = await page.evaluate<number>('document.documentElement.scrollHeight')
    await page.setViewportSize({ width, height })
    const found = await violationsAt(width, page, name)
    const over = await overflow(page)
    if (over > 0) found.push(`${over} px wider than the screen`)
    if (found.length > 0) faults[`${name} at ${width} px`] = found
    if (shots && judged.includes(width)) await picture(page, name, width)
  }
  return faults
}

/** An officer holds a phone and the others sit at a desk: a usual run asks axe where the page is mostly read. */
const isDesk = (name: string) => /^(?:hendra|yusuf|bambang|agus|dewi|rini) /.test(name)

async function violationsAt(width: number, page: Page, name: string): Promise<string[]> {
  if (isThorough) return axeViolations(page, judged.includes(width) ? undefined : layoutRules)
  return width === (isDesk(name) ? 1280 : 360) ? axeViolations(page) : []
}

async function picture(page: Page, name: string, width: number): Promise<void> {
  await mkdir(shots!, { recursive: true })
  const file = `${name} ${width}`.replace(/[^\w-]+/g, '_')
  await page.screenshot({ path: join(shots!, `${file}.png`), fullPage: true })
  if (width > 360) return
  const small = await smallTargets(page)
  await appendFile(join(shots!, 'small-targets.txt'), small.map((one) => `${name}: ${one}\n`).join(''))
}

/** Links, buttons and fields that a thumb may miss: less than 44 px high or wide. Links inside of a sentence may be. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0)
    .map((one) => [one, one.matches('[type=radio], [type=checkbox]') ? one.parentElement : one])
    .map(([one, hit]) => [one, hit.getBoundingClientRect()])
    .filter(([one, box]) => box.width > 1 && (box.height < 44 || box.width < 44))
    .map(([one, box]) => Math.round(box.width) + ' × ' + Math.round(box.height) + ' ' + one.outerHTML.slice(0, 90))`)
