import { existsSync, statSync } from 'node:fs'
import { root } from './fingerprint.mjs'
import { run } from './run.mjs'

/** Generates Prisma's client where the schema is newer. */
export function prismaClient() {
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
