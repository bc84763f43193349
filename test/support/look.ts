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
  const asked = ruled(name)
  for (const width of looked) {
    await page.setViewportSize({ width, height: 740 })
    const over = await overflow(page)
    const found: string[] = []
    if (shots || isThorough || width === asked) {
      // As high as the page, so that a bar at the bottom lies over nothing.
      const height = await page.evaluate<number>('document.documentElement.scrollHeight')
      await page.setViewportSize({ width, height })
      found.push(...(await violationsAt(width, page, asked)))
    }
    if (over > 0) found.push(`${over} px wider than the screen`)
    found.push(...(await cutNumbers(page)))
    if (found.length > 0) faults[`${name} at ${width} px`] = found
    if (shots && judged.includes(width)) await picture(page, name, width)
  }
  return faults
}

/** A page that is too wide is so on the narrowest screen or on the widest; between, a usual run takes that for granted. */
const looked: readonly number[] = isThorough || shots ? widths : [widths[0], 1280]

const ruledBefore = new Set<string>()

/**
 * At which width a usual run asks axe: an officer holds a phone and the others sit at a desk. Of one address with several
 * questions, or for several people, it asks once; what a home or a report shows depends on who looks at which.
 */
function ruled(name: string): number {
  const [who = '', path = ''] = name.split(' ')
  const place = path.split('?')[0]!
  const same = place === '/' || !place.startsWith('/') || /^\/laporan\/[^/]+$/.test(place) ? name : place
  if (ruledBefore.has(same)) return 0
  ruledBefore.add(same)
  return /^(?:hendra|yusuf|bambang|agus|dewi|rini|ratna)$/.test(who) ? 1280 : widths[0]
}

async function violationsAt(width: number, page: Page, asked: number): Promise<string[]> {
  if (isThorough) return axeViolations(page, judged.includes(width) ? undefined : layoutRules)
  return width === asked ? axeViolations(page) : []
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

/** Parts of a report's number that are cut: its line may end after a stroke only. */
const cutNumbers = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('main *')]
    .filter((one) => /[A-Z]+\\/\\d{4,}\\/[A-Z]/.test(one.textContent))
    .flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    .flatMap((node) => [...node.data.matchAll(/[A-Z\\d]+(?:\\/|$|(?=[,. ]))/g)].map((part) => [node, part]))
    .filter(([node, part]) => {
      const range = document.createRange()
      range.setStart(node, part.index)
      range.setEnd(node, part.index + part[0].length)
      return range.getClientRects().length > 1
    })
    .map(([node, part]) => part[0] + ' is cut in ' + node.data)`)
