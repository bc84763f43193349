// Searches the register of a large polres with two slips in every name: npm run bench:register
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { connect, type Db } from '../../src/platform/db/connect.ts'
import { startEmbedded } from '../../src/platform/db/embedded.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { type CrowdedHousehold, crowd } from '../../test/support/crowd.ts'
import { type CrowdQuery, isFound, settle, slippedName, targetsAmong } from '../../test/support/crowd-store.ts'

const [households, cases, seed] = [50_000, 400, 1]
const villages = Array.from({ length: 75 }, (_, index) => `32.74.05.1${String(index + 1).padStart(3, '0')}`)

const folder = await mkdtemp(join(tmpdir(), 'bos-bench-'))
const server = await startEmbedded(folder, () => undefined, ['-c fsync=off', '-c synchronous_commit=off'])
await migrate(server.url)
const { db, close } = connect(server.url, 4, () => undefined)

async function officer(): Promise<string> {
  const areas = ['32', '32.74', '32.74.05', ...villages].map((code) => ({ code, name: `Wilayah ${code}` }))
  await db.area.createMany({ data: areas })
  const unit = { kind: 'polres', name: 'Polres Contoh', path: '/contoh/', sinceOn: new Date('2020-01-01') }
  const { id: unitId } = await db.unit.create({ data: unit })
  const person = { nrp: '90010001', name: 'Budi Contoh', pangkat: 'Aipda', position: 'Bhabinkamtibmas' }
  const born = { role: 'bhabinkamtibmas', createdAt: new Date('2020-01-01') }
  return (await db.person.create({ data: { ...person, ...born, unitId } })).id
}

const numbers = ({ rt, rw }: CrowdedHousehold) => `rt ${rt} rw ${rw}`

async function ask(question: string, asked: readonly CrowdQuery[]): Promise<void> {
  const answers: Awaited<ReturnType<typeof isFound>>[] = []
  for (const one of asked) answers.push(await isFound(db, one))
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1)
  const found = answers.filter((one) => one.found).length
  console.log(`${question}: ${found} of ${asked.length} in the first five; median ${at(0.5)} ms, 95% ${at(0.95)} ms`)
}

async function explain(text: string): Promise<void> {
  const client = new Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<Record<string, string>>(
    `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT e.id FROM register_entry e
     WHERE e.kind = 'keluarga' AND e.merged_into IS NULL AND e.village_code = ANY ($1)
       AND (e.name_key % name_key($2) OR name_key($2) <% e.name_key OR e.name_key LIKE '%' || $2 || '%')
     ORDER BY greatest(similarity(e.name_key, name_key($2)), word_similarity(name_key($2), e.name_key)) DESC LIMIT 200`,
    [villages, text],
  )
  console.log(rows.map((row) => row['QUERY PLAN']).join('\n'))
  await client.end()
}

async function run(people: Db): Promise<void> {
  const all = crowd(seed, villages, households)
  await settle(people, all, await officer())
  await people.$executeRaw`ANALYZE`
  const targets = targetsAmong(all, cases, seed)
  const texts = targets.map((target, index) => slippedName(target, seed, index))
  const asked = (text: (index: number) => string, where: (target: CrowdedHousehold) => readonly string[]) =>
    targets.map((target, index): CrowdQuery => ({ target, text: text(index), villages: where(target) }))
  console.log(`${households} households in ${villages.length} villages, two slips in every name, seed ${seed}`)
  await ask(
    'Whole polres, name',
    asked(
      (index) => texts[index]!,
      () => villages,
    ),
  )
  await ask(
    'Whole polres, name, RT and RW',
    asked(
      (index) => `${texts[index]} ${numbers(targets[index]!)}`,
      () => villages,
    ),
  )
  await ask(
    'Own village, name',
    asked(
      (index) => texts[index]!,
      ({ villageCode }) => [villageCode],
    ),
  )
  await explain(texts[0]!)
}

await run(db)
await close()
await server.stop()
await rm(folder, { recursive: true, force: true })
