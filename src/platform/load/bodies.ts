import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { addressOf, networkOf } from './address.ts'
import type { BusyPage } from './busy.ts'
import { refuseSlow } from './refuse.ts'

export interface BodyLimits {
  /** How many requests may have a body on its way at once. */
  most: number
  /** Memory that bodies may take until their requests are answered. */
  mostBytes: number
  /** A body that comes more slowly than this, averaged over the seconds below, is ended. */
  leastBytesPerSecond: number
  overSeconds: number
}

export const usualBodies: BodyLimits = {
  most: 1000,
  mostBytes: 256 * 1024 * 1024,
  leastBytesPerSecond: 500,
  overSeconds: 20,
}

interface Arriving {
  req: IncomingMessage
  res: ServerResponse
  address: string
  /** What the connection had read before this request. */
  before: number
  /** Bytes of the body after each of the last seconds. */
  samples: number[]
  isEnded: boolean
}

const ticksPerSecond = 4
/** A younger body is not judged by how fast it comes: a phone may need so long for its next packet. */
const youngSeconds = 2

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Watches request bodies on their way in. They take no place of the application until they are here; what bounds them is their
 * number, their bytes and a minimum rate. When they are too many, the slowest of the address with the most of them is ended for
 * the newcomer: many officers share one address of a carrier, so an address as such is never turned away.
 */
export function incomingBodies(limits: BodyLimits, proxies: number, busyPage: BusyPage) {
  const bodies = new Set<Arriving>()
  const end = (one: Arriving, status: 408 | 503): void => {
    one.isEnded = true
    refuseSlow(one.req, one.res, status, busyPage)
  }
  /** Where all are young, the oldest. Returns whether one could be ended. */
  const endSlowest = (group: readonly Arriving[]): boolean => {
    const slowest = slowestOf(group)
    if (slowest) end(slowest, 408)
    return slowest !== undefined
  }
  /** What a connection had read when its last request with a body was over: the head of the next one counts with it. */
  const readBefore = new WeakMap<Socket, number>()
  let ticks = 0
  let timer: NodeJS.Timeout | undefined

  const watch = (req: IncomingMessage, res: ServerResponse): boolean => {
    const address = networkOf(addressOf(req, proxies))
    if (!hasRoomFor(address)) return false
    const one = { req, res, address, before: readBefore.get(req.socket) ?? 0, samples: [], isEnded: false }
    bodies.add(one)
    res.once('close', () => forgetIfOver(one))
    timer ??= setInterval(tick, 1000 / ticksPerSecond).unref()
    return true
  }

  const hasRoomFor = (address: string): boolean => {
    if (bodies.size < limits.most / 2) return true
    const byAddress = byAddressOf([...bodies].filter(isOnItsWay))
    const same = byAddress.get(address) ?? []
    if (same.length >= limits.most / 4) return endSlowest(same)
    return bodies.size < limits.most || endSlowest(largest([...byAddress.values()], (group) => group.length) ?? [])
  }

  /** A request that was answered before its body was here stays until that is here too, or its connection ends. */
  const forgetIfOver = (one: Arriving) => {
    const { req, res } = one
    if (!res.closed || !(req.complete || req.socket.destroyed)) return
    bodies.delete(one)
    readBefore.set(req.socket, req.socket.bytesRead)
  }

  const tick = () => {
    ticks += 1
    for (const one of bodies) forgetIfOver(one)
    if (ticks % ticksPerSecond === 0) for (const one of bodies) judge(one)
    boundBytes()
    if (bodies.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  const judge = (one: Arriving) => {
    if (!isOnItsWay(one)) return
    one.samples.push(bytesOf(one))
    if (one.samples.length <= limits.overSeconds) return
    const gained = one.samples.at(-1)! - one.samples.shift()!
    if (gained < limits.leastBytesPerSecond * limits.overSeconds) end(one, 408)
  }

  const boundBytes = () => {
    for (;;) {
      const held = [...bodies].filter(({ res, isEnded }) => !res.writableEnded && !isEnded)
      if (sum(held) <= limits.mostBytes) return
      const groups = byAddressOf(held.filter(isOnItsWay))
      const one = largest(largest([...groups.values()], sum) ?? [], bytesOf)
      if (!one) return
      end(one, 503)
    }
  }

  return { watch, count: () => bodies.size }
}

export type IncomingBodies = ReturnType<typeof incomingBodies>

const isOnItsWay = ({ req, isEnded }: Arriving): boolean => !req.complete && !req.destroyed && !isEnded

function byAddressOf(all: readonly Arriving[]): Map<string, Arriving[]> {
  const groups = new Map<string, Arriving[]>()
  for (const one of all) {
    const group = groups.get(one.address)
    if (group) group.push(one)
    else groups.set(one.address, [one])
  }
  return groups
}

const bytesOf = ({ req, before }: Arriving): number => req.socket.bytesRead - before

/** Large uploads go to the disk, see `uploads.ts`: of each body only so much stays in memory. */
const mostInMemory = 4 * 1024 * 1024

const sum = (group: readonly Arriving[]): number =>
  group.reduce((all, one) => all + Math.min(bytesOf(one), mostInMemory), 0)

function largest<T>(all: readonly T[], size: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (most, one) => (most === undefined || size(one) > size(most) ? one : most),
    undefined,
  )
}

/** What came in the last five seconds. */
const recentOf = ({ samples }: Arriving): number => samples.at(-1)! - (samples.at(-6) ?? 0)

function slowestOf(group: readonly Arriving[]): Arriving | undefined {
  const judged = group.filter(({ samples }) => samples.length >= youngSeconds)
  return largest(judged, (one) => -recentOf(one)) ?? group[0]
}
