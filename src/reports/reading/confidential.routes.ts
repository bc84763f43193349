import { NotFound } from '../../kernel/errors.ts'
import { type Context, post } from '../../platform/http/endpoint.ts'
import { lineOf } from '../../platform/http/form-text.ts'
import { page } from '../../platform/http/reply.ts'
import { noteChain } from '../form/index.ts'
import type { FoundReport } from '../record/index.ts'
import { reportType } from '../registry/index.ts'
import { revealSource } from './confidential.commands.ts'
import { refusedSourcePage, sourcePage } from './confidential.pages.ts'
import { readingOf, reportInScope } from './reports.routes.ts'

async function confidentialReport(context: Context): Promise<FoundReport> {
  const report = await reportInScope(context)
  if (report.sealed.length === 0) throw new NotFound()
  return report
}

export const confidentialRoutes = [
  post('/laporan/:id/pembukaan-sumber', {
    allow: 'source.reveal',
    on: confidentialReport,
    accept: ({ t }) => [noteChain('alasan', 10, 200, t('sealed.reasonShort'))],
    invalid: (context, [violation]) => {
      const { sent, subject } = context
      const reason = typeof sent.alasan === 'string' ? sent.alasan : ''
      return page('reports/source', refusedSourcePage(context, subject, reason, violation!.message), 422)
    },
    handle: async (context) => {
      const { subject: report, cipher } = context
      const answers = await revealSource(cipher)(context, { report, reason: lineOf(context.sent, 'alasan') })
      const reading = await readingOf(context, report)
      return page('reports/source', sourcePage(context, { type: reportType(report.typeKey), reading, answers }))
    },
  }),
]
