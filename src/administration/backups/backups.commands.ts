import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Client } from 'pg'
import { type Day, dayIn, timeIn } from '../../kernel/days.ts'
import { advisoryLocks } from '../../platform/db/advisory-locks.ts'
import { command } from '../../platform/db/command.ts'
import type { Db } from '../../platform/db/connect.ts'
import type { BackupSettings } from './settings.ts'
import { writeBackup } from './write.ts'

const zone = 'Asia/Jakarta'
/** After the nightly work, so that the morning's backup has it. */
const backupFrom = '02:30'
const dayMs = 86_400_000
const leastKept = 3

/** Makes today's backup when it is due; of several workers one does. Returns the file, or nothing when none was due. */
export async function backUpTonight(db: Db, settings: BackupSettings, clock: () => Date): Promise<string | undefined> {
  const now = clock()
  if (timeIn(zone, now) < backupFrom || (await hasBackupOf(db, dayIn(zone, now), now))) return undefined
  return alone(settings.url, async () =>
    (await hasBackupOf(db, dayIn(zone, now), clock())) ? undefined : makeBackup(db, settings, clock),
  )
}

/** One of a day to come was made by a clock that ran ahead: it is kept, and stands for no day. */
async function hasBackupOf(db: Db, day: Day, now: Date): Promise<boolean> {
  const last = await db.backup.findFirst({ where: { madeAt: { lte: now } }, orderBy: { madeAt: 'desc' } })
  return last !== null && dayIn(zone, last.madeAt) >= day
}

async function alone<T>(url: string, job: () => Promise<T>): Promise<T | undefined> {
  const guard = new Client({ connectionString: url })
  guard.on('error', () => undefined)
  await guard.connect()
  try {
    const { rows } = await guard.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
      advisoryLocks.backup,
    ])
    return rows[0]!.mine ? await job() : undefined
  } finally {
    await guard.end()
  }
}

export async function makeBackup(db: Db, settings: BackupSettings, clock: () => Date): Promise<string> {
  const [begunAt, from] = [clock(), performance.now()]
  const { file, bytes, manifest } = await writeBackup({ ...settings, now: begunAt })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const seconds = (performance.now() - from) / 1000
  await db.backup.create({
    data: { file: basename(file), madeAt: begunAt, seconds, bytes: BigInt(bytes), rows: BigInt(rows) },
  })
  await removeOld(db, settings, begunAt)
  return file
}

/** The last three stay however old they are: a clock that runs ahead must not take the only backup. */
async function removeOld(db: Db, { folder, keepDays }: BackupSettings, now: Date): Promise<void> {
  const kept = await db.backup.findMany({ where: { removedAt: null }, orderBy: { madeAt: 'desc' } })
  const old = kept.slice(leastKept).filter(({ madeAt }) => now.getTime() - madeAt.getTime() > keepDays * dayMs)
  for (const { id, file } of old) {
    await rm(join(folder, file), { force: true })
    await db.backup.update({ where: { id }, data: { removedAt: now } })
  }
}

/** The newest file of the folder; its name is its time. */
export async function newestBackup(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => [])
  const last = names
    .filter((name) => /^bos-\w+Z\.cadangan$/.test(name))
    .sort()
    .at(-1)
  return last === undefined ? undefined : join(folder, last)
}

/** A person asks for a drill; while one waits or runs, that is the one. */
export const requestDrill = command('drill.asked', async ({ tx, actor, now }, _: null) => {
  const open = await tx.drill.findFirst({ where: { state: { in: ['waiting', 'running'] } } })
  if (open) return { result: open.id, unchanged: true }
  const { id } = await tx.drill.create({ data: { askedAt: now, askedBy: actor.id } })
  return { result: id, subject: id }
})
