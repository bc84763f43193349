// Makes what the server runs from: Prisma's client, public/assets and dist. Does only what is out of date.
// node scripts/build.mjs [--watch]    --watch makes public/assets again whenever a style or a browser module changes
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs'
import { buildAssets } from './assets.mjs'
import { fingerprint, root } from './fingerprint.mjs'

/** Runs the command with our Node; a failure ends the build with the command's own words. */
function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}

function prismaClient() {
  const client = `${root}src/platform/generated/prisma/client.ts`
  const schema = `${root}prisma/schema.prisma`
  if (existsSync(client) && statSync(client).mtimeMs >= statSync(schema).mtimeMs) return
  // Generating needs no engine, yet Prisma would fetch one: any executable that is there keeps it from that.
  run(['node_modules/prisma/build/index.js', 'generate'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  })
}

function server() {
  const stamp = `${root}dist/.fingerprint`
  const wanted = fingerprint(['src', 'tsconfig.json', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  // A module that is gone must not be left behind: folders of report types are read at boot.
  rmSync(`${root}dist`, { recursive: true, force: true })
  run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'])
  mkdirSync(`${root}dist`, { recursive: true })
  writeFileSync(stamp, wanted)
}

function watchAssets() {
  let timer
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void buildAssets().then(console.log, (error) => console.error(error.message)), 50)
  }
  for (const folder of ['public/css', 'src/browser']) watch(`${root}${folder}`, again)
}

prismaClient()
console.log(await buildAssets())
if (process.argv.includes('--watch')) watchAssets()
else server()
