import type { IncomingMessage } from 'node:http'

export type Kind = 'send' | 'signIn' | 'read' | 'recap' | 'export'

export type Places = Record<Kind, { most: number; until: number }>

/** One address may hold this share of the places of a kind, once half of them are taken. */
const shareOfAddress = 0.75
/** Of the others there are too few to be shared out, and who asks for them is signed in. */
const shared = new Set<Kind>(['send', 'signIn', 'read'])

/** How long a request whose body is here waits for a place. */
const longestWaitMs = 2000

interface Waiter {
  kind: Kind
  address: string
  admit: () => void
}

/** Counts who is at work, by kind and address, and lets those wait in turn whose body has come when all places were taken. */
export function placesOf(places: Places) {
  const inside: Record<Kind, number> = { send: 0, signIn: 0, read: 0, recap: 0, export: 0 }
  const byAddress = new Map<string, number>()
  const waiting: Waiter[] = []
  let all = 0

  const take = (kind: Kind, address: string, by: 1 | -1) => {
    inside[kind] += by
    all += by
    const key = `${kind} ${address}`
    const count = (byAddress.get(key) ?? 0) + by
    if (count > 0) byAddress.set(key, count)
    else byAddress.delete(key)
  }

  const isFull = (kind: Kind): boolean => inside[kind] >= places[kind].most || all >= places[kind].until

  const hasItsShare = (kind: Kind, address: () => string): boolean => {
    const { most } = places[kind]
    if (!shared.has(kind) || inside[kind] < most / 2) return false
    return (byAddress.get(`${kind} ${address()}`) ?? 0) >= Math.ceil(most * shareOfAddress)
  }

  const isOpen = (kind: Kind, address: () => string): boolean => !isFull(kind) && !hasItsShare(kind, address)

  const admitWaiting = () => {
    for (const [at, { kind, address, admit }] of waiting.entries()) {
      if (!isOpen(kind, () => address)) continue
      waiting.splice(at, 1)
      return admit()
    }
  }

  return {
    isOpen,
    take: (kind: Kind, address: string) => take(kind, address, 1),
    leave: (kind: Kind, address: string) => {
      take(kind, address, -1)
      admitWaiting()
    },
    /** Takes a place when there is one in time; returns whether. */
    wait: (kind: Kind, address: string): Promise<boolean> =>
      new Promise((settle) => {
        if (waiting.length >= places[kind].most) return settle(false)
        const one = {
          ...{ kind, address },
          admit: () => {
            clearTimeout(timer)
            take(kind, address, 1)
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

const arrived = new WeakMap<IncomingMessage, () => Promise<number>>()

/** What takes the place of a request when its body is here. */
export const onBodyHere = (req: IncomingMessage, enter: () => Promise<number>): void => void arrived.set(req, enter)

/**
 * To be awaited once the body of a request has been read, before any work begins: 0, or after how many seconds to come
 * again. A request whose body came with its head has its place already.
 */
export const placeForBody = (req: IncomingMessage): Promise<number> => arrived.get(req)?.() ?? Promise.resolve(0)
