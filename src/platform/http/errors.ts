import type { NextFunction, Request, Response } from 'express'
import { Busy, Conflict, DomainError, Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import type { Actor } from '../../policy/actor.ts'
import { isUnavailable } from '../db/unavailable.ts'
import { isMessageKey, type MessageKey, sayIn } from '../i18n/say.ts'
import { readBody } from './body.ts'
import { localeOf } from './locale.ts'
import type { Sendable } from './reply.ts'
import { send } from './send.ts'

const titles: [new (...args: never[]) => DomainError, MessageKey][] = [
  [NotFound, 'error.notFoundTitle'],
  [Forbidden, 'error.forbiddenTitle'],
  [Invalid, 'error.invalidTitle'],
  [Conflict, 'error.conflictTitle'],
  [Busy, 'error.busyTitle'],
]

/** The last word of every request that went wrong: what happened, what to do, and what was typed, to be sent again. */
export async function errorPage(error: unknown, req: Request, res: Response, next: NextFunction): Promise<void> {
  if (res.headersSent) return next(error)
  const known = error instanceof DomainError ? error : (clientFault(error) ?? overload(error))
  if (!known || known instanceof Busy) req.log.error({ err: error }, 'unexpected')
  await keepTyped(req, res)
  if (known instanceof Busy) res.setHeader('Retry-After', String(known.retryAfterSeconds))
  await send(req, res, errorReply(known, req), req.user as Actor | undefined)
}

/** Express's own complaints about an address that cannot be decoded. */
function clientFault(error: unknown): DomainError | undefined {
  const { status } = error as { status?: number }
  return status !== undefined && status >= 400 && status < 500 ? new Invalid('error.invalid', status) : undefined
}

/** A database that is away is nobody's mistake: the same request may succeed in a while. */
const overload = (error: unknown): DomainError | undefined =>
  isUnavailable(error) ? new Busy('error.busy', 15) : undefined

/** A fault before the door (the session could not be read) must not cost what was typed. */
async function keepTyped(req: Request, res: Response): Promise<void> {
  if (req.method === 'POST' && req.body === undefined) await readBody(req, res, 'photos').catch(() => undefined)
}

function errorReply(error: DomainError | undefined, req: Request): Sendable {
  const t = sayIn(localeOf(req))
  const actor = req.user as Actor | undefined
  const title = error ? t(titles.find(([kind]) => error instanceof kind)![1]) : t('error.title')
  const role = actor ? t(`role.${actor.role}`) : ''
  const key = error && isMessageKey(error.messageKey) ? error.messageKey : 'error.ours'
  const text = t(key, { reference: String(req.id), role, ...error?.params })
  const mayRepeat = req.method === 'POST' && (error === undefined || error instanceof Busy)
  const model = {
    title,
    text,
    reference: String(req.id),
    action: req.originalUrl,
    ...(mayRepeat ? keptFields(req) : { kept: [], hidden: [] }),
    canRepeat: mayRepeat,
  }
  return { kind: 'page', view: 'errors/error', model, status: error?.status ?? 500, layout: actor ? 'app' : 'bare' }
}

/** What only steers a form is sent again without being shown. */
const steering = /^(aksi|versi|versiFormulir|laporanId|fotoHash|draf|keluarga|entri|wilayah|posisi|tersimpan)$/

/** Everything that was typed, but never a password. */
function keptFields(req: Request) {
  const typed = (req as Request & { typed?: Record<string, unknown> }).typed ?? {}
  const all = Object.entries(typed)
    .filter(([name]) => !/sandi/i.test(name))
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })))
  const isHidden = ({ name, value }: { name: string; value: string }) => steering.test(name) || value === ''
  return { kept: all.filter((one) => !isHidden(one)), hidden: all.filter(isHidden) }
}
