import type { IncomingMessage } from 'node:http'

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
