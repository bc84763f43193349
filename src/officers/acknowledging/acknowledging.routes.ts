import { paths } from '../../kernel/paths.ts'
import { get, type Handling, post, type Violation, type WriteHandling } from '../../platform/http/endpoint.ts'
import { textOf } from '../../platform/http/form-text.ts'
import { form, redirect } from '../../platform/http/reply.ts'
import { errorsOf, noteChain } from '../../reports/form/index.ts'
import { overtaken, reportInScope } from '../../reports/reading/index.ts'
import { type FoundReport } from '../../reports/record/index.ts'
import { transitions } from '../../reports/states/index.ts'
import { acknowledgeReport, disownReport, endorseReport, rejectReport } from './acknowledging.commands.ts'
import { answerPage, type Refusing } from './acknowledging.pages.ts'

type OnReport = Handling<FoundReport>

const view = 'intake/acknowledgement'
const told = { disown: 'report.disowned', endorse: 'report.endorsed', reject: 'report.rejected' } as const
const reasonOf = ({ sent }: OnReport) => textOf(sent, 'alasan')

const ask = (answer: Refusing) => (context: OnReport) => form(view, answerPage(context, context.subject, answer))

/** Pressed twice, or after somebody else has answered. */
const onTooLate = {
  disown: overtaken({ act: transitions.disown, done: 'report.disowned' }),
  endorse: overtaken({ act: transitions.endorse, done: 'report.endorsed' }),
  reject: overtaken({ act: transitions.reject, done: 'report.rejected' }),
}

/** A form with a reason, and the command that it leads to. */
const answering = (answer: Refusing, decide: typeof disownReport) => ({
  overtaken: onTooLate[answer],
  accept: ({ t }: OnReport) => [noteChain('alasan', 10, 500, t('authorship.reasonShort'))],
  invalid: (context: OnReport, violations: Violation[]) =>
    form(view, answerPage(context, context.subject, answer, reasonOf(context), errorsOf(violations)), 422),
  handle: async (context: WriteHandling<FoundReport>) => {
    const { subject: report } = context
    await decide(context, { report, reason: reasonOf(context) })
    return redirect(paths.report(report.id), told[answer], { number: report.number })
  },
})

/** The author of an unsigned report says whether it is theirs; where they cannot, the Kasat decides. */
export const acknowledgingRoutes = [
  post('/laporan/:id/pengakuan', {
    allow: 'report.acknowledge',
    on: reportInScope,
    overtaken: overtaken({ act: transitions.acknowledge, done: 'report.acknowledged' }),
    handle: async (context) => {
      const { subject: report } = context
      await acknowledgeReport(context, report)
      return redirect(paths.report(report.id), 'report.acknowledged', { number: report.number })
    },
  }),
  get('/laporan/:id/penyangkalan', {
    allow: 'report.disown',
    on: reportInScope,
    overtaken: onTooLate.disown,
    handle: ask('disown'),
  }),
  post('/laporan/:id/penyangkalan', {
    allow: 'report.disown',
    on: reportInScope,
    ...answering('disown', disownReport),
  }),
  get('/laporan/:id/pengesahan', {
    allow: 'report.endorse',
    on: reportInScope,
    overtaken: onTooLate.endorse,
    handle: ask('endorse'),
  }),
  post('/laporan/:id/pengesahan', {
    allow: 'report.endorse',
    on: reportInScope,
    ...answering('endorse', endorseReport),
  }),
  get('/laporan/:id/penolakan', {
    allow: 'report.reject',
    on: reportInScope,
    overtaken: onTooLate.reject,
    handle: ask('reject'),
  }),
  post('/laporan/:id/penolakan', {
    allow: 'report.reject',
    on: reportInScope,
    ...answering('reject', rejectReport),
  }),
]
