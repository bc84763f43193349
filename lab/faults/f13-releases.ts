import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { Client } from 'pg'
import { root } from '../../src/platform/config/config.ts'
import { Chance } from './chance.ts'
import { openCluster } from './cluster.ts'
import { violationsIn } from './f01-kills.ts'
import type { Fault, Found } from './faults.ts'
import { scaled } from './scale.ts'
import { campaign } from './sending.ts'

const kills = scaled(50)

/** What a next release adds: a column, a table, an index, something filled in. No release before it knows of them. */
const nextRelease = `ALTER TABLE report ADD COLUMN next_release text;
CREATE TABLE next_release (id uuid PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
CREATE INDEX next_release_at ON next_release (at);
INSERT INTO next_release (id) SELECT id FROM report;
`

/** This release and one more migration, as a folder from which it can be started. */
async function releaseFolder(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'bos-release-'))
  await cp(`${root}dist`, join(home, 'dist'), { recursive: true })
  await cp(`${root}prisma`, join(home, 'prisma'), { recursive: true })
  for (const name of ['node_modules', 'views', 'public', 'package.json'])
    await symlink(`${root}${name}`, join(home, name))
  const folder = join(home, 'prisma', 'migrations', '29990101000000_next_release')
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), nextRelease)
  return home
}

const migrator = (url: string): ChildProcess =>
  spawn(process.execPath, [`${root}lab/faults/preload/migrating.mjs`], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Milliseconds that it took, and what it said when it failed. */
async function migrated(url: string, killAfter?: number): Promise<{ ms: number; failed: string }> {
  const child = migrator(url)
  let said = ''
  child.stderr!.on('data', (text) => {
    said += String(text)
  })
  await once(child.stdout!, 'data')
  const began = performance.now()
  if (killAfter !== undefined) void rest(killAfter).then(() => child.kill('SIGKILL'))
  const [code] = await once(child, 'exit')
  return { ms: performance.now() - began, failed: code === 0 || child.signalCode !== null ? '' : said.slice(0, 300) }
}

const shape = `SELECT md5(string_agg(line, ' ' ORDER BY line)) AS shape FROM (
  SELECT table_name || '.' || column_name || ' ' || data_type AS line FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT tgname || tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT proname || md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace) AS all_of_it`

async function shapeOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ shape: string }>(shape)
  await client.end()
  return rows[0]!.shape
}

/** Dies somewhere between the first and the last statement of all migrations, is started again, and must come to the end. */
async function killedWhileMigrating(): Promise<Found> {
  const cluster = await openCluster()
  const chance = new Chance(13)
  const client = new Client({ connectionString: cluster.url })
  const violations: string[] = []
  const inDatabase = async <T>(use: (url: string) => Promise<T>): Promise<T> => {
    await client.query('CREATE DATABASE again')
    try {
      return await use(cluster.url.replace(/\w+$/, 'again'))
    } finally {
      await client.query('DROP DATABASE again WITH (FORCE)')
    }
  }
  try {
    await client.connect()
    const whole = await inDatabase(async (url) => ({ ...(await migrated(url)), shape: await shapeOf(url) }))
    for (let at = 0; at < kills; at += 1) {
      await inDatabase(async (url) => {
        await migrated(url, chance.next() * whole.ms)
        const { failed } = await migrated(url)
        if (failed) violations.push(`does not start again: ${failed}`)
        else if ((await shapeOf(url)) !== whole.shape) violations.push('the schema is another one')
      })
    }
  } finally {
    await client.end()
    await cluster.remove()
  }
  return { figure: `${kills} × killed while it migrates: ${kills - violations.length} start again`, violations }
}

/** The next release comes while this one is at work, both serve for a while, and this one is started again beside it. */
async function sideBySide(): Promise<Found> {
  const home = await releaseFolder()
  let known = 0
  try {
    const outcome = await campaign({
      sends: scaled(400),
      appKills: scaled(20),
      databaseKills: 0,
      doubleTaps: 0.1,
      cutAnswers: 0.08,
      next: `${home}/dist/processes/server.js`,
      midway: async ({ cluster }) => {
        const client = new Client({ connectionString: cluster.url })
        await client.connect()
        const { rows } = await client.query<{ known: number }>(
          `SELECT count(*)::int AS known FROM _prisma_migrations WHERE migration_name LIKE '2999%' AND finished_at IS NOT NULL`,
        )
        known = rows[0]!.known
        await client.end()
      },
    })
    const { sends, lost, doubled, kills: killed } = outcome
    return {
      figure: `two releases by turns over one schema, ${killed} kills under ${sends} sends: ${lost.length} lost, ${doubled.length} doubled`,
      violations: [...violationsIn(outcome), ...(known === 1 ? [] : ['the next release was never there'])],
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** F13: a release is replaced by the next one. */
export const releases: Fault = {
  name: 'F13',
  what: 'killed while it migrates; two releases at once',
  run: async () => {
    const [killed, both] = [await killedWhileMigrating(), await sideBySide()]
    return { figure: `${killed.figure}; ${both.figure}`, violations: [...killed.violations, ...both.violations] }
  },
}
