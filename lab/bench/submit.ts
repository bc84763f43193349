// How many sends a second are accepted through HTTP, beside one prepared statement: npm run bench:submit [-- --profile]
import { fork } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { dayIn } from '../../src/kernel/days.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { root } from '../../src/platform/config/config.ts'
import { cpuMs, parentOf } from './cpu.ts'
import { type Bench, keepResult, machine, onBench, quantile } from './database.ts'
import { profiles, secrets, sessionsOf, startApps, startFloors } from './submit-apps.ts'
import type { Load, Loaded } from './submit-load.ts'
import { statementLoad } from './submit-statement.ts'
import { envelopeOf, makeWorld, talkOf, type World } from './submit-world.ts'

/** More than five seconds take. Of forms two an officer: nobody tells of twenty talks in a day, and each would be compared. */
const [envelopesARound, formsARound, statementsARound] = [10_000, 4000, 8000]
const warmUpMs = 3000
/** `--processes=1`: of the application. */
const processes = Number(process.argv.find((one) => one.startsWith('--processes='))?.slice(12) ?? machine().cores)
const isProfiled = process.argv.includes('--profile')
/** `--flush-ms=10`: as on a disk that takes so long to flush; one that takes no time favours who commits most often. */
const flushMs = Number(process.argv.find((one) => one.startsWith('--flush-ms='))?.slice(11) ?? 0)
/** `--only=intake`: that contender and those it is measured beside, once. */
const only = process.argv.find((one) => one.startsWith('--only='))?.slice(7)
const [connections, rounds, ms] = [32, only === undefined ? 3 : 1, 5000]

const say = (line: string) => process.stdout.write(`${line}\n`)

async function inLoad(load: Load): Promise<Loaded> {
  const child = fork(`${root}lab/bench/submit-load.ts`, { execArgv: ['--import', 'tsx'] })
  const gone = once(child, 'exit')
  child.send(load)
  const [loaded] = await once(child, 'message')
  await gone
  return loaded as Loaded
}

const referenceTables = `
  CREATE TABLE bench_report (id uuid PRIMARY KEY, author_id uuid NOT NULL, occurred_on date NOT NULL, type_key text NOT NULL, answers jsonb NOT NULL);
  CREATE TABLE bench_audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, actor_id uuid, action text NOT NULL, subject text NOT NULL);
  CREATE TABLE bench_tally (occurred_on date, author_id uuid, type_key text, reports int NOT NULL, PRIMARY KEY (occurred_on, author_id, type_key))`

/** `share`: of what five seconds take. */
type Contender = (share: number) => Promise<Load>

function contenders(
  { client, url }: Bench,
  world: World,
  ports: number[],
  floors: number[],
  cookies: readonly string[],
): Record<string, Contender> {
  const { officers, today } = world
  const common = { kind: 'http' as const, ports, connections, ms }
  const jpeg = Buffer.from('ffd8ffe000104a46494600', 'hex')
  const hash = createHash('sha256').update(jpeg).digest('hex')
  let sequence = 0
  const own: Record<string, Contender> = {
    reference: async () => {
      const answers = JSON.stringify(talkOf(officers[0]!, today))
      return { kind: 'reference', url, connections, ms, authors: officers.map(({ id }) => id), answers }
    },
    // Our own statement and tables, with all their indexes and keys, and no application before them.
    statement: async (share) => statementLoad({ url, connections, ms }, world, statementsARound * share),
    intake: async (share) => {
      sequence += 1
      const now = new Date()
      const requests = Array.from({ length: envelopesARound * share }, (_, at) => ({
        body: envelopeOf(world, officers[at % officers.length]!, sequence * 10 + Math.floor(at / officers.length), now),
      }))
      return { ...common, path: '/kiriman', type: 'application/jose', status: 200, requests }
    },
    // As an officer sends from the check page: his photos were taken in when he came to it.
    form: async (share) => {
      const forms = Array.from({ length: formsARound * share }, (_, at) => {
        const [officer, cookie] = [officers[at % officers.length]!, cookies[at % officers.length]!]
        return { officer, cookie, id: randomUUID(), wire: talkOf(officer, today) }
      })
      await client.query(
        `INSERT INTO parked_photo (report_id, author_id, hash, body, width, height, parked_at)
         SELECT report, author, $3, $4, 1, 1, now() FROM unnest($1::uuid[], $2::uuid[]) AS f (report, author)`,
        [forms.map(({ id }) => id), forms.map(({ officer }) => officer.id), hash, jpeg],
      )
      const requests = forms.map(({ id, cookie, wire }) => ({
        body: String(new URLSearchParams({ ...wire, laporanId: id, fotoHash: hash, aksi: 'kirim' })),
        cookie,
      }))
      return {
        ...common,
        path: '/laporan/penyuluhan',
        type: 'application/x-www-form-urlencoded',
        status: 303,
        requests,
      }
    },
  }
  // The same requests where nothing is done with them but what nobody can leave out: no application takes more in a second.
  const onFloor =
    (name: string): Contender =>
    async (share) =>
      ({ ...(await own[name]!(share)), ports: floors }) as Load
  return { ...own, opened: onFloor('intake'), express: onFloor('form') }
}

