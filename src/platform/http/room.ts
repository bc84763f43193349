import { randomInt } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { fullPage } from './full-page.ts'
import { localeOf } from './locale.ts'

export type Kind = 'send' | 'signIn' | 'read' | 'recap' | 'export'

export type Places = Record<Kind, { most: number; until: number }>

/**
 * `most`: how many requests of a kind are worked on at once. `until`: how many of all kinds there may be when one more
 * of it is let in, so that a server that fills up turns away exports first, then recaps, then pages, and last what is sent.
 */
export const usualPlaces: Places = {
  send: { most: 40, until: 70 },
  signIn: { most: 20, until: 60 },
  read: { most: 20, until: 50 },
  recap: { most: 8, until: 30 },
  export: { most: 2, until: 20 },
}

/** A body that takes longer gives its place back until it is there: a slow phone does not work the server. */
const slowAfterMs = 2000
const mostSlow = 400

const isFile = /^\/(?:rekap|laporan|cakupan)\/(?:unduhan|cetak)$/
const isFigures = /^\/(?:rekap|mutu|cakupan)(?:\/|$)/

export function kindOf({ method, path }: { method: string; path: string }): Kind {
  if (method !== 'GET' && method !== 'HEAD') return path === '/masuk' ? 'signIn' : 'send'
  if (isFile.test(path)) return 'export'
  return isFigures.test(path) ? 'recap' : 'read'
}

/**
 * Lets in as many as can be served in good time, and tells the others at once when to come again. It stands before
 * sessions and bodies: whom there is no room for costs neither a connection nor memory.
 */
export function room(places: Places) {
  const inside: Record<Kind, number> = { send: 0, signIn: 0, read: 0, recap: 0, export: 0 }
  let all = 0
  let slow = 0
  const take = (kind: Kind, by: 1 | -1) => {
    inside[kind] += by
    all += by
  }

  const seat = (kind: Kind, req: Request, res: Response) => {
    let isSlow = false
    const turn = (to: boolean) => {
      if (to === isSlow) return
      isSlow = to
      slow += to ? 1 : -1
      take(kind, to ? -1 : 1)
    }
    take(kind, 1)
    const timer = setTimeout(() => turn(!req.complete && slow < mostSlow), slowAfterMs).unref()
    req.once('end', () => turn(false))
    res.once('close', () => {
      clearTimeout(timer)
      turn(false)
      take(kind, -1)
    })
  }

  return (req: Request, res: Response, next: NextFunction): void => {
    const kind = kindOf(req)
    const { most, until } = places[kind]
    const isPaused = req.app.get('sends paused') === true && kind === 'send'
    if (isPaused || inside[kind] >= most || all >= until) return turnAway(req, res)
    seat(kind, req, res)
    next()
  }
}

/** Not everybody at the same second: they would only meet here again. */
const retryAfter = () => randomInt(5, 16)

function turnAway(req: Request, res: Response): void {
  const seconds = retryAfter()
  res.status(503).set({ 'Retry-After': String(seconds), 'Cache-Control': 'no-store' })
  if (req.accepts(['html', 'json']) === 'json') res.json({ busy: true, retryAfterSeconds: seconds })
  else res.type('html').send(fullPage(localeOf(req), req.method !== 'GET'))
}
