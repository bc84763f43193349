import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { FoundReport } from '../record/index.ts'

export const cancelPage = ({ t }: Context, report: FoundReport, reason = '', errors = new Map<string, string>()) => ({
  title: t('report.cancelTitle'),
  heading: t('report.cancelTitle'),
  subheading: report.number,
  back: paths.report(report.id),
  hasErrors: errors.size > 0,
  problems: [...errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
  action: paths.cancellation(report.id),
  reason,
  error: errors.get('alasan') ?? '',
  button: { label: t('report.cancel'), name: 'aksi', value: 'batal' },
})

/** Taking back needs no reason: nothing was decided yet, and nothing is lost. */
export const recallPage = ({ t }: Context, report: FoundReport) => ({
  title: t('report.recallTitle'),
  heading: t('report.recallTitle'),
  subheading: report.number,
  back: paths.report(report.id),
  action: paths.recall(report.id),
  bar: { primary: { label: t('report.recall'), name: 'aksi', value: 'tarik' }, secondary: '' as const, text: '' },
})
