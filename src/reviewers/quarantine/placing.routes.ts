import { body } from 'express-validator'
import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { heldFilter, polresWithin, unplacedEnvelope, unplacedEnvelopes } from '../../officers/envelopes/index.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { placeEnvelope } from './placing.commands.ts'
import { unplacedPage } from './placing.pages.ts'

const unplaced = async ({ tx, scope, params }: Context) => ({
  ...orNotFound(await unplacedEnvelope(tx, params.titipan!)),
  polres: await polresWithin(tx, scope),
})

/** Whom to give what nobody known has signed: the admin decides on that alone, and reads none of it. */
export const placingRoutes = [
  get('/kiriman-tak-dikenal', {
    allow: 'envelope.place',
    handle: async (context) => {
      const { tx, scope } = context
      const filter = heldFilter(context)
      const found = await unplacedEnvelopes(tx, filter)
      return page(
        'intake/unplaced',
        unplacedPage(context, { unplaced: found, filter, polres: await polresWithin(tx, scope) }),
      )
    },
  }),
  post('/kiriman-tak-dikenal/:titipan/penyerahan', {
    allow: 'envelope.place',
    on: unplaced,
    accept: ({ subject }) => [body('satuan').isIn(subject.polres.map(({ path }) => path))],
    handle: async (context) => {
      const { digest, reportId } = context.subject
      await placeEnvelope(context, { digest, reportId, unitPath: String(context.input.satuan) })
      return redirect(paths.unplaced, 'unplaced.placed')
    },
  }),
]
