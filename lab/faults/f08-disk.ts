import { execFile } from 'node:child_process'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Cluster, openCluster } from './cluster.ts'
import { violationsIn } from './f01-kills.ts'
import type { Fault } from './faults.ts'
import { ask } from './http.ts'
import { scaled } from './scale.ts'
import { campaign } from './sending.ts'

const run = promisify(execFile)
const [diskMb, fullForMs] = [300, 15_000]

/** A small disk of its own. Only root may mount one. */
async function withDisk<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'bos-disk-'))
  const [image, folder] = [join(home, 'image'), join(home, 'disk')]
  await run('mkdir', [folder])
  await run('truncate', ['-s', `${diskMb}M`, image])
  await run('mkfs.ext4', ['-q', '-m', '0', image])
  await run('mount', ['-o', 'loop', image, folder])
  try {
    await run('chmod', ['755', home, folder])
    return await use(folder)
  } finally {
    await run('umount', [folder])
    await rm(home, { recursive: true, force: true })
  }
}

/** Takes all that is left of it. */
async function fillUp(file: string): Promise<void> {
  const filler = await open(file, 'w')
  for (let size = 2 ** 20; size >= 512; ) {
    const isFull = await filler.write(Buffer.alloc(size, 1)).then(
      () => false,
      () => true,
    )
    if (isFull) size /= 2
  }
  await filler.sync().catch(() => undefined)
  await filler.close()
}

/** Fewer find room in what PostgreSQL has set aside already. */
const leastSends = 120

/** F8: the disk of the database is full for a while. */
export const fullDisk: Fault = {
  name: 'F8',
  what: 'the disk full',
  run: () =>
    withDisk(async (disk) => {
      const seen = { pages: 0, asked: 0, restarts: 0, noSpace: 0, recoveredMs: 0 }
      const cluster: Cluster = await openCluster(['-c', 'min_wal_size=32MB', '-c', 'max_wal_size=64MB'], disk)
      const outcome = await campaign({
        sends: Math.max(scaled(400), leastSends),
        appKills: 0,
        databaseKills: 0,
        doubleTaps: 0.1,
        photos: 1,
        cluster,
        midway: async ({ fleet }) => {
          await fillUp(join(disk, 'filler'))
          const began = performance.now()
          while (performance.now() - began < fullForMs) {
            const { status } = await ask(fleet.port, { path: '/masuk' }).catch(() => ({ status: 0 }))
            seen.asked += 1
            seen.pages += status === 200 ? 1 : 0
            await rest(100)
          }
          await rm(join(disk, 'filler'))
          const freed = performance.now()
          // A server that gave up is started again by its supervisor, as after any crash.
          if (!cluster.isUp()) {
            seen.restarts += 1
            await cluster.start()
          }
          while ((await ask(fleet.port, { path: '/readyz' }).catch(() => ({ status: 0 }))).status !== 200)
            await rest(50)
          seen.recoveredMs = performance.now() - freed
          seen.noSpace = (await readFile(cluster.log, 'utf8')).split('No space left on device').length - 1
        },
      })
      const { sends, lost, doubled } = outcome
      return {
        figure: `full for ${fullForMs / 1000} s under ${sends} sends: refused ${seen.noSpace} × for lack of space, ${seen.pages} of ${seen.asked} pages read meanwhile, PostgreSQL started again ${seen.restarts} ×, ready ${Math.round(seen.recoveredMs)} ms after space was free, ${lost.length} lost, ${doubled.length} doubled`,
        violations: [...violationsIn(outcome), ...(seen.noSpace > 0 ? [] : ['the disk was never full'])],
      }
    }),
}
