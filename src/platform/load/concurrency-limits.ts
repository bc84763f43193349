import type { IncomingMessage } from 'node:http'

export type RequestKind = 'send' | 'signIn' | 'read' | 'recap' | 'export'

/** Which limit a request counts towards. */
export type KindOf = (request: { method: string; path: string }) => RequestKind

export type ConcurrencyLimits = Record<RequestKind, { most: number; until: number }>

/** One address may hold this share of the slots of a kind, once half of them are in use. */
const shareOfAddress = 0.75
/** The other kinds have too few slots to be shared out, and need a session. */
const shared = new Set<RequestKind>(['send', 'signIn', 'read'])

/** How long a request whose body has been received waits for a slot. */
const longestWaitMs = 2000

interface Waiter {
  kind: RequestKind
  address: string
  admit: () => void
}

/** Counts the active requests by kind and address; requests whose body has been received wait in order for a free slot. */
export function slotsWithin(limits: ConcurrencyLimits) {
  const active: Record<RequestKind, number> = { send: 0, signIn: 0, read: 0, recap: 0, export: 0 }
  const byAddress = new Map<string, number>()
  const waiting: Waiter[] = []
  let all = 0

  const acquire = (kind: RequestKind, address: string, by: 1 | -1) => {
    active[kind] += by
    all += by
    const key = `${kind} ${address}`
    const count = (byAddress.get(key) ?? 0) + by
    if (count > 0) byAddress.set(key, count)
    else byAddress.delete(key)
  }

  const isFull = (kind: RequestKind): boolean => active[kind] >= limits[kind].most || all >= limits[kind].until

  const exceedsShare = (kind: RequestKind, address: () => string): boolean => {
    const { most } = limits[kind]
    if (!shared.has(kind) || active[kind] < most / 2) return false
    return (byAddress.get(`${kind} ${address()}`) ?? 0) >= Math.ceil(most * shareOfAddress)
  }

  const isFree = (kind: RequestKind, address: () => string): boolean => !isFull(kind) && !exceedsShare(kind, address)

  const admitNext = () => {
    for (const [at, { kind, address, admit }] of waiting.entries()) {
      if (!isFree(kind, () => address)) continue
      waiting.splice(at, 1)
      return admit()
    }
  }

  return {
    isFree,
    acquire: (kind: RequestKind, address: string) => acquire(kind, address, 1),
    release: (kind: RequestKind, address: string) => {
      acquire(kind, address, -1)
      admitNext()
    },
    /** Acquires a slot if one becomes free in time; returns whether it did. */
    wait: (kind: RequestKind, address: string): Promise<boolean> =>
      new Promise((settle) => {
        if (waiting.length >= limits[kind].most) return settle(false)
        const one = {
          kind,
          address,
          admit: () => {
            clearTimeout(timer)
            acquire(kind, address, 1)
            settle(true)
          },
        }
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(one), 1)
          settle(false)
        }, longestWaitMs)
        waiting.push(one)
      }),
  }
}

const onReceived = new WeakMap<IncomingMessage, () => Promise<number>>()

/** Sets what acquires a slot for the request once its body has been received. */
export const onBodyReceived = (req: IncomingMessage, enter: () => Promise<number>): void =>
  void onReceived.set(req, enter)

/**
 * Await it after the body of a request has been read and before it is processed. Returns 0, or after how many seconds to
 * retry. A request whose body came with its head has its slot already.
 */
export const slotForBody = (req: IncomingMessage): Promise<number> => onReceived.get(req)?.() ?? Promise.resolve(0)
