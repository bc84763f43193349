import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Wrong tries that one address may make in a quarter of an hour: a whole polsek may sit behind it. */
export const freeTries = 30
const seconds = 900

/**
 * In the memory of the process: it starts anew when the server does, and a billion codes are more than can be tried even
 * so. Who tries right pays nothing.
 */
export function wrongTries() {
  const limiter = new RateLimiterMemory({ points: freeTries, duration: seconds })
  return {
    /** How many seconds the next try has to wait; 0 means now. */
    async wait(address: string): Promise<number> {
      const spent = await limiter.get(address)
      return spent && spent.consumedPoints >= freeTries ? Math.max(1, Math.ceil(spent.msBeforeNext / 1000)) : 0
    },
    async failed(address: string): Promise<void> {
      await limiter.penalty(address)
    },
  }
}
