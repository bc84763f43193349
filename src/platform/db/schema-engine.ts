import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'
import { root } from '../config/config.ts'
import { type Migration, selfMarking } from './migration-script.ts'
import { type Say, sayWhile } from './progress.ts'

/** Applies the migrations that Prisma's book does not have yet, by Prisma's own engine. Returns their names. */
export async function applyMissing(
  url: string,
  migrations: Migration[],
  lockfile: string,
  say: Say,
): Promise<string[]> {
  const pool = new Pool({ connectionString: url, max: 1 })
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(pool, migrations, say))
  const schema = await readFile(`${root}prisma/schema.prisma`, 'utf8')
  const engine = await (await engineClass()).new({ datamodels: [['schema.prisma', schema]] }, () => undefined, adapter)
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: `${root}prisma/migrations`,
        lockfile: { path: 'migration_lock.toml', content: lockfile },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    })
    return appliedMigrationNames
  } finally {
    engine.free()
    await pool.end()
  }
}

/** The adapter cuts a script at every semicolon, also inside a function's body; sent whole, it is also one transaction. */
function wholeScripts(pool: Pool, migrations: Migration[], say: Say): PrismaPg {
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.executeScript = async (script) => {
      const at = migrations.findIndex(({ sql }) => sql === script) + 1
      await sayWhile(say, `Menyiapkan tabel: langkah ${at} dari ${migrations.length}`, pool.query(selfMarking(script)))
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

/** The longest that `setTimeout` can wait. */
const longestTimer = 2 ** 31 - 1

let joined: Promise<typeof SchemaEngine> | undefined

/** Joined once: its timers and closures belong to one instance, and would reach into the memory of the next. */
function engineClass(): Promise<typeof SchemaEngine> {
  joined ??= join()
  return joined
}

/** The package's own entry imports its .wasm as a module, which Node does only behind a flag: so it is joined by hand. */
async function join(): Promise<typeof SchemaEngine> {
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

/**
 * The engine gives up on its own lock after ten seconds, and leaves the timer behind. Our lock guards the migration already, so
 * the timer never fires, and it must not keep a process alive that has nothing else to do.
 */
function patient(glue: object): Record<string, unknown> {
  const setsTimer = (name: string) => name.startsWith('__wbg_setTimeout')
  const timer = (run: () => void, ms: number) => setTimeout(run, ms >= 10_000 ? longestTimer : ms).unref()
  return Object.fromEntries(Object.entries(glue).map(([name, own]) => [name, setsTimer(name) ? timer : own]))
}
