import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { register } from 'tsx/esm/api'
import { buildAssets } from '../../scripts/assets.mjs'
import { root } from '../../scripts/fingerprint.mjs'

/** In a fresh clone all is built; later the styles only, so that a test never looks at yesterday's. */
async function build() {
  const [client, schema] = [`${root}src/platform/generated/prisma/client.ts`, `${root}prisma/schema.prisma`]
  const isCurrent = existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs
  if (isCurrent) await buildAssets()
  else execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'pipe' })
}

// Jest loads this file with Node's own loader, which reads no TypeScript: tsx reads the rest.
export default async function globalSetup() {
  await build()
  const unregister = register()
  const { startBench } = await import('./bench.ts')
  globalThis.stopBench = await startBench()
  await unregister()
}
