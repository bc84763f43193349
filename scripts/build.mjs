// Makes what the server runs from: Prisma's client, public/assets and dist. Does only what is out of date.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { buildAssets } from './assets.mjs'
import { fingerprint, root } from './fingerprint.mjs'
import { prismaClient } from './prisma-client.mjs'
import { run } from './run.mjs'

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

prismaClient()
console.log(await buildAssets())
server()
