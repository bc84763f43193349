import { randomInt } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BusyPage } from './busy.ts'

/** Jitter, so that rejected clients do not retry at the same time. */
export const retryAfterSeconds = (): number => randomInt(5, 16)

/** Time for the answer to leave before the connection is cut: what is left of the body is not read. */
const lingerMs = 1000

/**
 * Answers a request whose body is not here yet and will not be waited for, and ends its connection. 408: it came too slowly. 503: there
 * is no room for it.
 */
export function refuseSlow(req: IncomingMessage, res: ServerResponse, status: 408 | 503, busyPage: BusyPage): void {
  if (!res.headersSent) {
    const wantsPage = /text\/html/.test(req.headers.accept ?? '')
    const text = wantsPage ? busyPage(req, status === 408 ? 'slow' : 'send') : JSON.stringify({ later: true })
    res.writeHead(status, {
      'Content-Type': wantsPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      'Retry-After': String(retryAfterSeconds()),
      'Cache-Control': 'no-store',
      Connection: 'close',
      'X-Content-Type-Options': 'nosniff',
    })
    res.end(text)
  }
  setTimeout(() => req.socket.destroy(), lingerMs).unref()
}
