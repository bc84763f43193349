import type { Express, Request, Response } from 'express'
import type { Actor } from '../../access/policy/actor.ts'
import { mayEver } from '../../access/policy/policy.ts'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { rememberGrouped } from '../db/audit-groups.ts'
import type { Db } from '../db/connect.ts'
import { explained } from '../db/constraints.ts'
import { keptFilesOf } from '../db/kept-files.ts'
import { answer } from './answer.ts'
import { asBody, type Body, readBody, type Takes } from './body.ts'
import { type ContextDeps, contextOf, visitorContext } from './context.ts'
import type { Endpoint, OpenEndpoint, SignInAnswer } from './endpoint.ts'
import { type Entering, type Reply, redirect } from './reply.ts'
import { enter, send } from './send.ts'
import { keepForm, type StrangerDeps, signInFirst } from './stranger.ts'

export interface DoorDeps extends StrangerDeps, ContextDeps {
  /** Asks Passport who the sender of a sign-in form is. */
  verify: (req: Request, res: Response) => Promise<SignInAnswer>
  /** Who that is today; nobody when his rights have changed since. */
  actorOf: (db: Db, person: Entering) => Promise<Actor | undefined>
}

type Door = DoorDeps & { endpoints: readonly (Endpoint | OpenEndpoint)[] }

const nothing: Body = { sent: {}, files: [], dropped: 0 }

/** What somebody who came in with a one-time code may do before the password is chosen and the devices are confirmed. */
const beforeDuties = new Set(['password.change', 'session.manage'])

/** The page that must be answered before any other; undefined when nothing is due. */
function dutyOf({ mustChangePassword, mustConfirmDevices }: Actor): string | undefined {
  if (mustChangePassword) return paths.password
  return mustConfirmDevices ? paths.confirmDevices : undefined
}

/** The one door. Everyone passes it in this order: who are you, may you, is it well formed, do it, say so. */
export function mount(app: Express, endpoints: readonly (Endpoint | OpenEndpoint)[], deps: DoorDeps): void {
  const door = { ...deps, endpoints }
  for (const endpoint of endpoints) {
    app[endpoint.method](endpoint.path, (req: Request, res: Response) => {
      if ('open' in endpoint) return openTo(endpoint, req, res, door)
      const actor = req.user as Actor | undefined
      if (!actor) return meet(endpoint, req, res, door)
      return admit(endpoint, req, res, actor, door).catch((error: unknown) => refused(endpoint, actor, door, error))
    })
  }
}

/** Who asks for what is not theirs is remembered, whatever becomes of that; the answer stays the same. */
async function refused({ allow }: Endpoint, { id }: Actor, door: Door, error: unknown): Promise<never> {
  if (error instanceof Forbidden) {
    const group = { action: 'access.denied', subject: id, detail: allow, actorId: id } as const
    await rememberGrouped(door.db, door.sealer, group, door.clock()).catch(() => undefined)
  }
  throw error
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
  const duty = dutyOf(actor)
  if (duty && !beforeDuties.has(endpoint.allow)) {
    const asked = await keepForm(endpoint, contextOf(req, actor, door), req, res, door)
    return send(req, res, asked ?? redirect(duty), actor)
  }
  if (!mayEver(actor, endpoint.allow)) throw new Forbidden()
  if (req.params.id !== undefined && !isUuid(req.params.id)) throw new NotFound()
  const body = kept ?? (endpoint.method === 'post' ? await readBody(req, res, takenBy(endpoint)) : nothing)
  const context = contextOf(req, actor, door)
  const reply = await answer(endpoint, req, context, body, door.db).catch((error: unknown) =>
    Promise.reject(explained(error)),
  )
  if (reply.kind === 'resume') return resume(req, res, reply, { ...actor, mustConfirmDevices: false }, door)
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
  if (dutyOf(actor)) return send(req, res, await door.askFirst(contextOf(req, actor, door), form, sealed), actor)
  Object.assign(req, { url: form.url, originalUrl: form.url, params: form.params, user: actor })
  const files = await keptFilesOf(door.db, form.id, door.clock())
  const body = asBody(req, form.sent, files, form.photos.kept + form.photos.lost - files.length)
  await admit(endpoint, req, res, actor, door, body)
}

async function openTo(endpoint: OpenEndpoint, req: Request, res: Response, door: Door): Promise<void> {
  const { sent } = endpoint.method === 'post' ? await readBody(req, res, 'none') : nothing
  const context = visitorContext(req, door)
  const reply = await endpoint.handle({
    ...context,
    sent,
    actor: req.user as Actor | undefined,
    signedIn: req.user !== undefined,
    verify: () => door.verify(req, res),
  })
  if (reply.kind === 'resume') return resume(req, res, reply, undefined, door)
  await send(req, res, reply, req.user as Actor | undefined)
}
