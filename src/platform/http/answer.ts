import type { Request } from 'express'
import { matchedData, type ValidationChain } from 'express-validator'
import { may } from '../../access/policy/policy.ts'
import { Conflict, Forbidden, Invalid } from '../../kernel/errors.ts'
import type { Db } from '../db/connect.ts'
import { explained } from '../db/constraints.ts'
import type { Body } from './body.ts'
import type { Context, Endpoint, Handling, Violation } from './endpoint.ts'
import type { Reply } from './reply.ts'
import { recordTrace } from './trace.ts'

/** May you, is it well formed, do it: what an endpoint says to somebody who may come so far. */
export async function answer(
  endpoint: Endpoint,
  req: Request,
  context: Context,
  { sent, files, dropped }: Body,
  db: Db,
): Promise<Reply> {
  const subject = (await endpoint.on?.(context)) as never
  const handling: Handling<never> = { ...context, subject, input: {}, sent, files }
  if (!may(context.actor, endpoint.allow, subject)) return overtakenOr(endpoint, handling, new Forbidden())
  const photoFault = (await endpoint.parkPhotos?.({ ...handling, tx: db })) ?? ''
  const violations = await violationsIn(req, (await endpoint.accept?.(handling, photoFault)) ?? [])
  // What lost a photo on the way is not sent by itself: its form comes back, to choose the photo again.
  if (dropped > 0)
    violations.push({ field: endpoint.files ?? '', message: context.t('session.photosLost', { count: dropped }) })
  if (violations.length > 0 && !endpoint.invalid) throw new Invalid()
  if (violations.length > 0) return endpoint.invalid!({ ...handling, tx: db }, violations)
  const input = matchedData(req, { locations: ['body', 'query'], includeOptionals: true })
  return perform(endpoint, { ...handling, input }, db).catch(async (error: unknown) => {
    if (!endpoint.overtaken || !(explained(error) instanceof Conflict)) throw error
    return overtakenOr(endpoint, { ...handling, input, subject: (await endpoint.on?.(context)) as never }, error)
  })
}

/**
 * A write is one transaction, begun only once there is something to write; its reply leaves after the commit. What
 * was judged before is guarded by the write itself: a state, a version, a constraint.
 */
async function perform(endpoint: Endpoint, handling: Handling<never>, db: Db): Promise<Reply> {
  if (endpoint.isStatement) return endpoint.handle({ ...handling, tx: db })
  if (endpoint.method === 'get') {
    const reply = await endpoint.handle(handling)
    await recordTrace(endpoint.trace, handling, reply, db)
    return reply
  }
  return db.$transaction((tx) => Promise.resolve(endpoint.handle({ ...handling, tx })))
}

async function overtakenOr(endpoint: Endpoint, handling: Handling<never>, error: unknown): Promise<Reply> {
  const reply = await endpoint.overtaken?.(handling)
  if (!reply) throw error
  return reply
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
