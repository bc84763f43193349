import { may } from '../../access/policy/policy.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Answers, ReportType } from '../engine/index.ts'
import { answerSections } from '../form/index.ts'
import type { FoundReport } from '../record/index.ts'
import type { Reading } from './reading.ts'

const revealForm = ({ t }: Context, report: FoundReport, reason: string, error: string) => ({
  action: paths.revealSource(report.id),
  isOpen: error !== '',
  reason,
  error,
  summary: t('sealed.reveal'),
  label: t('sealed.reason'),
  hint: t('sealed.reasonHint'),
})

/** That there is something confidential, and for those who may open it the way to do so. */
export function confidentialModel(context: Context, report: FoundReport) {
  if (report.sealed.length === 0) return ''
  const mayReveal = may(context.actor, 'source.reveal', report)
  return {
    text: context.t(mayReveal ? 'sealed.mayReveal' : 'sealed.mayNotReveal'),
    reveal: mayReveal ? revealForm(context, report, '', '') : ('' as const),
  }
}

export interface Revealed {
  type: ReportType
  reading: Reading
  answers: Answers
}

const frame = ({ t }: Context, report: FoundReport) => ({
  title: t('sealed.title'),
  heading: t('sealed.title'),
  subheading: report.number,
  back: paths.report(report.id),
})

/** The source, on this one page: what it shows is kept nowhere, and asking again is another entry of the audit. */
export const sourcePage = (context: Context, { type, reading, answers }: Revealed) => ({
  ...frame(context, reading.report),
  hasErrors: false,
  problems: [] as { href: string; message: string }[],
  text: context.t('sealed.revealed'),
  sections: answerSections(type, answers, { locale: context.locale, names: reading.names }),
  reveal: '' as const,
})

export const refusedSourcePage = (context: Context, report: FoundReport, reason: string, error: string) => ({
  ...frame(context, report),
  hasErrors: true,
  problems: [{ href: '#f-alasan', message: error }],
  text: context.t('sealed.mayReveal'),
  sections: [] as ReturnType<typeof answerSections>,
  reveal: revealForm(context, report, reason, error),
})