const beside = new Set(['reference', 'statement', 'opened', 'express'])
const isWanted = (name: string) => only === undefined || name === only || beside.has(name)

const ofTheApplication = new Set(['intake', 'form'])

/** `cpu`: milliseconds of processor time that each accepted send has taken, and of whom. */
type Round = Loaded & { perSecond: number; cpu: { app: number; postgres: number; load: number } }
type Found = Record<string, Round[]>

const cpuLine = ({ app, postgres, load }: Round['cpu']) =>
  `ms of processor: ${app.toFixed(2)} application, ${postgres.toFixed(2)} PostgreSQL, ${load.toFixed(2)} load`

async function measure(bench: Bench, world: World): Promise<Found> {
  const apps = await startApps(bench.url, processes, isProfiled)
  const floors = await startFloors(bench.url, processes).catch(async (error: unknown) => {
    await apps.stop()
    throw error
  })
  try {
    const cookies = await sessionsOf(bench, world.officers)
    const those = contenders(bench, world, apps.ports, floors.ports, cookies)
    const all = Object.entries(those).filter(([name]) => isWanted(name))
    const found: Found = {}
    const { rows } = await bench.client.query('SELECT pg_backend_pid() AS pid')
    const spent = () => cpuMs([...apps.pids, ...floors.pids], parentOf(rows[0].pid))
    // Plans that were made over empty tables say nothing of a server that has been at work.
    for (const [, contender] of all) await inLoad({ ...(await contender(0.2)), ms: warmUpMs })
    await bench.client.query('ANALYZE')
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, contender] of all) {
        const load = await contender(1)
        const before = spent()
        const loaded = await inLoad(load)
        const after = spent()
        const perSecond = loaded.accepted / loaded.seconds
        const each = (spentMs: number) => spentMs / loaded.accepted
        const cpu = {
          app: each(after.app - before.app),
          postgres: each(after.postgres - before.postgres),
          load: each(loaded.cpuMs),
        }
        found[name] = [...(found[name] ?? []), { ...loaded, perSecond, cpu }]
        say(
          `round ${round + 1} ${name.padEnd(9)} ${perSecond.toFixed(0)}/s  ${cpuLine(cpu)}  ${JSON.stringify(loaded.refused)}`,
        )
      }
    }
    return found
  } finally {
    await Promise.all([apps.stop(), floors.stop()])
  }
}

const median = (numbers: number[]) => quantile(numbers, 0.5)

/** A round beside its own reference: the machine is not the same from one minute to the next. */
const ratiosOf = (found: Found, name: string) =>
  found[name]!.map(({ perSecond }, round) => perSecond / found.reference![round]!.perSecond)

await mkdir(profiles, { recursive: true })
// The leader of a group waits before it flushes, whoever comes meanwhile goes with it: as with a slow disk.
const asSlow = flushMs === 0 ? [] : [`-c commit_delay=${flushMs * 1000}`, '-c commit_siblings=0']
await onBench(async (bench) => {
  await bench.client.query(referenceTables)
  const now = new Date()
  const world = await makeWorld(bench.db, cipherOf(secrets.data), now, dayIn('Asia/Jakarta', now))
  const found = await measure(bench, world)
  say(`\n${'contender'.padEnd(10)} sends/s   ratio (spread)       p50 ms  p99 ms  p99/p50`)
  const table = Object.keys(found).map((name) => {
    const [runs, ratios] = [found[name]!, ratiosOf(found, name)]
    const [p50, p99] = [median(runs.map((run) => run.p50)), median(runs.map((run) => run.p99))]
    const row = {
      name,
      perSecond: median(runs.map((run) => run.perSecond)),
      ratio: median(ratios),
      ratios,
      p50,
      p99,
      runs,
    }
    const spread = `${row.ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
    say(
      `${name.padEnd(10)} ${row.perSecond.toFixed(0).padStart(7)}   ${spread.padEnd(20)} ${p50.toFixed(1).padStart(6)}  ${p99.toFixed(1).padStart(6)}  ${(p99 / p50).toFixed(1)}`,
    )
    return row
  })
  await keepResult('submit', { processes, flushMs, connections, rounds, ms, table })
  say(`${machine().cores} cores, ${machine().cpu}`)
  for (const { name, ratio } of table.filter((row) => ofTheApplication.has(row.name)))
    say(`ratio ${name}: ${ratio.toFixed(2)}`)
}, asSlow)
process.exit(0)
