import { basename } from 'node:path'
import type { Db } from '../../platform/db/connect.ts'
import { newestBackup } from './backups.commands.ts'
import { type DrillResult, runDrill } from './drill.ts'
import type { BackupSettings } from './settings.ts'

const weekMs = 7 * 86_400_000
/** A drill that has run for so long has lost its process. */
const mostMs = 2 * 3_600_000

export interface DrillWork {
  db: Db
  settings: BackupSettings
  clock: () => Date
  /** Ends a drill that runs: its scratch database must not outlive us. */
  signal: AbortSignal
}

/** Works off a drill that somebody waits for, and begins one by itself when a week has gone without. */
export async function workOffDrill(work: DrillWork): Promise<void> {
  const { db, settings, clock } = work
  const now = clock()
  const lost = {
    state: 'running',
    OR: [{ begunAt: { lt: new Date(now.getTime() - mostMs) } }, { begunAt: { gt: new Date(now.getTime() + mostMs) } }],
  }
  await db.drill.updateMany({ where: lost, data: { state: 'failed', endedAt: now, faults: ['broken off'] } })
  await askWeekly(db, settings, now)
  const waiting = await db.drill.findFirst({ where: { state: 'waiting' } })
  if (!waiting) return
  const taken = await db.drill.updateMany({
    where: { id: waiting.id, state: 'waiting' },
    data: { state: 'running', begunAt: now },
  })
  if (taken.count === 1) await perform(work, waiting.id)
}

async function askWeekly(db: Db, { folder }: BackupSettings, now: Date): Promise<void> {
  const since = new Date(now.getTime() - weekMs)
  if ((await db.drill.count({ where: { askedAt: { gt: since, lte: now } } })) > 0 || !(await newestBackup(folder)))
    return
  // Two workers may both come here: the index on open drills lets one in.
  await db.drill.createMany({ data: { askedAt: now }, skipDuplicates: true })
}

async function perform({ db, settings, clock, signal }: DrillWork, id: string): Promise<void> {
  const file = await newestBackup(settings.folder)
  const onStep = (step: string) => db.drill.update({ where: { id }, data: { step } }).then(() => undefined)
  const result: DrillResult = await (file === undefined
    ? Promise.reject(new Error('there is no backup'))
    : runDrill({ file, settings, signal, onStep })
  ).catch((error: unknown) => ({ figures: {}, faults: [error instanceof Error ? error.message : String(error)] }))
  const { figures, faults } = result
  await db.drill.update({
    where: { id },
    data: {
      state: faults.length === 0 ? 'passed' : 'failed',
      endedAt: clock(),
      step: null,
      file: file === undefined ? null : basename(file),
      figures: { ...figures },
      faults,
    },
  })
}
