import type { Pool } from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'

/** How many wrong tries are free before one has to wait, and the longest wait. */
const freeTries = 5
const longestWaitSeconds = 900
/** Wrong tries that one address may make in a quarter of an hour: a whole polsek may sit behind it. */
const addressBudget = 100

export interface Try {
  nrp: string
  device: string
  /** Whether this browser has signed in to this account before. */
  known: boolean
  address: string
}

/**
 * Budgets of wrong tries instead of a lock: NRPs are public, so that a lock would let anyone shut out a whole polres.
 * Browsers that are strangers to an account share one budget; a browser that has been in before has its own, which
 * a stranger cannot use up. After five wrong tries each one doubles the wait, from one minute to fifteen.
 */
export function signInBudgets(pool: Pool) {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
    })
  const fails = limiter('fail', 1_000_000, 86_400)
  const gate = limiter('gate', 1_000_000, longestWaitSeconds)
  const addresses = limiter('address', addressBudget, 900)

  const keyOf = ({ nrp, device, known }: Try) => (known ? `${nrp}:${device}` : `${nrp}:strangers`)
  const secondsLeft = (result: { msBeforeNext: number; consumedPoints: number } | null, budget: number) =>
    result && result.consumedPoints > budget ? Math.max(1, Math.ceil(result.msBeforeNext / 1000)) : 0

  return {
    /** How many seconds the next try has to wait; 0 means now. */
    async wait(attempt: Try): Promise<number> {
      const [gated, flooded] = await Promise.all([gate.get(keyOf(attempt)), addresses.get(attempt.address)])
      return Math.max(secondsLeft(gated, 1_000_000), secondsLeft(flooded, addressBudget))
    },
    async failed(attempt: Try): Promise<void> {
      const [{ consumedPoints }] = await Promise.all([
        fails.consume(keyOf(attempt)),
        addresses.consume(attempt.address).catch(() => undefined),
      ])
      const over = consumedPoints - freeTries
      if (over >= 0) await gate.block(keyOf(attempt), Math.min(60 * 2 ** over, longestWaitSeconds))
    },
    async succeeded(attempt: Try): Promise<void> {
      await Promise.all([fails.delete(keyOf(attempt)), gate.delete(keyOf(attempt))])
    },
  }
}

export type Budgets = ReturnType<typeof signInBudgets>
