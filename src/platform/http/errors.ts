import type { NextFunction, Request, Response } from 'express'
import { Busy, Conflict, DomainError, Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import { isMessageKey, type MessageKey, sayIn } from '../../sentences/say.ts'
import { DecryptionFailed, decryptionFailed } from '../cipher.ts'
import { isUnavailable } from '../db/unavailable.ts'
import { type AnonymousRequestDeps, readAnonymousBody } from './anonymous-request.ts'
import { canBeInlined, inlined } from './inlined-photos.ts'
import { localeOf } from './locale.ts'
import type { Sendable } from './reply.ts'
import type { Send } from './send.ts'

const titles: [new (...args: never[]) => DomainError, MessageKey][] = [
  [NotFound, 'error.notFoundTitle'],
  [Forbidden, 'error.forbiddenTitle'],
  [Invalid, 'error.invalidTitle'],
  [Conflict, 'error.conflictTitle'],
  [Busy, 'error.busyTitle'],
  [DecryptionFailed, 'error.sealBrokenTitle'],
]

interface TypedFields {
  isSecret: (name: string) => boolean
  /** What only steers a form: it is sent again without being shown. */
  isSteering: (name: string) => boolean
}

export interface ErrorPageDeps extends Pick<AnonymousRequestDeps, 'cleanPhoto'>, TypedFields {
  send: Send
}

/** The last word of every request that went wrong: what happened, what to do, and what was typed, to be sent again. */
export const errorPage =
  ({ cleanPhoto, send, ...fields }: ErrorPageDeps) =>
  async (error: unknown, req: Request, res: Response, next: NextFunction): Promise<void> => {
    if (res.headersSent) return next(error)
    const known = error instanceof DomainError ? error : (clientFault(error) ?? overload(error))
    if (!known || known instanceof Busy) req.log.error({ err: error }, 'unexpected')
    if (known instanceof DecryptionFailed) req.log.error({ place: known.place }, decryptionFailed)
    await showTyped(req, res)
    if (known instanceof Busy) res.setHeader('Retry-After', String(known.retryAfterSeconds))
    const again = mayRepeat(req, known)
      ? repeating(req, await parkPhotos(req, cleanPhoto), fields)
      : toCopy(req, known, fields)
    await send(req, res, errorReply(known, req, again), req.user)
  }

/** Express's own complaints about an address that cannot be decoded. */
function clientFault(error: unknown): DomainError | undefined {
  const { status } = error as { status?: number }
  return status !== undefined && status >= 400 && status < 500 ? new Invalid('error.invalid', status) : undefined
}

/** A database that is away is nobody's mistake: the same request may succeed in a while. */
const overload = (error: unknown): DomainError | undefined =>
  isUnavailable(error) ? new Busy('error.busy', 15) : undefined

/** Reads what was typed when the request failed before its body was read, such as for its session. */
async function showTyped(req: Request, res: Response): Promise<void> {
  if (req.method === 'POST' && req.body === undefined) await readAnonymousBody(req, res, '').catch(() => undefined)
}

interface Photos {
  inPage: Buffer[]
  lost: number
}

/** The photos that came, for the page: there is nowhere else while the database is away. */
async function parkPhotos(req: Request, cleanPhoto: AnonymousRequestDeps['cleanPhoto']): Promise<Photos> {
  const { uploaded = [], dropped = 0 } = req
  const clean = await Promise.all(uploaded.slice(0, 3).map(({ body, path }) => cleanPhoto(path ?? body)))
  const inPage = clean.filter((one) => one !== undefined && canBeInlined(one)) as Buffer[]
  return { inPage, lost: uploaded.length + dropped - inPage.length }
}

function errorReply(error: DomainError | undefined, req: Request, again: Again): Sendable {
  const t = sayIn(localeOf(req))
  const actor = req.user
  const title = error ? t(titles.find(([kind]) => error instanceof kind)![1]) : t('error.title')
  const role = actor ? t(`role.${actor.role}`) : ''
  const key = error && isMessageKey(error.messageKey) ? error.messageKey : 'error.ours'
  const text = t(key, { reference: String(req.id), role, ...error?.params })
  const model = { title, text, reference: String(req.id), action: req.originalUrl, ...again }
  return { kind: 'page', view: 'errors/error', model, status: error?.status ?? 500, layout: actor ? 'app' : 'bare' }
}

type Again = ReturnType<typeof repeating>

/** A form that came too late is not sent again, but what was typed can be copied from the page. */
const toCopy = (req: Request, error: DomainError | undefined, fields: TypedFields): Again =>
  error instanceof Conflict ? { ...notAgain, kept: typedFields(req, [], fields).kept } : notAgain

const notAgain: Again = { canRepeat: false, kept: [], hidden: [], photos: '', enctype: '' }

const mayRepeat = (req: Request, error: DomainError | undefined): boolean =>
  req.method === 'POST' && (error === undefined || error instanceof Busy || error.status === 413)

/** The form that sends it all once more. */
function repeating(req: Request, { inPage, lost }: Photos, fields: TypedFields) {
  const t = sayIn(localeOf(req))
  const said = [
    inPage.length > 0 ? t('session.photosKept', { count: inPage.length }) : '',
    lost > 0 ? t('error.photosLost', { count: lost }) : '',
  ]
  return {
    canRepeat: true,
    ...typedFields(req, inPage, fields),
    photos: said.filter(Boolean).join(' '),
    enctype: inPage.length > 0 ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
  }
}

/** Everything that was typed, but never a password. */
function typedFields(req: Request, photos: Buffer[], { isSecret, isSteering }: TypedFields) {
  const typed = req.typed ?? {}
  const all = Object.entries(typed)
    .filter(([name]) => !isSecret(name))
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: String(one) })))
  const isHidden = ({ name, value }: { name: string; value: string }) => isSteering(name) || value === ''
  return { kept: all.filter((one) => !isHidden(one)), hidden: [...all.filter(isHidden), ...inlined(photos)] }
}
