import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { Builder, By, Capabilities, type WebDriver } from 'selenium-webdriver'
import type { Driver } from './driver.ts'

const needs = {
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  xvfb: '/usr/bin/Xvfb',
  'dbus-x11': '/usr/bin/dbus-run-session',
}
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

/** What has to be installed and is not. */
export const missingForWebKit = (): string[] =>
  Object.entries(needs)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name)

/** WebKitGTK's MiniBrowser on a screen that nobody sees. One at a time: the driver knows one session only. */
export async function startWebKit(): Promise<Driver> {
  const screen = ['xvfb-run', '-a', '-s', '-screen 0 1300x900x24', 'dbus-run-session', '--']
  const port = await freePort()
  const child = spawn(screen[0]!, [...screen.slice(1), needs['webkit2gtk-driver'], `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
  })
  const driver = await connected(child, port)
  await driver.manage().setTimeouts({ script: 30_000, pageLoad: 60_000 })
  return {
    name: 'WebKit',
    open: (url) => driver.get(url),
    evaluate: async <T>(expression: string) => {
      const script = `const done = arguments[0]; Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }))`
      const { value, error } = await driver.executeAsyncScript<{ value: unknown; error?: string }>(script)
      if (error) throw new Error(error)
      return value as T
    },
    chooseFile: (selector, file) => driver.findElement(By.css(selector)).sendKeys(file),
    screenshot: async (file) => writeFile(file, await driver.takeScreenshot(), 'base64'),
    close: async () => {
      await driver.quit().catch(() => undefined)
      process.kill(-child.pid!)
    },
  }
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const { port } = server.address() as AddressInfo
  await new Promise((settle) => server.close(settle))
  return port
}

/** The session, as soon as the driver listens. */
async function connected(child: ChildProcess, port: number): Promise<WebDriver> {
  const options = { binary: miniBrowser, args: ['--automation'] }
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options })
  for (let tries = 0; ; tries += 1) {
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build()
    } catch (error) {
      if (tries === 60 || child.exitCode !== null) throw error
      await new Promise((go) => setTimeout(go, 500))
    }
  }
}
