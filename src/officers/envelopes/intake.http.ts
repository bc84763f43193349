import type { IncomingMessage, ServerResponse } from 'node:http'
import { isHash, isUuid } from '../../kernel/ids.ts'
import { isUnavailable } from '../../platform/db/unavailable.ts'
import { newReference } from '../../platform/http/log.ts'
import { addressOf, networkOf } from '../../platform/load/address.ts'
import { slotForBody } from '../../platform/load/concurrency-limits.ts'
import type { LoadShedder } from '../../platform/load/load-shedding.ts'
import { envelopeType, limits, photoType, sendingPaths } from './envelope.ts'
import { parseEnvelope } from './envelope-crypto.ts'
import { type IntakeDeps, intake } from './intake.ts'
import { photoIntake } from './photos.ts'

/** The whole body, or undefined when it is longer than that. Throws when it ends before its end. */
function bodyOf(req: IncomingMessage, most: number): Promise<Buffer | undefined> {
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

function tell(res: ServerResponse, status: number, content: object, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(content)
  const about = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }
  res.writeHead(status, { ...about, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers })
  res.end(text)
}

/** An answer that is no receipt: the phone keeps what it has, and tries again. */
function later(res: ServerResponse, status: number, seconds?: number): void {
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

type Handler = (req: IncomingMessage, res: ServerResponse, reference: string) => Promise<void>

const typeOf = (req: IncomingMessage): string =>
  (req.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()

const photoPath = new RegExp(`^${sendingPaths.photo('([^/]+)', '([^/]+)')}$`)

export interface IntakeHandlerDeps extends IntakeDeps {
  /** Finds a place for each, or turns it away. */
  loadShedder: LoadShedder
  /** How many proxies of ours stand before the server. */
  proxies: number
}

/**
 * The way of the phones; false for a request that goes another. It needs no session and reads no cookie: an envelope proves
 * itself, and anybody may carry it. So it stands before all that guards the pages, and before the log of requests: what came
 * is told together, turn by turn. It stands before Express too: to turn a phone away takes that five times as long, and
 * at the deadline thousands are turned away in the seconds in which hundreds are let in.
 */
export function intakeHandler({
  loadShedder,
  proxies,
  ...deps
}: IntakeHandlerDeps): (req: IncomingMessage, res: ServerResponse) => boolean {
  const sealed = intake(deps)
  const takePhoto = photoIntake(deps, sealed)

  const envelope: Handler = async (req, res, reference) => {
    if (typeOf(req) !== envelopeType) return later(res, 415)
    const body = await bodyOf(req, limits.envelope)
    if (!body) return later(res, 413)
    const parsed = parseEnvelope(body.toString('latin1'))
    if (!parsed) return later(res, 415)
    const seconds = await slotForBody(req)
    if (seconds > 0) return later(res, 503, seconds)
    const told = await sealed.take({
      envelope: parsed,
      requestId: reference,
      address: networkOf(addressOf(req, proxies)),
    })
    if ('receipt' in told) tell(res, 200, told.receipt)
    else later(res, 429, told.retryAfter)
  }

  // Whether there is room was asked before it came here.
  const ticket: Handler = async (_req, res) => tell(res, 200, { loadShedder: true })

  const photo =
    (id: string, hash: string): Handler =>
    async (req, res) => {
      if (typeOf(req) !== photoType) return later(res, 415)
      if (!isUuid(id) || !isHash(hash)) return later(res, 404)
      const body = await bodyOf(req, limits.photo)
      if (!body) return later(res, 413)
      const seconds = await slotForBody(req)
      if (seconds > 0) return later(res, 503, seconds)
      const told = await takePhoto(id, hash, body)
      if (typeof told === 'object' && 'receipt' in told) tell(res, 200, told.receipt)
      else if (typeof told === 'object') later(res, 429, told.retryAfter)
      else later(res, told === 'unknown' ? 404 : 400)
    }

  const handlerAt = (path: string): Handler | undefined => {
    if (path === sendingPaths.envelope) return envelope
    if (path === sendingPaths.ticket) return ticket
    const [, id, hash] = photoPath.exec(path) ?? []
    return id && hash ? photo(id, hash) : undefined
  }

  const answer = async (handler: Handler, req: IncomingMessage, res: ServerResponse): Promise<void> => {
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

  return (req, res) => {
    const handler = req.method === 'POST' ? handlerAt(req.url!.split('?', 1)[0]!) : undefined
    if (!handler) return false
    const seconds = loadShedder('send', req, res)
    if (seconds > 0) later(res, 503, seconds)
    else void answer(handler, req, res)
    return true
  }
}
