import type { Page } from 'playwright-core'
import { askedFields, type ReportType } from '../../src/reports/engine/definition.ts'
import type { Wire } from '../../src/reports/engine/wire.ts'

/** Fills the form as it is printed: every control by its own kind, blocks of a list added when they lack. */
export async function fill(page: Page, type: ReportType, wire: Wire): Promise<void> {
  const asked = askedFields(type).map(([key]) => key)
  const given = Object.entries(wire).filter(([name]) => asked.includes(name.split('.')[0]!))
  for (const [name, value] of given) {
    if (name !== type.entryField && value !== '')
      for (const one of [value].flat().map(String)) await answer(page, name, one)
  }
}

async function answer(page: Page, name: string, value: string): Promise<void> {
  const controls = page.locator(`[name="${name}"]`)
  const [list, index] = name.split('.')
  if (index !== undefined && (await controls.count()) === 0)
    await page.locator(`button[value="tambah:${list}"]`).click()
  const kind = await controls.first().evaluate((one) => (one as unknown as { type: string }).type)
  if (kind === 'hidden') return
  // The label is what a thumb hits; the box itself lies below it.
  if (kind === 'radio' || kind === 'checkbox') await page.locator(`[name="${name}"][value="${value}"] + label`).click()
  else if (kind === 'select-one') await controls.selectOption(value)
  else await controls.fill(value)
}
