import { get } from '../platform/http/endpoint.ts'
import { page } from '../platform/http/reply.ts'
import { quarantinePage } from './quarantine.pages.ts'
import { gapsWithin, heldWithin } from './quarantine.queries.ts'

const mostShown = 100

export const quarantineRoutes = [
  get('/karantina', {
    allow: 'envelope.review',
    handle: async (context) => {
      const { tx, reach } = context
      const held = await heldWithin(tx, reach, mostShown)
      return page('intake/quarantine', quarantinePage(context, held, await gapsWithin(tx, reach, mostShown)))
    },
  }),
]
