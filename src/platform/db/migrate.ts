import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Client, Pool } from 'pg'
import { root } from '../../config.ts'

const folder = `${root}prisma/migrations`

/** Two processes that start together must not both migrate: the number is ours alone. */
const lockNumber = 7_302_026

async function migrationList() {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const value = await readFile(`${folder}/${name}/migration.sql`, 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } }
    }),
  )
  const lockfile = { path: 'migration_lock.toml', content: await readFile(`${folder}/migration_lock.toml`, 'utf8') }
  return { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories }
}

/**
 * Applies what is missing, in Prisma's own book (`_prisma_migrations`), by Prisma's engine as WebAssembly: its native
 * one is a download that a closed network refuses. Returns the names applied.
 */
export async function migrate(url: string): Promise<string[]> {
  const guard = new Client({ connectionString: url })
  await guard.connect()
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [lockNumber])
    return await applyMissing(url)
  } finally {
    await guard.end()
  }
}

async function applyMissing(url: string): Promise<string[]> {
  const pool = new Pool({ connectionString: url, max: 1 })
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool))
  const schema = await readFile(`${root}prisma/schema.prisma`, 'utf8')
  const engine = await (await engineClass()).new({ datamodels: [['schema.prisma', schema]] }, () => undefined, adapter)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await migrationList(),
      filters: { externalTables: [], externalEnums: [] },
    })
    return appliedMigrationNames
  } finally {
    engine.free()
    await pool.end()
  }
}

/** The adapter cuts a script at every semicolon, also inside a function's body; sent whole, it is also one transaction. */
function wholeScripts(pool: Pool): PrismaPg {
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.executeScript = async (script) => {
      await pool.query(script)
    }
    return adapter
  }
  return factory
}

/** Node has it; the types that would say so come only with those of a browser. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}

interface Bindings {
  __wbg_set_wasm(exports: Record<string, unknown>): void
  SchemaEngine: typeof SchemaEngine
}

/** The package's own entry imports its .wasm as a module, which Node does only behind a flag: so it is joined by hand. */
async function engineClass(): Promise<typeof SchemaEngine> {
  const glue = bindings as unknown as Bindings
  const file = fileURLToPath(
    import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm'),
  )
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': patient(bindings),
  })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return glue.SchemaEngine
}

/** The engine leaves a ten-second timer behind; it must not keep a process alive that has nothing else to do. */
function patient(glue: object): Record<string, unknown> {
  const setsTimer = (name: string) => name.startsWith('__wbg_setTimeout')
  const timer = (run: () => void, ms: number) => setTimeout(run, ms).unref()
  return Object.fromEntries(Object.entries(glue).map(([name, own]) => [name, setsTimer(name) ? timer : own]))
}
