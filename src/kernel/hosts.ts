import { isIP } from 'node:net'

/** The name or address in `name:port`, without the brackets of IPv6. */
export const hostnameOf = (host: string | undefined): string =>
  (host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')

/** This machine, by one of its own names. */
export const isThisMachine = (hostname: string): boolean =>
  /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(hostname)

/** A network that is not the Internet: private addresses, and names without a dot, which only such a network resolves. */
export function isOnPrivateNetwork(hostname: string): boolean {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1')
  if (isThisMachine(bare)) return true
  if (isIP(bare) === 0) return !bare.includes('.')
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd]|fe80)/i.test(bare)
}
