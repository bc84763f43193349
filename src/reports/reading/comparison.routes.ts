import { NotFound, orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { page } from '../../platform/http/reply.ts'
import type { Answers } from '../engine/index.ts'
import { conflictsOf, type FoundReport, findReport, namesBeside, namesFor } from '../record/index.ts'
import { reportType } from '../registry/index.ts'
import { comparisonPage, otherSendsPage } from './comparison.pages.ts'

async function inScope({ tx, scope, now }: Context, id: string): Promise<FoundReport> {
  if (!isUuid(id)) throw new NotFound()
  return orNotFound(await findReport(tx, scope, id, now))
}

/** Both reports must be in scope. */
const bothInScope = (context: Context): Promise<readonly [FoundReport, FoundReport]> =>
  Promise.all([inScope(context, context.params.id!), inScope(context, context.params.lain!)])

export const comparisonRoutes = [
  get('/laporan/:id/kiriman-lain', {
    allow: 'report.read',
    trace: { as: 'page.read', page: 'otherSend' },
    on: (context: Context) => inScope(context, context.params.id!),
    handle: async (context) => {
      const { tx, subject: report } = context
      const others = await conflictsOf(tx, report.id)
      if (others.length === 0) throw new NotFound()
      const answers = others.map((other) => other.answers as Answers)
      const names = await namesBeside(tx, report, reportType(report.typeKey), answers)
      return page('reports/other-sends', otherSendsPage(context, report, others, names))
    },
  }),
  get('/laporan/:id/perbandingan/:lain', {
    allow: 'report.read',
    trace: { as: 'page.read', page: 'comparison' },
    on: bothInScope,
    handle: async (context) => {
      const both = context.subject
      return page('reports/compare', comparisonPage(context, both, await namesFor(context.tx, both)))
    },
  }),
]
