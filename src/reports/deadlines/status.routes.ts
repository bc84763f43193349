import { isUnavailable } from '../../platform/db/unavailable.ts'
import { openGet } from '../../platform/http/endpoint.ts'
import { bare } from '../../platform/http/reply.ts'
import { statusPage } from './status.pages.ts'
import { type ServerStatus, serverStatus } from './status.queries.ts'

const unreachable: ServerStatus = { isRunning: false, lastReceiptAt: null, outages: [] }

/** Open to all, and answered also while the database is away: then it is what there is to say. */
export const statusRoutes = [
  openGet('/status', async (context) => {
    const { tx, now, cached } = context
    const status = await cached('status', () => serverStatus(tx, now)).catch((error: unknown) => {
      if (isUnavailable(error)) return unreachable
      throw error
    })
    return bare('deadlines/status', statusPage(context, status))
  }),
]
