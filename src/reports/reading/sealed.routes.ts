import { NotFound } from '../../kernel/errors.ts'
import { type Context, post } from '../../platform/http/endpoint.ts'
import { page } from '../../platform/http/reply.ts'
import { lineOf } from '../../platform/http/typed.ts'
import { noteChain } from '../form/index.ts'
import type { FoundReport } from '../record/index.ts'
import { reportType } from '../registry/index.ts'
import { readingOf, reportInScope } from './reports.routes.ts'
import { revealSource } from './sealed.commands.ts'
import { refusedSourcePage, sourcePage } from './sealed.pages.ts'

async function sealedReport(context: Context): Promise<FoundReport> {
  const report = await reportInScope(context)
  if (report.sealed.length === 0) throw new NotFound()
  return report
}

export const sealedRoutes = [
  post('/laporan/:id/pembukaan-sumber', {
    allow: 'source.reveal',
    on: sealedReport,
    accept: ({ t }) => [noteChain('alasan', 10, 200, t('sealed.reasonShort'))],
    invalid: (context, [violation]) => {
      const { sent, subject } = context
      const reason = typeof sent.alasan === 'string' ? sent.alasan : ''
      return page('reports/source', refusedSourcePage(context, subject, reason, violation!.message), 422)
    },
    handle: async (context) => {
      const { subject: report, sealer } = context
      const answers = await revealSource(sealer)(context, { report, reason: lineOf(context.sent, 'alasan') })
      const reading = await readingOf(context, report)
      return page('reports/source', sourcePage(context, { type: reportType(report.typeKey), reading, answers }))
    },
  }),
]
