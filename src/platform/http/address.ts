import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** Whence a request came, as Express has it: so many proxies before us are believed, and no more. */
export function addressOf({ socket, headers }: IncomingMessage, proxies: number): string {
  const told = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .reverse()
  const all = [socket.remoteAddress ?? '', ...told]
  return all[Math.min(proxies, all.length - 1)]!
}

/** Whom a budget counts by address: one line of IPv6 has more addresses than there are officers, and pays as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || /^::ffff:[\d.]+$/i.test(address)) return address
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0')
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`
}
