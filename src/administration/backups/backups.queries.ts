import type { Reader } from '../../platform/db/connect.ts'

const shown = 20

export const listBackups = (tx: Reader) =>
  tx.backup.findMany({ where: { removedAt: null }, orderBy: { madeAt: 'desc' }, take: shown })

export const listDrills = (tx: Reader) => tx.drill.findMany({ orderBy: { askedAt: 'desc' }, take: 10 })

/** Whether a second disk takes along every commit: not set up, following, or gone. */
export async function standbyState(tx: Reader): Promise<'none' | 'following' | 'gone'> {
  const [row] = await tx.$queryRaw<{ wanted: string; following: number }[]>`
    SELECT current_setting('synchronous_standby_names') AS wanted,
      (SELECT count(*)::int FROM pg_stat_replication WHERE state = 'streaming') AS following`
  if (row!.wanted === '') return 'none'
  return row!.following > 0 ? 'following' : 'gone'
}
