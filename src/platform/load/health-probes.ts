import { statfs } from 'node:fs/promises'
import type { Pool } from 'pg'
import { databaseFaults } from '../db/database-health.ts'
import { newestMigration } from '../db/migrate.ts'

export interface HealthProbeDeps {
  pool: Pool
  /** A folder on the disk that must not fill up. */
  disk?: string
  /** The longest that the event loop stood still lately, in milliseconds. */
  stalledMs?: () => number
}

/** Runs all probes; returns the faults found, as sentences for the operator. */
export type HealthProbes = () => Promise<string[]>

const leastFree = 0.1
const mostStalledMs = 2000
const mostMemory = 0.9

export function healthProbes({ pool, disk, stalledMs = () => 0 }: HealthProbeDeps): HealthProbes {
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

/** Judged only under a memory limit (of a container or a service); the machine's own memory says nothing. */
function memoryFaults(): string[] {
  const bound = process.constrainedMemory()
  const used = process.memoryUsage.rss()
  if (bound === undefined || bound <= 0 || bound > 2 ** 50 || used < bound * mostMemory) return []
  return [`${memoryFull}: ${Math.round(used / 2 ** 20)} of ${Math.round(bound / 2 ** 20)} MB`]
}

/** The beginning of the fault that only a restart mends. */
export const memoryFull = 'memory is full'
