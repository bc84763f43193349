import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf } from './address.ts'

export interface SocketLimits {
  /** Connections at once. */
  most: number
  /** Whether they come straight from phones; behind a proxy all have its address. */
  isDirect: boolean
}

/** A response that is not read to its end in this time is given up. */
const longestReadMs = 300_000

/**
 * Bounds connections. Past the limit, the connection that has been without a request for longest makes room for the newcomer, first
 * that of the address with the most of them; past half of it, an address with a quarter of all gives up one of its own.
 * A connection with a request in progress is never closed for another.
 */
export function boundSockets(server: Server, { most, isDirect }: SocketLimits): void {
  const idle = new Map<string, Set<Socket>>()
  const open = new Map<string, number>()
  let all = 0

  const idleOf = (address: string) => {
    const group = idle.get(address) ?? new Set<Socket>()
    idle.set(address, group)
    return group
  }
  const rest = (address: string, socket: Socket, isIdle: boolean) => {
    const group = idleOf(address)
    if (isIdle) group.add(socket)
    else group.delete(socket)
    if (group.size === 0) idle.delete(address)
  }
  const closeOldest = (group: Set<Socket> | undefined): boolean => {
    const [oldest] = group ?? []
    oldest?.destroy()
    return oldest !== undefined
  }
  const largestIdle = () => [...idle.values()].reduce((a, b) => (b.size > a.size ? b : a), new Set<Socket>())
  const makeRoom = (address: string): boolean => {
    if (isDirect && all >= most / 2 && (open.get(address) ?? 0) >= most / 4) return closeOldest(idle.get(address))
    return all < most || closeOldest(largestIdle())
  }

  const addressOf = (socket: Socket) => networkOf(socket.remoteAddress ?? '')
  server.on('connection', (socket) => {
    const address = addressOf(socket)
    if (!makeRoom(address)) return void socket.destroy()
    all += 1
    open.set(address, (open.get(address) ?? 0) + 1)
    rest(address, socket, true)
    socket.once('close', () => {
      all -= 1
      const left = open.get(address)! - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
      rest(address, socket, false)
    })
  })
  server.on('request', ({ socket }: IncomingMessage, res: ServerResponse) => {
    const address = addressOf(socket)
    rest(address, socket, false)
    const timer = setTimeout(() => socket.destroy(), longestReadMs).unref()
    res.once('close', () => {
      clearTimeout(timer)
      if (!socket.destroyed) rest(address, socket, true)
    })
  })
}
