import type { Express, Request, Response } from 'express'
import { matchedData, type ValidationChain } from 'express-validator'
import { dayIn } from '../../kernel/days.ts'
import { Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { Actor } from '../../policy/actor.ts'
import { may, mayEver } from '../../policy/policy.ts'
import { reachOf } from '../../policy/reach.ts'
import type { Db } from '../db/connect.ts'
import { explained } from '../db/constraints.ts'
import { keptFilesOf } from '../db/kept-files.ts'
import { sayIn } from '../i18n/say.ts'
import type { Sealer } from '../seal.ts'
import { asBody, type Body, readBody, type Takes } from './body.ts'
import type { Briefly } from './briefly.ts'
import type { Context, Endpoint, Handling, OpenEndpoint, SignInAnswer, Violation, VisitorContext } from './endpoint.ts'
import { localeOf } from './locale.ts'
import { type Entering, type Reply, redirect } from './reply.ts'
import { kindOf } from './room.ts'
import { enter, send } from './send.ts'
import { keepForm, type StrangerDeps, signInFirst } from './stranger.ts'

export interface DoorDeps extends StrangerDeps {
  db: Db
  /** The same database for questions that may take longer, over connections that nobody sends with. */
  patient: Db
  clock: () => Date
  sealer: Sealer
  briefly: Briefly
  /** Asks Passport who the sender of a sign-in form is. */
  verify: (req: Request, res: Response) => Promise<SignInAnswer>
  /** What the device cookie tells. */
  devices: {
    of: (req: Request) => string
    last: (req: Request) => string
    markOf: (req: Request, nrp: string) => string
  }
  /** Who that is today; nobody when his rights have changed since. */
  actorOf: (db: Db, person: Entering) => Promise<Actor | undefined>
}

type Door = DoorDeps & { endpoints: readonly (Endpoint | OpenEndpoint)[] }

const toOwnPassword = redirect('/sandi')
const nothing: Body = { sent: {}, files: [], dropped: 0 }
/** What somebody with a first or reset password may do before choosing an own one. */
const beforeOwnPassword = new Set(['password.change', 'session.manage'])

/** The one door. Everyone passes it in this order: who are you, may you, is it well formed, do it, say so. */
export function mount(app: Express, endpoints: readonly (Endpoint | OpenEndpoint)[], deps: DoorDeps): void {
  const door = { ...deps, endpoints }
  for (const endpoint of endpoints) {
    app[endpoint.method](endpoint.path, (req: Request, res: Response) => {
      if ('open' in endpoint) return openTo(endpoint, req, res, door)
      const actor = req.user as Actor | undefined
      return actor ? admit(endpoint, req, res, actor, door) : meet(endpoint, req, res, door)
    })
  }
}

/** Nobody is signed in: the way to sign in, with what was typed. */
async function meet(endpoint: Endpoint, req: Request, res: Response, door: Door): Promise<void> {
  const asked = await keepForm(endpoint, visitorContext(req, door), req, res, door)
  await send(req, res, asked ?? signInFirst(req), undefined)
}

/** `kept`: the body of a form that waited for its writer. */
async function admit(
  endpoint: Endpoint,
  req: Request,
  res: Response,
  actor: Actor,
  door: Door,
  kept?: Body,
): Promise<void> {
  if (actor.mustChangePassword && !beforeOwnPassword.has(endpoint.allow)) {
    const asked = await keepForm(endpoint, contextOf(req, actor, door), req, res, door)
    return send(req, res, asked ?? toOwnPassword, actor)
  }
  if (!mayEver(actor, endpoint.allow)) throw new Forbidden()
  if (req.params.id !== undefined && !isUuid(req.params.id)) throw new NotFound()
  const body = kept ?? (endpoint.method === 'post' ? await readBody(req, res, takenBy(endpoint)) : nothing)
  const context = contextOf(req, actor, door)
  const reply = await answer(endpoint, req, context, body, door.db).catch((error: unknown) =>
    Promise.reject(explained(error)),
  )
  if (reply.kind === 'resume') return resume(req, res, reply, { ...actor, mustChangePassword: false }, door)
  await send(req, res, reply, actor)
}

function takenBy({ json, files, carries }: Endpoint): Takes {
  if (json) return 'json'
  if (carries) return 'envelopes'
  return files ? 'photos' : 'none'
}

/** Sends a kept form on, as if its writer had just pressed the button. */
async function resume(
  req: Request,
  res: Response,
  { form, sealed, enter: person }: Extract<Reply, { kind: 'resume' }>,
  known: Actor | undefined,
  door: Door,
): Promise<void> {
  if (person) await enter(req, person)
  const actor = person ? await door.actorOf(door.db, person) : known
  const isMeant = (one: Endpoint | OpenEndpoint) => one.method === 'post' && one.path === form.path && !('open' in one)
  const endpoint = door.endpoints.find(isMeant) as Endpoint | undefined
  if (!actor || !endpoint) return send(req, res, redirect('/'), actor)
  if (actor.mustChangePassword) return send(req, res, door.askFirst(contextOf(req, actor, door), form, sealed), actor)
  Object.assign(req, { url: form.url, originalUrl: form.url, params: form.params, user: actor })
  const files = await keptFilesOf(door.db, form.id, door.clock())
  const body = asBody(req, form.sent, files, form.photos.kept + form.photos.lost - files.length)
  await admit(endpoint, req, res, actor, door, body)
}

const takesLong = (req: Request) => ['recap', 'export'].includes(kindOf(req))

function visitorContext(req: Request, { db, patient, clock, sealer, briefly, devices }: DoorDeps): VisitorContext {
  const locale = localeOf(req)
  return {
    tx: takesLong(req) ? patient : db,
    now: clock(),
    locale,
    t: sayIn(locale),
    params: req.params as Record<string, string>,
    query: req.query,
    requestId: String(req.id),
    device: devices.of(req),
    lastHere: devices.last(req),
    markOf: (nrp) => devices.markOf(req, nrp),
    agent: req.headers['user-agent'] ?? '',
    address: req.ip ?? '',
    sealer,
    briefly,
    log: req.log,
  }
}

function contextOf(req: Request, actor: Actor, deps: DoorDeps): Context {
  const context = visitorContext(req, deps)
  const today = dayIn(actor.timeZone, context.now)
  return { ...context, actor, reach: reachOf(actor), today, sessionId: req.sessionID }
}

async function openTo(endpoint: OpenEndpoint, req: Request, res: Response, door: Door): Promise<void> {
  const { sent } = endpoint.method === 'post' ? await readBody(req, res, 'none') : nothing
  const context = visitorContext(req, door)
  const reply = await endpoint.handle({
    ...context,
    sent,
    signedIn: req.user !== undefined,
    verify: () => door.verify(req, res),
  })
  if (reply.kind === 'resume') return resume(req, res, reply, undefined, door)
  await send(req, res, reply, req.user as Actor | undefined)
}

async function answer(
  endpoint: Endpoint,
  req: Request,
  context: Context,
  { sent, files, dropped }: Body,
  db: Db,
): Promise<Reply> {
  const subject = (await endpoint.on?.(context)) as never
  if (!may(context.actor, endpoint.allow, subject)) throw new Forbidden()
  const handling: Handling<never> = { ...context, subject, input: {}, sent, files }
  const violations = await violationsIn(req, (await endpoint.accept?.(handling)) ?? [])
  // What lost a photo on the way is not sent by itself: its form comes back, to choose the photo again.
  if (dropped > 0) violations.push({ field: 'foto', message: context.t('session.photosLost', { count: dropped }) })
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
