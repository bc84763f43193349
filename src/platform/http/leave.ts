import type { Server } from 'node:http'
import { setTimeout as rest } from 'node:timers/promises'
import type { Express } from 'express'

export interface Leaving {
  app: Express
  server: Server
  /** How long `/readyz` says so before no more connections are taken: the time that a proxy needs to notice. */
  noticeMs: number
  /** How long what is being worked on may take. */
  graceMs: number
}

/** Ends the server without cutting anybody off: says that it leaves, takes nobody new, lets those inside finish. */
export async function leave({ app, server, noticeMs, graceMs }: Leaving): Promise<void> {
  app.set('leaving', true)
  if (noticeMs > 0) await rest(noticeMs)
  const closed = new Promise<void>((settle) => {
    server.close(() => settle())
  })
  const idle = setInterval(() => server.closeIdleConnections(), 100)
  await Promise.race([closed, rest(graceMs, undefined, { ref: false })])
  clearInterval(idle)
  server.closeAllConnections()
}
