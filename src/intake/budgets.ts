import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** More than a full phone sends in ten minutes: forty reports with their photos, several times over. */
const ofDevice = { points: 1000, duration: 600 }
/** For what nobody known has signed. A whole polsek may sit behind one address. */
const ofAddress = { points: 60, duration: 600 }

export type EnvelopeBudgets = ReturnType<typeof envelopeBudgets>

/**
 * In the memory of the process: it keeps a phone that has gone wild from filling the disk, and guards no secret. Over
 * budget means later, never no. A device pays only for what it has really signed, so that nobody else can spend its budget.
 */
export function envelopeBudgets(device = ofDevice, address = ofAddress) {
  const [devices, addresses] = [new RateLimiterMemory(device), new RateLimiterMemory(address)]
  /** How many seconds to wait; 0 means go on. */
  const spend = async (limiter: RateLimiterMemory, key: string): Promise<number> => {
    try {
      await limiter.consume(key)
      return 0
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    }
  }
  return {
    ofDevice: (id: string) => spend(devices, id),
    ofAddress: (ip: string) => spend(addresses, ip),
  }
}
