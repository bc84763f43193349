import { NotFound, orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { textOf } from '../../platform/http/form-text.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { noteChain } from '../../reports/form/index.ts'
import { listRows } from '../../reports/reading/index.ts'
import { listReportsById, namesFor } from '../../reports/record/index.ts'
import { answerEarlyWarning } from './early-warnings.commands.ts'
import { categoryIn, earlyWarningPage, earlyWarningsPage } from './early-warnings.pages.ts'
import { answersTo } from './early-warnings.queries.ts'
import { cellOf, earlyWarnings, hasWarned, type Warned, warnedOf } from './early-warnings.ts'

const mostAnswers = 20

const asked = async (context: Context): Promise<Warned> =>
  orNotFound(await warnedOf(context, context.params.wilayah, context.params.kategori))

async function modelOf(context: Context & { subject: Warned }, note = '', error = '') {
  const { tx, scope, subject } = context
  const { village, word } = subject
  const cell = await cellOf(context, subject)
  const found = await listReportsById(tx, scope, cell?.ids ?? [])
  const sorted = found.sort((a, b) => b.occurredOn.getTime() - a.occurredOn.getTime())
  return earlyWarningPage(context, {
    village,
    cell,
    note,
    error,
    categoryKey: word.key,
    category: categoryIn([word], word.key, context),
    reports: listRows(context, sorted, await namesFor(tx, sorted)),
    answers: await answersTo(tx, village.code, word.key, mostAnswers),
  })
}

export const earlyWarningRoutes = [
  get('/peringatan', {
    allow: 'earlyWarning.read',
    kind: 'recap',
    handle: async (context) =>
      page('insights/early-warnings', earlyWarningsPage(context, await earlyWarnings(context))),
  }),
  get('/peringatan/:wilayah/:kategori', {
    allow: 'earlyWarning.read',
    kind: 'recap',
    on: asked,
    handle: async (context) => page('insights/early-warning', await modelOf(context)),
  }),
  post('/peringatan/:wilayah/:kategori/penanganan', {
    allow: 'earlyWarning.answer',
    on: asked,
    accept: ({ t }) => [noteChain('tindakan', 10, 500, t('early.noteShort'))],
    invalid: async (context, [violation]) => {
      const typed = context.sent.tindakan
      const model = await modelOf(context, typeof typed === 'string' ? typed : '', violation!.message)
      return page('insights/early-warning', model, 422)
    },
    handle: async (context) => {
      const { village, word } = context.subject
      if (!(await hasWarned(context, context.subject))) throw new NotFound()
      const note = textOf(context.sent, 'tindakan')
      await answerEarlyWarning(context, { villageCode: village.code, category: word.key, note })
      return redirect(paths.earlyWarning(village.code, word.key), 'early.noted')
    },
  }),
]
