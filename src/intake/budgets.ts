import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** More than a full phone sends in ten minutes: forty reports with their photos, several times over. */
const ofDevice = { points: 1000, duration: 600 }
/** For what nobody known has signed. A whole polsek may sit behind one address. */
const ofAddress = { points: 60, duration: 600 }
/** Bytes that all of them may leave behind in a day, whatever their addresses: nothing of it is ever deleted. */
const ofStrangers = { points: 500_000_000, duration: 86_400 }
const longestWait = 900

export type EnvelopeBudgets = ReturnType<typeof envelopeBudgets>

/**
 * In the memory of the process: it keeps a phone that has gone wild from filling the disk, and guards no secret. Over
 * budget means later, never no. A device pays only for what it has really signed, so that nobody else can spend its budget.
 */
export function envelopeBudgets(device = ofDevice, address = ofAddress, strangers = ofStrangers) {
  const [devices, addresses] = [new RateLimiterMemory(device), new RateLimiterMemory(address)]
  const ofAll = new RateLimiterMemory(strangers)
  /** How many seconds to wait; 0 means go on. */
  const spend = async (limiter: RateLimiterMemory, key: string, points = 1): Promise<number> => {
    try {
      await limiter.consume(key, points)
      return 0
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return Math.min(longestWait, Math.max(1, Math.ceil(error.msBeforeNext / 1000)))
    }
  }
  return {
    ofDevice: (id: string) => spend(devices, id),
    /** What nobody known has signed, from whence it came and of this size. */
    ofStranger: async (ip: string, bytes: number) => (await spend(addresses, ip)) || (await spend(ofAll, '', bytes)),
    /** A photo of it, which only comes where its envelope was taken. */
    ofStrangersPhoto: (bytes: number) => spend(ofAll, '', bytes),
  }
}
