import { existsSync } from 'node:fs'
import puppeteer from 'puppeteer-core'
import type { Driver } from './driver.ts'

const binary = '/usr/bin/firefox-esr'

/** What has to be installed and is not. */
export const missingForFirefox = (): string[] => (existsSync(binary) ? [] : ['firefox-esr'])

/** Firefox ESR without a screen, by WebDriver BiDi; `preferences` as in about:config. */
export async function startFirefox(preferences: Record<string, unknown> = {}): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: binary,
    headless: true,
    extraPrefsFirefox: preferences,
    // The size of the window instead of an emulated one, which older releases of Firefox ESR cannot emulate.
    defaultViewport: null,
    env: { ...process.env, MOZ_HEADLESS_WIDTH: '500', MOZ_HEADLESS_HEIGHT: '740' },
  })
  const page = await browser.newPage().catch(async (error: unknown) => {
    await browser.close()
    throw error
  })
  return {
    name: 'Firefox',
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' })
    },
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    chooseFile: async (selector, file) => {
      const control = await page.$(selector)
      await (control as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(file)
    },
    screenshot: async (file: `${string}.png`) => {
      await page.screenshot({ path: file })
    },
    close: () => browser.close(),
  }
}
