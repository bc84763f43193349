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
const unknownSendersDay = {
  ofAddress: { points: 30_000_000, duration: aDay },
  ofAuthor: { points: 60_000_000, duration: aDay },
  envelopesOfAuthor: { points: 120, duration: aDay },
  namingAuthors: { points: 400_000_000, duration: aDay },
  namingNobody: { points: 50_000_000, duration: aDay },
  envelopesNamingNobody: { points: 500, duration: aDay },
}
export type UnknownSendersDay = typeof unknownSendersDay

/** An envelope or photo that nobody known has signed. */
export interface FromUnknownSender {
  bytes: number
  /** The address it came from; unknown for a photo, which is accepted only after its envelope. */
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
export function envelopeBudgets(device = ofDevice, address = ofAddress, day: Partial<UnknownSendersDay> = {}) {
  const [devices, addresses] = [new RateLimiterMemory(device), new RateLimiterMemory(address)]
  const limits = { ...unknownSendersDay, ...day }
  const unknownSenders = Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory(limit)]),
  ) as Record<keyof UnknownSendersDay, RateLimiterMemory>
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
  const spendBytes = async ({ bytes, address: ip, author }: FromUnknownSender, envelopes: number): Promise<number> =>
    (ip === undefined ? 0 : await spend(unknownSenders.ofAddress, ip, bytes)) ||
    (author === undefined
      ? (await spend(unknownSenders.envelopesNamingNobody, '', envelopes)) ||
        spend(unknownSenders.namingNobody, '', bytes)
      : (await spend(unknownSenders.envelopesOfAuthor, author, envelopes)) ||
        (await spend(unknownSenders.ofAuthor, author, bytes)) ||
        spend(unknownSenders.namingAuthors, '', bytes))
  return {
    ofDevice: (id: string) => spend(devices, id),
    /** An envelope that nobody known has signed. */
    ofUnknownSender: async (from: FromUnknownSender & { address: string }) =>
      (await spend(addresses, from.address)) || (await spendBytes(from, 1)),
    ofUnknownSendersPhoto: (from: FromUnknownSender) => spendBytes(from, 0),
  }
}
