/** What one village had of one category of disturbance, lately and before that. */
export interface Cell {
  villageCode: string
  category: string
  /** Information reports of the last fortnight, and of the eight weeks before it. */
  recent: number
  before: number
}

export const recentDays = 14
export const beforeDays = 56
/** Fewer are no accumulation, however rare. */
export const least = 3

/** The chance below which a number is told, by how loudly. */
export const limits = { high: 0.001, medium: 0.01 } as const
export type Level = keyof typeof limits

/** How many a fortnight usually has, by the weeks before. */
export const usual = ({ before }: Pick<Cell, 'before'>): number => (before * recentDays) / beforeDays

/**
 * The chance of that many or more in a fortnight, if nothing has changed since the weeks before. The number of reports is taken as
 * Poisson with an unknown rate; what the weeks before say of the rate (Jeffreys' prior) makes it negative binomial, so that a
 * short history alarms later than a long one.
 */
export function chanceOf({ recent, before }: Pick<Cell, 'recent' | 'before'>): number {
  const shape = before + 0.5
  const success = beforeDays / (beforeDays + recentDays)
  let mass = success ** shape
  let below = 0
  for (let count = 0; count < recent; count += 1) {
    below += mass
    mass *= ((count + shape) / (count + 1)) * (1 - success)
  }
  return Math.max(0, 1 - below)
}

export function levelOf(cell: Pick<Cell, 'recent' | 'before'>): Level | undefined {
  if (cell.recent < least) return undefined
  const chance = chanceOf(cell)
  if (chance < limits.high) return 'high'
  return chance < limits.medium ? 'medium' : undefined
}

/** The RW that at least half of them name, where two or more do. */
export function mostlyIn(rws: readonly (number | null)[]): number | undefined {
  const counts = new Map<number, number>()
  for (const rw of rws) if (rw !== null) counts.set(rw, (counts.get(rw) ?? 0) + 1)
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first && first[1] >= 2 && first[1] * 2 >= rws.length ? first[0] : undefined
}
