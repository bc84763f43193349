import type { Express, Request, Response } from 'express'
import { isUnavailable } from '../platform/db/unavailable.ts'
import { envelopeType, limits, photoType, sendingPaths } from './envelope.ts'
import { type IntakeDeps, intake } from './intake.ts'
import { parseEnvelope } from './opening.ts'
import { photoIntake } from './photos.ts'

/** The whole body, or undefined when it is longer than that. */
async function bodyOf(req: Request, most: number): Promise<Buffer | undefined> {
  if (Number(req.headers['content-length'] ?? 0) > most) return undefined
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

type Handler = (req: Request, res: Response) => Promise<void>

/** An answer that is no receipt: the phone keeps what it has, and tries again. */
function later(res: Response, status: number, seconds?: number): void {
  if (seconds !== undefined) res.setHeader('Retry-After', String(seconds))
  // What is left of a body that is too long is not read.
  if (status === 413) res.setHeader('Connection', 'close')
  res.status(status).json({ later: true })
}

/**
 * The way of the phones. It needs no session and reads no cookie: an envelope proves itself, and anybody may carry it. So
 * it stands before all that guards the pages.
 */
export function mountIntake(app: Express, deps: IntakeDeps): void {
  const sealed = intake(deps)
  const takePhoto = photoIntake(deps, sealed)

  const answering =
    (handler: Handler): Handler =>
    async (req, res) => {
      res.setHeader('Cache-Control', 'no-store')
      try {
        await handler(req, res)
      } catch (error) {
        if (res.headersSent || req.destroyed) return
        req.log.error({ err: error }, 'intake')
        if (isUnavailable(error)) later(res, 503, 15)
        else later(res, 500)
      }
    }

  app.post(
    sendingPaths.envelope,
    answering(async (req, res) => {
      if (!req.is(envelopeType)) return later(res, 415)
      const body = await bodyOf(req, limits.envelope)
      if (!body) return later(res, 413)
      const envelope = parseEnvelope(body.toString('latin1'))
      if (!envelope) return later(res, 415)
      const told = await sealed.take({ envelope, requestId: String(req.id), address: req.ip ?? '' })
      if ('receipt' in told) res.json(told.receipt)
      else later(res, 429, told.retryAfter)
    }),
  )

  // Whether there is room was asked before it came here.
  app.post(sendingPaths.ticket, (_req, res) => {
    res.setHeader('Cache-Control', 'no-store')
    res.json({ room: true })
  })

  app.post(
    sendingPaths.photo(':id', ':hash'),
    answering(async (req, res) => {
      const { id, hash } = req.params as Record<'id' | 'hash', string>
      if (!req.is(photoType)) return later(res, 415)
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !/^[0-9a-f]{64}$/.test(hash))
        return later(res, 404)
      const body = await bodyOf(req, limits.photo)
      if (!body) return later(res, 413)
      const told = await takePhoto(id, hash, body)
      if (typeof told === 'object') res.json(told.receipt)
      else later(res, told === 'unknown' ? 404 : 400)
    }),
  )
}
