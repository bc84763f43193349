import { body } from 'express-validator'
import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import {
  polresWithin,
  quarantineFilter,
  unassignedEnvelope,
  unassignedEnvelopes,
} from '../../officers/envelopes/index.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { assignUnit } from './unassigned.commands.ts'
import { unassignedPage } from './unassigned.pages.ts'

const unassigned = async ({ tx, scope, params }: Context) => ({
  ...orNotFound(await unassignedEnvelope(tx, params.titipan!)),
  polres: await polresWithin(tx, scope),
})

/** Whom to give what nobody known has signed: the admin decides on that alone, and reads none of it. */
export const unassignedRoutes = [
  get('/kiriman-tak-dikenal', {
    allow: 'envelope.place',
    menu: { in: 'account', label: 'unplaced.title', order: 80 },
    handle: async (context) => {
      const { tx, scope } = context
      const filter = quarantineFilter(context)
      const found = await unassignedEnvelopes(tx, filter)
      return page(
        'intake/unplaced',
        unassignedPage(context, { unassigned: found, filter, polres: await polresWithin(tx, scope) }),
      )
    },
  }),
  post('/kiriman-tak-dikenal/:titipan/penyerahan', {
    allow: 'envelope.place',
    on: unassigned,
    accept: ({ subject }) => [body('satuan').isIn(subject.polres.map(({ path }) => path))],
    handle: async (context) => {
      const { digest, reportId } = context.subject
      await assignUnit(context, { digest, reportId, unitPath: String(context.input.satuan) })
      return redirect(paths.unassigned, 'unplaced.placed')
    },
  }),
]
