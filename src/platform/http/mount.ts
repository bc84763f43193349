import type { Express, Request, Response } from 'express'
import { matchedData, type ValidationChain } from 'express-validator'
import { dayIn } from '../../kernel/days.ts'
import { Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import type { Actor } from '../../policy/actor.ts'
import { may, mayEver } from '../../policy/policy.ts'
import { reachOf } from '../../policy/reach.ts'
import type { Db } from '../db/connect.ts'
import { explained } from '../db/constraints.ts'
import { sayIn } from '../i18n/say.ts'
import type { Sealer } from '../seal.ts'
import { type Body, readBody } from './body.ts'
import type { Context, Endpoint, Handling, OpenEndpoint, SignInAnswer, Violation, VisitorContext } from './endpoint.ts'
import { localeOf } from './locale.ts'
import { type Reply, redirect } from './reply.ts'
import { send } from './send.ts'

export interface DoorDeps {
  db: Db
  clock: () => Date
  sealer: Sealer
  /** Asks Passport who the sender of a sign-in form is. */
  verify: (req: Request, res: Response) => Promise<SignInAnswer>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What somebody with a first or reset password may do before choosing an own one. */
const beforeOwnPassword = new Set(['password.change', 'session.manage'])

/** The one door. Everyone passes it in this order: who are you, may you, is it well formed, do it, say so. */
export function mount(app: Express, endpoints: readonly (Endpoint | OpenEndpoint)[], deps: DoorDeps): void {
  for (const endpoint of endpoints) {
    app[endpoint.method](endpoint.path, async (req: Request, res: Response) => {
      if ('open' in endpoint) return openTo(endpoint, req, res, deps)
      const actor = req.user as Actor | undefined
      if (!actor) return send(req, res, redirect(signInPath(req)), undefined)
      if (actor.mustChangePassword && !beforeOwnPassword.has(endpoint.allow))
        return send(req, res, redirect('/sandi'), actor)
      if (!mayEver(actor, endpoint.allow)) throw new Forbidden()
      if (req.params.id !== undefined && !uuid.test(String(req.params.id))) throw new NotFound()
      const body: Body =
        endpoint.method === 'post' ? await readBody(req, res, endpoint.files ?? false) : { sent: {}, files: [] }
      const context = contextOf(req, actor, deps)
      const reply = await answer(endpoint, req, context, body, deps.db).catch((error: unknown) =>
        Promise.reject(explained(error)),
      )
      await send(req, res, reply, actor)
    })
  }
}

const signInPath = (req: Request) =>
  req.method === 'GET' && req.path !== '/' ? `/masuk?kembali=${encodeURIComponent(req.originalUrl)}` : '/masuk'

function visitorContext(req: Request, { db: tx, clock, sealer }: DoorDeps): VisitorContext {
  const locale = localeOf(req)
  return {
    tx,
    now: clock(),
    locale,
    t: sayIn(locale),
    params: req.params as Record<string, string>,
    query: req.query,
    requestId: String(req.id),
    device: String(req.app.get('device of')(req)),
    address: req.ip ?? '',
    sealer,
  }
}

function contextOf(req: Request, actor: Actor, deps: DoorDeps): Context {
  const context = visitorContext(req, deps)
  const today = dayIn(actor.timeZone, context.now)
  return { ...context, actor, reach: reachOf(actor), today, sessionId: req.sessionID }
}

async function openTo(endpoint: OpenEndpoint, req: Request, res: Response, deps: DoorDeps): Promise<void> {
  const { sent } = endpoint.method === 'post' ? await readBody(req, res, false) : { sent: {} }
  const context = visitorContext(req, deps)
  const reply = await endpoint.handle({
    ...context,
    sent,
    signedIn: req.user !== undefined,
    verify: () => deps.verify(req, res),
  })
  await send(req, res, reply, req.user as Actor | undefined)
}

async function answer(
  endpoint: Endpoint,
  req: Request,
  context: Context,
  { sent, files }: Body,
  db: Db,
): Promise<Reply> {
  const subject = (await endpoint.on?.(context)) as never
  if (!may(context.actor, endpoint.allow, subject)) throw new Forbidden()
  const handling: Handling<never> = { ...context, subject, input: {}, sent, files }
  const violations = await violationsIn(req, (await endpoint.accept?.(handling)) ?? [])
  if (violations.length > 0 && !endpoint.invalid) throw new Invalid()
  if (violations.length > 0) return endpoint.invalid!(handling, violations)
  const input = matchedData(req, { locations: ['body', 'query'], includeOptionals: true })
  if (endpoint.method === 'get' || endpoint.ownStatement) return endpoint.handle({ ...handling, input })
  // A write is one transaction, begun only once there is something to write; its reply leaves after the commit. What
  // was judged before is guarded by the write itself: a state, a version, a constraint.
  return db.$transaction((tx) => Promise.resolve(endpoint.handle({ ...handling, input, tx })))
}

/** The first fault of each field, in the order of the chains, which is the order of the page. */
async function violationsIn(req: Request, chains: ValidationChain[]): Promise<Violation[]> {
  const found = new Map<string, string>()
  for (const chain of chains) {
    const result = await chain.run(req)
    for (const error of result.array()) {
      if (error.type !== 'field') continue
      // express-validator writes a name with dots as ["a.0.b"]; the page knows it by its own name.
      const name = error.path.replace(/^\["|"\]$/g, '')
      if (!found.has(name)) found.set(name, String(error.msg))
    }
  }
  return [...found].map(([field, message]) => ({ field, message }))
}
