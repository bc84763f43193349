import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import { addressOf, networkOf } from './address.ts'
import { hasBody } from './bodies.ts'
import { fullPage } from './full-page.ts'
import { localeOf } from './locale.ts'
import { type Kind, onBodyHere, type Places, placesOf } from './places.ts'
import { retryAfterSeconds } from './refuse.ts'

export type { Kind, Places } from './places.ts'

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

const isFile = /^\/(?:rekap|laporan|cakupan|dasbor|lembar-pagi)\/(?:unduhan|cetak)$/
const isFigures = /^\/(?:rekap|mutu|cakupan|dasbor|peringatan|lembar-pagi)(?:\/|$)/

export function kindOf({ method, path }: { method: string; path: string }): Kind {
  if (method !== 'GET' && method !== 'HEAD') return path === '/masuk' ? 'signIn' : 'send'
  if (isFile.test(path)) return 'export'
  return isFigures.test(path) ? 'recap' : 'read'
}

/** Gives a request of that kind its place until it is answered: 0. Or says after how many seconds to come again. */
export type Room = (kind: Kind, req: IncomingMessage, res: ServerResponse) => number

/**
 * Lets in as many as can be served in good time. `isPaused`: whether what is sent must wait, whatever room there is. A place is for
 * work: a request whose body is still on its way has none, and a response that is written has given its own back.
 */
export function room(places: Places, isPaused: () => boolean, proxies = 0): Room {
  const taken = placesOf(places)

  const seat = (kind: Kind, address: string, req: IncomingMessage, res: ServerResponse) => {
    let [isInside, isOver] = [true, false]
    const leave = () => {
      if (isInside) taken.leave(kind, address)
      isInside = false
    }
    const leaveForGood = () => {
      isOver = true
      leave()
    }
    const enter = async (): Promise<number> => {
      if (isInside || isOver) return 0
      isInside = taken.isOpen(kind, () => address)
      if (isInside) taken.take(kind, address)
      else isInside = await taken.wait(kind, address)
      if (isOver) leave()
      return isInside || isOver ? 0 : retryAfterSeconds()
    }
    taken.take(kind, address)
    // Once everything has been written, the rest is between the response's buffer and a reader who may be slow.
    res.once('prefinish', leaveForGood)
    res.once('close', leaveForGood)
    if (!hasBody(req)) return
    onBodyHere(req, enter)
    setImmediate(() => {
      if (!req.complete) leave()
    })
  }

  return (kind, req, res) => {
    let known: string | undefined
    const address = () => (known ??= networkOf(addressOf(req, proxies)))
    if ((kind === 'send' && isPaused()) || !taken.isOpen(kind, address)) return retryAfterSeconds()
    seat(kind, address(), req, res)
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

function turnAway(req: Request, res: Response, seconds: number): void {
  res.status(503).set({ 'Retry-After': String(seconds), 'Cache-Control': 'no-store' })
  if (req.accepts(['html', 'json']) === 'json') res.json({ busy: true, retryAfterSeconds: seconds })
  else res.type('html').send(fullPage(localeOf(req), req.method === 'GET' ? 'read' : 'send'))
}
