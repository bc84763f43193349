import type { Request } from 'express'
import type { Actor } from '../../access/policy/actor.ts'
import { scopeOf } from '../../access/policy/scope.ts'
import { dayIn } from '../../kernel/days.ts'
import type { TtlCache } from '../../kernel/ttl-cache.ts'
import { sayIn } from '../../sentences/say.ts'
import type { Cipher } from '../cipher.ts'
import type { Db } from '../db/connect.ts'
import { networkOf } from '../load/address.ts'
import type { RequestKind } from '../load/concurrency-limits.ts'
import type { Context, VisitorContext } from './endpoint.ts'
import { localeOf } from './locale.ts'

/** What every request is served with. */
export interface ContextDeps {
  db: Db
  /** The same database for questions that may take longer, over connections that nobody sends with. */
  patient: Db
  clock: () => Date
  cipher: Cipher
  cached: TtlCache
  /** What the device cookie tells. */
  devices: {
    of: (req: Request) => string
    last: (req: Request) => string
    hasSignedIn: (req: Request) => boolean
    markOf: (req: Request, nrp: string) => string
  }
}

const takesLong = (kind?: RequestKind) => kind === 'recap' || kind === 'export'

/** The context of any request. */
export function visitorContext(
  req: Request,
  { db, patient, clock, cipher, cached, devices }: ContextDeps,
  kind?: RequestKind,
): VisitorContext {
  const locale = localeOf(req)
  return {
    tx: takesLong(kind) ? patient : db,
    now: clock(),
    locale,
    t: sayIn(locale),
    params: req.params as Record<string, string>,
    query: req.query,
    requestId: String(req.id),
    device: devices.of(req),
    lastHere: devices.last(req),
    hasSignedInHere: devices.hasSignedIn(req),
    markOf: (nrp) => devices.markOf(req, nrp),
    agent: req.headers['user-agent'] ?? '',
    address: networkOf(req.ip ?? ''),
    cipher,
    cached,
    log: req.log,
  }
}

/** The context of a signed-in person: with their scope and the day in their zone. */
export function contextOf(req: Request, actor: Actor, deps: ContextDeps, kind?: RequestKind): Context {
  const context = visitorContext(req, deps, kind)
  const today = dayIn(actor.timeZone, context.now)
  return { ...context, actor, scope: scopeOf(actor), today, sessionId: req.sessionID }
}
