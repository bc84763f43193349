import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import { addressOf, networkOf } from './address.ts'
import { hasBody } from './bodies.ts'
import type { BusyPage } from './busy.ts'
import {
  type ConcurrencyLimits,
  type KindOf,
  onBodyReceived,
  type RequestKind,
  slotsWithin,
} from './concurrency-limits.ts'
import { retryAfterSeconds } from './refuse.ts'

export type { ConcurrencyLimits, RequestKind } from './concurrency-limits.ts'

/**
 * `most`: how many requests of a kind are processed at once. `until`: a request of the kind is rejected when so many
 * requests of all kinds are processed already. Under load exports are rejected first, then recaps, then pages, and sends
 * last.
 */
export const usualLimits: ConcurrencyLimits = {
  send: { most: 40, until: 70 },
  signIn: { most: 20, until: 60 },
  read: { most: 20, until: 50 },
  recap: { most: 8, until: 30 },
  export: { most: 2, until: 20 },
}

/** Admits a request until it is answered and returns 0, or rejects it and returns after how many seconds to retry. */
export type LoadShedder = (kind: RequestKind, req: IncomingMessage, res: ServerResponse) => number

/**
 * Admits as many requests as can be answered in time. `isPaused`: whether sends are rejected whatever the load is. A request
 * holds a slot only while it is processed: not while its body arrives, and not while its response is transmitted.
 */
export function loadShedder(limits: ConcurrencyLimits, isPaused: () => boolean, proxies = 0): LoadShedder {
  const slots = slotsWithin(limits)

  const admit = (kind: RequestKind, address: string, req: IncomingMessage, res: ServerResponse) => {
    let [hasSlot, isOver] = [true, false]
    const release = () => {
      if (hasSlot) slots.release(kind, address)
      hasSlot = false
    }
    const releaseForGood = () => {
      isOver = true
      release()
    }
    const acquire = async (): Promise<number> => {
      if (hasSlot || isOver) return 0
      hasSlot = slots.isFree(kind, () => address)
      if (hasSlot) slots.acquire(kind, address)
      else hasSlot = await slots.wait(kind, address)
      if (isOver) release()
      return hasSlot || isOver ? 0 : retryAfterSeconds()
    }
    slots.acquire(kind, address)
    // After `prefinish` only the transmission is left, which may be slow.
    res.once('prefinish', releaseForGood)
    res.once('close', releaseForGood)
    if (!hasBody(req)) return
    onBodyReceived(req, acquire)
    setImmediate(() => {
      if (!req.complete) release()
    })
  }

  return (kind, req, res) => {
    let known: string | undefined
    const address = () => (known ??= networkOf(addressOf(req, proxies)))
    if ((kind === 'send' && isPaused()) || !slots.isFree(kind, address)) return retryAfterSeconds()
    admit(kind, address(), req, res)
    return 0
  }
}

/** Rejects requests over the limits before sessions and bodies are read, so that they cost neither a connection nor memory. */
export const rejectOverload =
  (admit: LoadShedder, kindOf: KindOf, busyPage: BusyPage): RequestHandler =>
  (req, res, next) => {
    const kind = kindOf(req)
    const seconds = admit(kind, req, res)
    if (seconds === 0) return next()
    const page = () => busyPage(req, kind === 'send' || kind === 'signIn' ? kind : 'read')
    answerOverload(req, res, seconds, page)
  }

function answerOverload(req: Request, res: Response, seconds: number, page: () => string): void {
  res.status(503).set({ 'Retry-After': String(seconds), 'Cache-Control': 'no-store' })
  if (req.accepts(['html', 'json']) === 'json') res.json({ busy: true, retryAfterSeconds: seconds })
  else res.type('html').send(page())
}
