import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** How many wrong tries are free before one has to wait, and the longest wait. */
const freeTries = 5
export const longestWaitSeconds = 900
const hour = 3600

/** Wrong tries of new browsers that one address may make in a quarter of an hour: a whole polsek may sit behind it. */
const ofAddress = { points: 100, duration: longestWaitSeconds }
/** Tries of new browsers that have waited as long as they were told to. */
const afterWaiting = {
  accountAtAddress: { points: 20, duration: hour },
  account: { points: 40, duration: hour },
  address: { points: 300, duration: hour },
}
/**
 * Codes that may be tried for one account in a minute. A code has 50 bits and lives 15 minutes: 90,000 tries find it once in
 * 12,000 million. The bound is what a flood from one machine hardly reaches, so that nobody can use it up against a right code.
 */
const slipTries = { points: 6000, duration: 60 }

export interface Try {
  nrp: string
  device: string
  /** Whether this browser has signed in to this account before. */
  known: boolean
  address: string
  /** A new browser that comes back after the whole wait that it was told. */
  hasWaited: boolean
}

export interface Admission {
  /** 0: the try may be judged now. */
  seconds: number
  /** Gives back what a right try has used up. */
  succeeded: () => Promise<void>
}

/**
 * Budgets of wrong tries instead of a lock: NRPs are public, so that a lock would let anyone shut out a whole polres.
 * A browser that has been in before has a budget of its own, which nobody else can use up, and does not count against its
 * address. New browsers share a budget for each account and one for each address. After five wrong tries the wait
 * doubles, from one minute to fifteen; a browser that has waited is judged even while others keep the account busy.
 */
export function signInBudgets(pool: Pool) {
  const limiter = (keyPrefix: string, { points, duration }: { points: number; duration: number }) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix,
      points,
      duration,
    })
  const fails = limiter('fail', { points: 1_000_000, duration: 86_400 })
  /** Open for one try, which closes it for a while. */
  const gate = limiter('gate', { points: 1, duration: longestWaitSeconds })
  const addresses = limiter('address', ofAddress)
  const waitedHere = limiter('waited', afterWaiting.accountAtAddress)
  const waitedAnywhere = limiter('waited-account', afterWaiting.account)
  const waitedBehind = limiter('waited-address', afterWaiting.address)
  const slips = limiter('slip', slipTries)

  /** How many seconds are left where it takes no more; 0 where it has taken it. */
  const spend = async (counter: RateLimiterPostgres, key: string, customDuration?: number): Promise<number> => {
    try {
      await counter.consume(key, 1, customDuration === undefined ? {} : { customDuration })
      return 0
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return secondsLeft(counter, key, error)
    }
  }

  const waitAtGate = async (key: string): Promise<number> => {
    const shut = await gate.get(key)
    return shut && shut.consumedPoints > 0 ? secondsLeft(gate, key, shut) : 0
  }

  const count = async (key: string): Promise<number> => {
    const over = (await fails.consume(key)).consumedPoints - freeTries
    return over < 0 ? 0 : spend(gate, key, Math.min(60 * 2 ** over, longestWaitSeconds))
  }

  const ofKnown = async (key: string): Promise<number> => (await waitAtGate(key)) || count(key)

  /** The address first: what it refuses must not make the account wait longer. */
  const ofNew = async (key: string, address: string): Promise<number> =>
    (await waitAtGate(key)) || (await spend(addresses, address)) || count(key)

  const ofPatient = async ({ nrp, address }: Try): Promise<number> =>
    (await spend(waitedHere, `${nrp}:${address}`)) ||
    (await spend(waitedAnywhere, nrp)) ||
    (await spend(waitedBehind, address))

  return {
    /**
     * Counts a try before it is judged: of many that come at once, no more are free than of those that come one after the
     * other.
     */
    async begin(attempt: Try): Promise<Admission> {
      const { nrp, device, known, address, hasWaited } = attempt
      const key = known ? `${nrp}:${device}` : `${nrp}:strangers`
      if (known) {
        const seconds = await ofKnown(key)
        return { seconds, succeeded: async () => void (await Promise.all([fails.delete(key), gate.delete(key)])) }
      }
      const seconds = await ofNew(key, address)
      // What others have tried stays counted: the browser is known from now on and does not need it forgotten.
      const giveBack = async () => void (await Promise.all([fails.reward(key), addresses.reward(address)]))
      if (seconds === 0) return { seconds, succeeded: giveBack }
      const mayNow = hasWaited && (await ofPatient(attempt)) === 0
      return { seconds: mayNow ? 0 : seconds, succeeded: async () => undefined }
    },
    /** Whether a one-time code may be compared now. Wrong tries of passwords do not count here, nor do these there. */
    maySlip: async (nrp: string): Promise<boolean> => (await spend(slips, nrp)) === 0,
  }
}

export type Budgets = ReturnType<typeof signInBudgets>

/** A wait longer than any that we impose was written before the clock was set back: it is over. */
async function secondsLeft(
  counter: RateLimiterPostgres,
  key: string,
  { msBeforeNext }: RateLimiterRes,
): Promise<number> {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
  if (seconds <= counter.duration) return seconds
  await counter.delete(key)
  return 0
}
