import { RateLimiterMemory } from 'rate-limiter-flexible'

const quarterOfAnHour = 900

/**
 * How often one may be wrong in a while. In the memory of the process: it starts anew when the server does. A
 * try is counted before it is judged, so that many at once are no more than many in turn; who is right pays nothing.
 */
export function wrongTries(free: number, seconds = quarterOfAnHour) {
  const limiter = new RateLimiterMemory({ points: free, duration: seconds })
  return {
    /** How many seconds this try has to wait; 0 means now. */
    async begin(key: string): Promise<number> {
      const spent = await limiter.get(key)
      if (spent && spent.consumedPoints >= free)
        return Math.min(seconds, Math.max(1, Math.ceil(spent.msBeforeNext / 1000)))
      await limiter.penalty(key)
      return 0
    },
    async right(key: string): Promise<void> {
      await limiter.reward(key)
    },
  }
}
