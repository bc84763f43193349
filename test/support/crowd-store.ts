import { searchEntries } from '../../src/officers/register/search.queries.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import { chanceOf } from '../../src/processes/demo/random.ts'
import { type CrowdedHousehold, misspelt } from './crowd.ts'

const batch = 2000

/** Registers them all, each in the name of that officer. */
export async function settle(db: Db, households: readonly CrowdedHousehold[], createdBy: string): Promise<void> {
  const rows = households.map((one) => ({ ...one, kind: 'keluarga', createdBy, createdAt: new Date('2026-01-01') }))
  for (let at = 0; at < rows.length; at += batch)
    await db.registerEntry.createMany({ data: rows.slice(at, at + batch) })
}

export interface CrowdQuery {
  target: CrowdedHousehold
  text: string
  villages: readonly string[]
}

const namesakes = 2

/** Households to be looked for: of a name that few share, for nobody can be told from twenty namesakes by name. */
export function targetsAmong(households: readonly CrowdedHousehold[], count: number, seed: number): CrowdedHousehold[] {
  const times = new Map<string, number>()
  for (const { name } of households) times.set(name, (times.get(name) ?? 0) + 1)
  const few = households.filter(({ name }) => times.get(name)! <= namesakes)
  return chanceOf(seed, 'targets').shuffled(few).slice(0, count)
}

/** The target's name with two slips, as it is typed. */
export const slippedName = ({ name }: CrowdedHousehold, seed: number, index: number): string =>
  misspelt(name, 2, chanceOf(seed, 'slips', index))

/** Whether the target is among the first five that the search shows, and how long that took. */
export async function isFound(db: Db, { target, text, villages }: CrowdQuery): Promise<{ found: boolean; ms: number }> {
  const begun = performance.now()
  const shown = await searchEntries(db, { kind: 'keluarga', villages, text, size: 31 })
  const ms = performance.now() - begun
  const isTarget = ({ name, villageCode, rt, rw }: CrowdedHousehold) =>
    name === target.name && villageCode === target.villageCode && rt === target.rt && rw === target.rw
  return { found: shown.slice(0, 5).some((one) => isTarget(one as CrowdedHousehold)), ms }
}
