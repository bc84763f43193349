import type { Server } from 'node:http'
import { setTimeout as rest } from 'node:timers/promises'
import type { SiteState } from './site-state.ts'

export interface ShutdownOptions {
  state: SiteState
  server: Server
  /** How long `/readyz` fails before connections are refused: the time that a proxy needs to notice. */
  noticeMs: number
  /** How long running requests may take to finish. */
  graceMs: number
}

/** Stops the server gracefully: reports not ready, accepts no new connections, lets running requests finish. */
export async function shutDown({ state, server, noticeMs, graceMs }: ShutdownOptions): Promise<void> {
  state.isShuttingDown = true
  if (noticeMs > 0) await rest(noticeMs)
  const closed = new Promise<void>((settle) => {
    server.close(() => settle())
  })
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  await Promise.race([closed, rest(graceMs, undefined, { ref: false })])
  clearInterval(idle)
  server.closeAllConnections()
}
