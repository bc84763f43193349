import { body } from 'express-validator'
import { orNotFound } from '../kernel/errors.ts'
import { paths } from '../kernel/paths.ts'
import { type Context, get, post } from '../platform/http/endpoint.ts'
import { page, type Reply, redirect } from '../platform/http/reply.ts'
import { discardEnvelope } from './quarantine.commands.ts'
import { type Again, quarantinePage, whyUnfit } from './quarantine.pages.ts'
import { gapsWithin, heldWithin, type UndecidedEnvelope, undecidedEnvelope } from './quarantine.queries.ts'
import { release } from './releasing.ts'

const mostShown = 100

async function show(context: Context, again?: Again): Promise<Reply> {
  const { tx, reach } = context
  const held = await heldWithin(tx, reach, mostShown)
  const model = quarantinePage(context, held, await gapsWithin(tx, reach, mostShown), again)
  return page('intake/quarantine', model, again ? 422 : 200)
}

const undecided = async ({ tx, reach, params }: Context): Promise<UndecidedEnvelope> =>
  orNotFound(await undecidedEnvelope(tx, reach, params.sidik!))

export const quarantineRoutes = [
  get('/karantina', { allow: 'envelope.review', handle: (context) => show(context) }),
  post('/karantina/:sidik/pelepasan', {
    allow: 'envelope.decide',
    on: undecided,
    handle: async (context) => {
      const { subject } = context
      const released = await release(context, subject)
      if ('number' in released) return redirect(paths.quarantine, 'quarantine.released', released)
      return show(context, { digest: subject.digest, problem: whyUnfit(context, released), note: '' })
    },
  }),
  post('/karantina/:sidik/penyisihan', {
    allow: 'envelope.decide',
    on: undecided,
    accept: ({ t }) => [
      body('alasan').trim().isLength({ min: 10, max: 500 }).withMessage(t('quarantine.discardShort')),
    ],
    invalid: (context, [violation]) =>
      show(context, {
        ...{ digest: context.subject.digest, problem: violation!.message },
        note: String(context.sent.alasan ?? ''),
      }),
    handle: async (context) => {
      const { digest, reportId } = context.subject
      await discardEnvelope(context, { digest, reportId, note: String(context.input.alasan) })
      return redirect(paths.quarantine, 'quarantine.discarded')
    },
  }),
]
