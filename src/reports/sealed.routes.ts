import { body } from 'express-validator'
import { NotFound } from '../kernel/errors.ts'
import { type Context, post } from '../platform/http/endpoint.ts'
import { page } from '../platform/http/reply.ts'
import { reportType } from './registry.ts'
import type { FoundReport } from './reports.queries.ts'
import { readingOf, reportInReach } from './reports.routes.ts'
import { revealSource } from './sealed.commands.ts'
import { refusedSourcePage, sourcePage } from './sealed.pages.ts'

async function sealedReport(context: Context): Promise<FoundReport> {
  const report = await reportInReach(context)
  if (report.sealed.length === 0) throw new NotFound()
  return report
}

export const sealedRoutes = [
  post('/laporan/:id/pembukaan-sumber', {
    allow: 'source.reveal',
    on: sealedReport,
    accept: ({ t }) => [
      body('alasan', t('sealed.reasonShort'))
        .isString()
        .trim()
        .isLength({ min: 10, max: 200 })
        .matches(/^[^\u0000-\u001f\u007f\ud800-\udfff]*$/),
    ],
    invalid: (context, [violation]) => {
      const { sent, subject } = context
      const reason = typeof sent.alasan === 'string' ? sent.alasan : ''
      return page('reports/source', refusedSourcePage(context, subject, reason, violation!.message), 422)
    },
    handle: async (context) => {
      const { subject: report, input, sealer } = context
      const answers = await revealSource(sealer)(context, { report, reason: String(input.alasan) })
      const reading = await readingOf(context, report)
      return page('reports/source', sourcePage(context, { type: reportType(report.typeKey), reading, answers }))
    },
  }),
]
