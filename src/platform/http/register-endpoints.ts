import type { Express, Request, Response } from 'express'
import type { Actor } from '../../access/policy/actor.ts'
import { mayEver } from '../../access/policy/policy.ts'
import { Forbidden, NotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { appendGroupedAudit } from '../db/audit-groups.ts'
import type { Db } from '../db/connect.ts'
import { explained } from '../db/constraints.ts'
import { parkedFilesOf } from '../db/parked-files.ts'
import { type AnonymousRequestDeps, offerResubmission, signInFirst } from './anonymous-request.ts'
import { answer } from './answer.ts'
import { asBody, type Body, readBody, type Takes } from './body.ts'
import { type ContextDeps, contextOf, visitorContext } from './context.ts'
import type { Endpoint, OpenEndpoint, SignInAnswer } from './endpoint.ts'
import { type Entering, type Reply, redirect } from './reply.ts'
import { enter, type Send } from './send.ts'

export interface EndpointDeps extends AnonymousRequestDeps, ContextDeps {
  /** Lets Passport judge a sign-in form. */
  verify: (req: Request, res: Response) => Promise<SignInAnswer>
  send: Send
  /** The page that must be answered before any other; undefined when nothing is due. */
  dutyOf: (actor: Actor) => string | undefined
  /** The account as it is today; undefined when its rights have changed since. */
  actorOf: (db: Db, person: Entering) => Promise<Actor | undefined>
}

type Endpoints = EndpointDeps & { endpoints: readonly (Endpoint | OpenEndpoint)[] }

const nothing: Body = { sent: {}, files: [], dropped: 0 }

/** Registers each endpoint as a route. A request is authenticated, authorized, validated, handled and answered, in that order. */
export function registerEndpoints(
  app: Express,
  endpoints: readonly (Endpoint | OpenEndpoint)[],
  services: EndpointDeps,
): void {
  const deps = { ...services, endpoints }
  for (const endpoint of endpoints) {
    app[endpoint.method](endpoint.path, (req: Request, res: Response) => {
      if ('open' in endpoint) return handleOpen(endpoint, req, res, deps)
      const actor = req.user
      if (!actor) return answerAnonymous(endpoint, req, res, deps)
      return dispatch(endpoint, req, res, actor, deps).catch((error: unknown) =>
        auditRefusal(endpoint, actor, deps, error),
      )
    })
  }
}

/** Records a forbidden request in the audit. The answer is the same whether or not that succeeds. */
async function auditRefusal({ allow }: Endpoint, { id }: Actor, deps: Endpoints, error: unknown): Promise<never> {
  if (error instanceof Forbidden) {
    const group = { action: 'access.denied', subject: id, detail: allow, actorId: id } as const
    await appendGroupedAudit(deps.db, deps.cipher, group, deps.clock()).catch(() => undefined)
  }
  throw error
}

/** Answers a request without a session: the sign-in page, with what was typed. */
async function answerAnonymous(endpoint: Endpoint, req: Request, res: Response, deps: Endpoints): Promise<void> {
  const asked = await offerResubmission(endpoint, visitorContext(req, deps, endpoint.kind), req, res, deps)
  await deps.send(req, res, asked ?? signInFirst(req, deps), undefined)
}

/** `kept`: the body of a form that is resubmitted after sign-in. */
async function dispatch(
  endpoint: Endpoint,
  req: Request,
  res: Response,
  actor: Actor,
  deps: Endpoints,
  kept?: Body,
): Promise<void> {
  const duty = deps.dutyOf(actor)
  if (duty && !endpoint.beforeDuties) {
    const asked = await offerResubmission(endpoint, contextOf(req, actor, deps, endpoint.kind), req, res, deps)
    return deps.send(req, res, asked ?? redirect(duty), actor)
  }
  if (!mayEver(actor, endpoint.allow)) throw new Forbidden()
  if (req.params.id !== undefined && !isUuid(req.params.id)) throw new NotFound()
  const body =
    kept ?? (endpoint.method === 'post' ? await readBody(req, res, takenBy(endpoint), endpoint.files) : nothing)
  const context = contextOf(req, actor, deps, endpoint.kind)
  const reply = await answer(endpoint, req, context, body, deps.db).catch((error: unknown) =>
    Promise.reject(explained(error)),
  )
  if (reply.kind === 'resume') return resume(req, res, reply, { ...actor, mustConfirmDevices: false }, deps)
  await deps.send(req, res, reply, actor)
}

function takenBy({ json, files, carries }: Endpoint): Takes {
  if (json) return 'json'
  if (carries) return 'envelopes'
  return files === undefined ? 'none' : 'photos'
}

/** Resubmits a form that waited for sign-in, as if its writer had just sent it. */
async function resume(
  req: Request,
  res: Response,
  { form, sealed, enter: person }: Extract<Reply, { kind: 'resume' }>,
  known: Actor | undefined,
  deps: Endpoints,
): Promise<void> {
  if (person) await enter(req, person)
  const actor = person ? await deps.actorOf(deps.db, person) : known
  const isMeant = (one: Endpoint | OpenEndpoint) => one.method === 'post' && one.path === form.path && !('open' in one)
  const endpoint = deps.endpoints.find(isMeant) as Endpoint | undefined
  if (!actor || !endpoint) return deps.send(req, res, redirect('/'), actor)
  if (deps.dutyOf(actor))
    return deps.send(
      req,
      res,
      await deps.resubmissionPage(contextOf(req, actor, deps, endpoint.kind), form, sealed),
      actor,
    )
  Object.assign(req, { url: form.url, originalUrl: form.url, params: form.params, user: actor })
  const files = await parkedFilesOf(deps.db, form.id, deps.clock())
  const body = asBody(req, form.sent, files, form.photos.kept + form.photos.lost - files.length)
  await dispatch(endpoint, req, res, actor, deps, body)
}

async function handleOpen(endpoint: OpenEndpoint, req: Request, res: Response, deps: Endpoints): Promise<void> {
  const { sent } = endpoint.method === 'post' ? await readBody(req, res, 'none') : nothing
  const context = visitorContext(req, deps, endpoint.kind)
  const reply = await endpoint.handle({
    ...context,
    sent,
    actor: req.user,
    signedIn: req.user !== undefined,
    verify: () => deps.verify(req, res),
  })
  if (reply.kind === 'resume') return resume(req, res, reply, undefined, deps)
  await deps.send(req, res, reply, req.user)
}
