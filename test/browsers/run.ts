// The officer's main job in Firefox and WebKit, where Debian's packages are installed.
// npm run test:browsers [-- Firefox|WebKit]
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startBench } from '../support/bench.ts'
import { photo } from '../support/filing.ts'
import type { Driver } from './driver.ts'
import { missingForFirefox, startFirefox } from './firefox.ts'
import { type Journey, journeys } from './journeys.ts'
import { openScene } from './scene.ts'
import { missingForWebKit, startWebKit } from './webkit.ts'

const browsers = [
  { name: 'Firefox', missing: missingForFirefox(), start: startFirefox },
  { name: 'WebKit', missing: missingForWebKit(), start: startWebKit },
] as const
const [wanted] = process.argv.slice(2)
const chosen = browsers.filter(({ name }) => wanted === undefined || wanted === name)

for (const { name, missing } of chosen)
  if (missing.length > 0) console.log(`${name}: not tried, install ${missing.join(', ')} (Debian) to try it`)

const ready = chosen.filter(({ missing }) => missing.length === 0)
let failed = 0

/** A database of its own for each journey, made from the migrated one. */
async function freshDatabase(template: string, number: number): Promise<string> {
  const admin = new URL(template)
  admin.pathname = '/postgres'
  const client = new Client({ connectionString: admin.toString() })
  await client.connect()
  await client.query(`CREATE DATABASE browser_${number} TEMPLATE bos`)
  await client.end()
  admin.pathname = `/browser_${number}`
  return admin.toString()
}

async function tryOut(start: () => Promise<Driver>, journey: Journey, url: string, file: string): Promise<void> {
  const scene = await openScene(url)
  const driver = await start()
  try {
    await journey.run(driver, scene, file)
  } finally {
    await driver.close()
    await scene.close()
  }
}

if (ready.length > 0) {
  const stop = await startBench()
  const folder = await mkdtemp(join(tmpdir(), 'bos-browsers-'))
  const file = join(folder, 'foto.jpg')
  await writeFile(file, await photo())
  let number = 0
  for (const { name, start } of ready)
    for (const journey of journeys.filter(({ only }) => only === undefined || only === name)) {
      const begun = performance.now()
      const url = await freshDatabase(process.env.BOS_TEST_TEMPLATE!, ++number)
      const error = await tryOut(() => start(journey.preferences), journey, url, file).then(
        () => undefined,
        (cause: unknown) => cause,
      )
      const seconds = Math.round((performance.now() - begun) / 1000)
      console.log(`${error === undefined ? 'ok' : 'FAILED'} ${name} ${journey.name} (${seconds} s)`)
      if (error !== undefined) {
        failed += 1
        console.error(error)
      }
    }
  await rm(folder, { recursive: true })
  await stop()
}
process.exitCode = failed === 0 ? 0 : 1
