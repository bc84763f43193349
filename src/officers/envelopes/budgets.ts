import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** More than a full phone sends in ten minutes: forty reports with their photos, several times over. */
const ofDevice = { points: 1000, duration: 600 }
/** For what nobody known has signed. A whole polsek may sit behind one address. */
const ofAddress = { points: 60, duration: 600 }
const aDay = 86_400
/**
 * What nobody known has signed may leave behind in a day. An envelope that names an author whom we know counts against that author
 * and a pool of its own; what names nobody has a small one, so that junk does not keep out an officer with a new phone.
 */
const strangersDay = {
  ofAddress: { points: 30_000_000, duration: aDay },
  ofAuthor: { points: 60_000_000, duration: aDay },
  envelopesOfAuthor: { points: 120, duration: aDay },
  namingAuthors: { points: 400_000_000, duration: aDay },
  namingNobody: { points: 50_000_000, duration: aDay },
  envelopesNamingNobody: { points: 500, duration: aDay },
}
export type StrangersDay = typeof strangersDay

/** An envelope or photo that nobody known has signed. */
export interface FromStranger {
  bytes: number
  /** Whence it came; not known of a photo, which only comes where its envelope was taken. */
  address?: string
  /** Whom it names, where that is somebody we know. */
  author: string | undefined
}

const longestWait = 900

export type EnvelopeBudgets = ReturnType<typeof envelopeBudgets>

/**
 * In the memory of the process: it keeps a phone that has gone wild from filling the disk, and guards no secret. Over
 * budget means later, never no. A device pays only for what it has really signed, so that nobody else can spend its budget.
 */
export function envelopeBudgets(device = ofDevice, address = ofAddress, day: Partial<StrangersDay> = {}) {
  const [devices, addresses] = [new RateLimiterMemory(device), new RateLimiterMemory(address)]
  const limits = { ...strangersDay, ...day }
  const strangers = Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory(limit)]),
  ) as Record<keyof StrangersDay, RateLimiterMemory>
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
  const spendBytes = async ({ bytes, address: ip, author }: FromStranger, envelopes: number): Promise<number> =>
    (ip === undefined ? 0 : await spend(strangers.ofAddress, ip, bytes)) ||
    (author === undefined
      ? (await spend(strangers.envelopesNamingNobody, '', envelopes)) || spend(strangers.namingNobody, '', bytes)
      : (await spend(strangers.envelopesOfAuthor, author, envelopes)) ||
        (await spend(strangers.ofAuthor, author, bytes)) ||
        spend(strangers.namingAuthors, '', bytes))
  return {
    ofDevice: (id: string) => spend(devices, id),
    /** An envelope that nobody known has signed. */
    ofStranger: async (from: FromStranger & { address: string }) =>
      (await spend(addresses, from.address)) || (await spendBytes(from, 1)),
    ofStrangersPhoto: (from: FromStranger) => spendBytes(from, 0),
  }
}
