import type { Express, Request, RequestHandler, Response } from 'express'
import { isHash, isUuid } from '../kernel/ids.ts'
import { isUnavailable } from '../platform/db/unavailable.ts'
import { newReference } from '../platform/http/log.ts'
import { envelopeType, limits, photoType, sendingPaths } from './envelope.ts'
import { type IntakeDeps, intake } from './intake.ts'
import { parseEnvelope } from './opening.ts'
import { photoIntake } from './photos.ts'

/** The whole body, or undefined when it is longer than that. Throws when it ends before its end. */
function bodyOf(req: Request, most: number): Promise<Buffer | undefined> {
  if (Number(req.headers['content-length'] ?? 0) > most) return Promise.resolve(undefined)
  return new Promise((settle, fail) => {
    const chunks: Buffer[] = []
    let length = 0
    req.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= most) chunks.push(chunk)
      else settle(undefined)
    })
    req.on('end', () => settle(Buffer.concat(chunks)))
    req.on('close', () => fail(new Error('The body was cut off')))
  })
}

/** Without Express: what it adds to an answer (tag, charset, its length again) costs as much as the receipt. */
function tell(res: Response, status: number, content: object, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(content)
  const about = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }
  res.writeHead(status, { ...about, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers })
  res.end(text)
}

/** An answer that is no receipt: the phone keeps what it has, and tries again. */
function later(res: Response, status: number, seconds?: number): void {
  tell(
    res,
    status,
    { later: true },
    {
      ...(seconds === undefined ? {} : { 'Retry-After': String(seconds) }),
      // What is left of a body that is too long is not read.
      ...(status === 413 ? { Connection: 'close' } : {}),
    },
  )
}

type Handler = (req: Request, res: Response, reference: string) => Promise<void>

/**
 * The way of the phones. It needs no session and reads no cookie: an envelope proves itself, and anybody may carry it. So
 * it stands before all that guards the pages, and before the log of requests: what came is told together, turn by turn.
 * `seat` finds room for each, or turns it away.
 */
export function mountIntake(app: Express, seat: RequestHandler, deps: IntakeDeps): void {
  const sealed = intake(deps)
  const takePhoto = photoIntake(deps, sealed)

  const answering =
    (handler: Handler) =>
    async (req: Request, res: Response): Promise<void> => {
      const reference = newReference()
      try {
        await handler(req, res, reference)
      } catch (error) {
        if (res.headersSent || req.destroyed) return
        deps.log.error({ err: error, req: { id: reference } }, 'intake')
        if (isUnavailable(error)) later(res, 503, 15)
        else later(res, 500)
      }
    }

  app.post(
    sendingPaths.envelope,
    seat,
    answering(async (req, res, reference) => {
      if (!req.is(envelopeType)) return later(res, 415)
      const body = await bodyOf(req, limits.envelope)
      if (!body) return later(res, 413)
      const envelope = parseEnvelope(body.toString('latin1'))
      if (!envelope) return later(res, 415)
      const told = await sealed.take({ envelope, requestId: reference, address: req.ip ?? '' })
      if ('receipt' in told) tell(res, 200, told.receipt)
      else later(res, 429, told.retryAfter)
    }),
  )

  // Whether there is room was asked before it came here.
  app.post(sendingPaths.ticket, seat, (_req, res) => tell(res, 200, { room: true }))

  app.post(
    sendingPaths.photo(':id', ':hash'),
    seat,
    answering(async (req, res) => {
      const { id, hash } = req.params as Record<'id' | 'hash', string>
      if (!req.is(photoType)) return later(res, 415)
      if (!isUuid(id) || !isHash(hash)) return later(res, 404)
      const body = await bodyOf(req, limits.photo)
      if (!body) return later(res, 413)
      const told = await takePhoto(id, hash, body)
      if (typeof told === 'object') tell(res, 200, told.receipt)
      else later(res, told === 'unknown' ? 404 : 400)
    }),
  )
}
