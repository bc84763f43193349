import { type Browser, chromium } from 'playwright-core'

/** How a Chromium is started here: its file, and where it finds what a bare system lacks. `readyBrowser` comes before. */
export function launching() {
  const { BOS_TEST_BROWSER, BOS_TEST_BROWSER_LIBRARIES, LD_LIBRARY_PATH } = process.env
  return {
    executablePath: BOS_TEST_BROWSER!,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [LD_LIBRARY_PATH, BOS_TEST_BROWSER_LIBRARIES].filter(Boolean).join(':'),
    },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  }
}

export const startBrowser = (): Promise<Browser> => startOf(() => chromium.launch(launching()))

/** Now and then Chromium dies as it starts, before anything has been asked of it: another start is tried. */
export async function startOf<T>(start: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await start()
  } catch (error) {
    if (tries <= 1) throw error
    return startOf(start, tries - 1)
  }
}
