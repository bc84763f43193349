import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'

export interface ProxyWatch {
  look: (req: IncomingMessage) => void
  /** What was found since the start, for `/readyz`. */
  hints: () => string[]
}

/** Asked by supervisors straight at the port, past every proxy. */
const isHealth = (url = '') => /^\/(?:livez|readyz)\b/.test(url)

/** Compares the forwarding headers that come with the number of proxies that is configured, and logs the first mismatch. */
export function watchProxies(proxies: number, log: Logger): ProxyWatch {
  let hint = ''
  const mismatchOf = (count: number): string => {
    if (proxies === 0 && count > 0)
      return 'X-Forwarded-For came, but TRUSTED_PROXIES is 0: if a proxy stands before this server, all senders count as one address'
    return count < proxies
      ? `X-Forwarded-For came with ${count} addresses, but TRUSTED_PROXIES is ${proxies}: the port can be reached past the proxy, or the number is too high; senders can invent their address`
      : ''
  }
  return {
    look: ({ headers, url }) => {
      if (hint !== '' || isHealth(url)) return
      const told = headers['x-forwarded-for']
      hint = mismatchOf(told === undefined ? 0 : String(told).split(',').length)
      if (hint !== '') log.warn({ hint }, 'proxies')
    },
    hints: () => (hint === '' ? [] : [hint]),
  }
}
