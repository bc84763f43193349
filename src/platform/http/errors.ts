import type { NextFunction, Request, Response } from 'express'
import { Busy, Conflict, DomainError, Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import type { Actor } from '../../policy/actor.ts'
import { isMessageKey, type MessageKey, sayIn } from '../i18n/say.ts'
import { localeOf } from './locale.ts'
import type { Reply } from './reply.ts'
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
  const known = error instanceof DomainError ? error : clientFault(error)
  if (!known) req.log.error({ err: error }, 'unexpected')
  if (known instanceof Busy) res.setHeader('Retry-After', String(known.retryAfterSeconds))
  await send(req, res, errorReply(known, req), req.user as Actor | undefined)
}

/** Express's own complaints about an address that cannot be decoded. */
function clientFault(error: unknown): DomainError | undefined {
  const { status } = error as { status?: number }
  return status !== undefined && status >= 400 && status < 500 ? new Invalid('error.invalid', status) : undefined
}

function errorReply(error: DomainError | undefined, req: Request): Reply {
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
    kept: mayRepeat ? keptFields(req) : [],
    canRepeat: mayRepeat,
  }
  return { kind: 'page', view: 'errors/error', model, status: error?.status ?? 500, layout: actor ? 'app' : 'bare' }
}

/** Everything that was typed, but never a password. */
function keptFields(req: Request): { name: string; value: string }[] {
  return Object.entries((req as Request & { typed?: Record<string, unknown> }).typed ?? {})
    .filter(([name]) => !/sandi/i.test(name))
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })))
}
