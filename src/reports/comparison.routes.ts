import { orNotFound } from '../kernel/errors.ts'
import { type Context, get } from '../platform/http/endpoint.ts'
import { page } from '../platform/http/reply.ts'
import { comparisonPage } from './comparison.pages.ts'
import { namesFor } from './names.queries.ts'
import { type FoundReport, findReport } from './reports.queries.ts'

/** Both reports must be in reach: whoever may not read one may not compare with it. */
async function bothInReach({ tx, reach, params, now }: Context): Promise<readonly [FoundReport, FoundReport]> {
  const [one, other] = await Promise.all([
    findReport(tx, reach, params.id!, now),
    findReport(tx, reach, params.lain!, now),
  ])
  return [orNotFound(one), orNotFound(other)]
}

export const comparisonRoutes = [
  get('/laporan/:id/perbandingan/:lain', {
    allow: 'report.read',
    on: bothInReach,
    handle: async (context) => {
      const both = context.subject
      return page('reports/compare', comparisonPage(context, both, await namesFor(context.tx, both)))
    },
  }),
]
