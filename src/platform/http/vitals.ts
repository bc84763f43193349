import { statfs } from 'node:fs/promises'
import type { Pool } from 'pg'
import { databaseFaults } from '../db/condition.ts'
import { newestMigration } from '../db/migrate.ts'

export interface VitalSigns {
  pool: Pool
  /** A folder on the disk that must not fill up. */
  disk?: string
  /** The longest that the event loop stood still lately, in milliseconds. */
  stalledMs?: () => number
}

/** Asks everything that a server must be able to do, and answers what it cannot, in words for whoever is called at night. */
export type Vitals = () => Promise<string[]>

const leastFree = 0.1
const mostStalledMs = 2000
const mostMemory = 0.9

export function vitals({ pool, disk, stalledMs = () => 0 }: VitalSigns): Vitals {
  const newest = newestMigration()
  return async () => [
    ...(await databaseFaults(pool, await newest)),
    ...(disk === undefined ? [] : await diskFaults(disk)),
    ...(stalledMs() > mostStalledMs ? [`event loop stood still for ${Math.round(stalledMs())} ms`] : []),
    ...memoryFaults(),
  ]
}

async function diskFaults(folder: string): Promise<string[]> {
  const { bavail, blocks } = await statfs(folder)
  const free = bavail / blocks
  return free < leastFree ? [`disk of ${folder} has ${Math.floor(free * 100)} % free`] : []
}

/** Only where somebody has set a bound (a container, a service): else the machine's own is so far away that it says nothing. */
function memoryFaults(): string[] {
  const bound = process.constrainedMemory()
  const used = process.memoryUsage.rss()
  if (bound === undefined || bound <= 0 || bound > 2 ** 50 || used < bound * mostMemory) return []
  return [`${memoryFull}: ${Math.round(used / 2 ** 20)} of ${Math.round(bound / 2 ** 20)} MB`]
}

/** How the fault begins that only a new process cures. */
export const memoryFull = 'memory is full'
