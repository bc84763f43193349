import { randomInt } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
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

const isFile = /^\/(?:rekap|laporan|cakupan|dasbor|lembar-pagi)\/(?:unduhan|cetak)$/
const isFigures = /^\/(?:rekap|mutu|cakupan|dasbor|peringatan|lembar-pagi)(?:\/|$)/

export function kindOf({ method, path }: { method: string; path: string }): Kind {
  if (method !== 'GET' && method !== 'HEAD') return path === '/masuk' ? 'signIn' : 'send'
  if (isFile.test(path)) return 'export'
  return isFigures.test(path) ? 'recap' : 'read'
}

/** Gives a request of that kind its place until it is answered: 0. Or says after how many seconds to come again. */
export type Room = (kind: Kind, req: IncomingMessage, res: ServerResponse) => number

/** Lets in as many as can be served in good time. `isPaused`: whether what is sent must wait, whatever room there is. */
export function room(places: Places, isPaused: () => boolean): Room {
  const inside: Record<Kind, number> = { send: 0, signIn: 0, read: 0, recap: 0, export: 0 }
  let all = 0
  let slow = 0
  const take = (kind: Kind, by: 1 | -1) => {
    inside[kind] += by
    all += by
  }

  const seat = (kind: Kind, req: IncomingMessage, res: ServerResponse) => {
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

  return (kind, req, res) => {
    const { most, until } = places[kind]
    if ((kind === 'send' && isPaused()) || inside[kind] >= most || all >= until) return retryAfter()
    seat(kind, req, res)
    return 0
  }
}

/**
 * Tells those for whom there is no room at once when to come again. It stands before sessions and bodies: they cost neither a
 * connection nor memory.
 */
export const keepingOut =
  (roomFor: Room): RequestHandler =>
  (req, res, next) => {
    const seconds = roomFor(kindOf(req), req, res)
    if (seconds > 0) turnAway(req, res, seconds)
    else next()
  }

/** Not everybody at the same second: they would only meet here again. */
const retryAfter = () => randomInt(5, 16)

function turnAway(req: Request, res: Response, seconds: number): void {
  res.status(503).set({ 'Retry-After': String(seconds), 'Cache-Control': 'no-store' })
  if (req.accepts(['html', 'json']) === 'json') res.json({ busy: true, retryAfterSeconds: seconds })
  else res.type('html').send(fullPage(localeOf(req), req.method !== 'GET'))
}
