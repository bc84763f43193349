import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

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
  /** Open for one try, which closes it for a while. */
  const gate = limiter('gate', 1, longestWaitSeconds)
  const addresses = limiter('address', addressBudget, 900)

  const keyOf = ({ nrp, device, known }: Try) => (known ? `${nrp}:${device}` : `${nrp}:strangers`)
  const secondsOf = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))
  /** How many seconds are left where it takes no more; 0 where it has taken it. */
  const spend = async (counter: RateLimiterPostgres, key: string, customDuration?: number): Promise<number> => {
    try {
      await counter.consume(key, 1, customDuration === undefined ? {} : { customDuration })
      return 0
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return secondsOf(error)
    }
  }

  return {
    /**
     * How many seconds this try has to wait; 0 means now. It is counted before it is judged: of many that come at once, no
     * more are free than of those that come one after the other.
     */
    async begin(attempt: Try): Promise<number> {
      const key = keyOf(attempt)
      const shut = await gate.get(key)
      if (shut && shut.consumedPoints > 0) return secondsOf(shut)
      const [{ consumedPoints }, flooded] = await Promise.all([fails.consume(key), spend(addresses, attempt.address)])
      if (flooded > 0) return flooded
      const over = consumedPoints - freeTries
      return over < 0 ? 0 : spend(gate, key, Math.min(60 * 2 ** over, longestWaitSeconds))
    },
    async succeeded(attempt: Try): Promise<void> {
      await Promise.all([fails.delete(keyOf(attempt)), gate.delete(keyOf(attempt)), addresses.reward(attempt.address)])
    },
  }
}

export type Budgets = ReturnType<typeof signInBudgets>
