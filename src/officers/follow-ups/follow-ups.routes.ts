import { body } from 'express-validator'
import { uncountedStates } from '../../access/policy/policy.ts'
import { Conflict, NotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { endedOnce } from '../../platform/http/ended-once.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { textOf } from '../../platform/http/form-text.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { errorsOf, noteChain } from '../../reports/form/index.ts'
import { reportInScope } from '../../reports/reading/index.ts'
import { namesFor } from '../../reports/record/index.ts'
import { closeFollowUp, outcomes } from './follow-ups.commands.ts'
import { closingPage, type FollowUpWord, followUpsPage, followUpWords } from './follow-ups.pages.ts'
import { type After, closedFollowUps, countFollowUps, openFollowUps } from './follow-ups.queries.ts'

const pageSize = 20

const wordIn = (value: unknown): FollowUpWord => followUpWords.find((one) => one === value) ?? 'terbuka'

/** `2026-11-24_<id>`, or an instant before the id. */
function readAfter(value: unknown): After | undefined {
  const [at = '', id = ''] = typeof value === 'string' ? value.split('_') : []
  const isKnown = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(at) && !Number.isNaN(Date.parse(at))
  return isKnown && isUuid(id) ? { at, id } : undefined
}

function listOf({ tx, scope, today }: Context, word: FollowUpWord, after: After | undefined) {
  const size = pageSize + 1
  if (word === 'selesai') return closedFollowUps(tx, scope, { after, size })
  return openFollowUps(tx, scope, { before: word === 'lewat' ? today : undefined, after, size })
}

/** A report in scope that promised something. */
async function promise(context: Context) {
  const report = await reportInScope(context)
  if (report.followUpDue === null || uncountedStates.includes(report.state)) throw new NotFound()
  return report
}

export const followUpRoutes = [
  get('/tindak-lanjut', {
    allow: 'followUp.read',
    handle: async (context) => {
      const { tx, scope, today, query } = context
      const [word, after] = [wordIn(query.keadaan), readAfter(query.setelah)]
      const [found, counts] = await Promise.all([listOf(context, word, after), countFollowUps(tx, scope, today)])
      const names = await namesFor(tx, found)
      return page(
        'follow-ups/list',
        followUpsPage(context, { word, found, names, counts, size: pageSize, isFirst: after === undefined }),
      )
    },
  }),
  get('/laporan/:id/hasil', {
    allow: 'followUp.close',
    on: promise,
    handle: (context) => {
      const { subject: report } = context
      if (report.outcome) return redirect(paths.report(report.id))
      return form(
        'follow-ups/close',
        closingPage(context, { report, outcomes, outcome: '', result: '', errors: new Map() }),
      )
    },
  }),
  post('/laporan/:id/hasil', {
    allow: 'followUp.close',
    on: promise,
    accept: ({ t }) => [
      body('hasil', t('followUp.outcomeEmpty')).isIn([...outcomes]),
      noteChain('uraian', 10, 500, t('followUp.resultShort')),
    ],
    invalid: (context, violations) => {
      const { subject: report, sent } = context
      const errors = errorsOf(violations)
      const typed = { outcome: textOf(sent, 'hasil'), result: textOf(sent, 'uraian') }
      return form('follow-ups/close', closingPage(context, { report, outcomes, ...typed, errors }), 422)
    },
    overtaken: endedOnce({
      event: 'followUp.closed',
      endedBy: 'followUp.closedAlready',
      done: ({ subject: { id, number } }) => redirect(paths.report(id), 'followUp.closed', { number }),
      isSame: ({ subject: { outcome }, sent }) =>
        outcome?.outcome === textOf(sent, 'hasil') && outcome.result === textOf(sent, 'uraian'),
    }),
    handle: async (context) => {
      const { subject: report, input } = context
      if (report.outcome) throw new Conflict('followUp.closedAlready')
      const result = textOf(context.sent, 'uraian')
      await closeFollowUp(context, { report, outcome: String(input.hasil), result })
      return redirect(paths.report(report.id), 'followUp.closed', { number: report.number })
    },
  }),
]
