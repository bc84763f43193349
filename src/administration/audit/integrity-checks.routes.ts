import { body } from 'express-validator'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { headDigits } from './check-cursor.queries.ts'
import { headNow } from './head.queries.ts'
import { cancelCheck, requestCheck } from './integrity-checks.commands.ts'
import { type IntegrityForm, integrityPage } from './integrity-checks.pages.ts'
import { lastChecks } from './integrity-checks.queries.ts'

async function show(context: Context, form: IntegrityForm, status = 200) {
  const { tx } = context
  const [checks, head] = await Promise.all([lastChecks(tx), headNow(tx)])
  return page('audit/integrity', integrityPage(context, { checks, head, form }), status)
}

const readHead = ({ sidik }: Record<string, unknown>) => (typeof sidik === 'string' ? sidik.trim() : '')

export const integrityRoutes = [
  get('/keutuhan-data', {
    allow: 'integrity.check',
    menu: { in: 'account', label: 'integrity.title', order: 90 },
    handle: (context) => show(context, { head: '', error: '' }),
  }),
  post('/keutuhan-data', {
    allow: 'integrity.check',
    accept: ({ t }) => [
      body('sidik').custom((value: unknown) => {
        const typed = typeof value === 'string' ? value.trim() : ''
        if (typed !== '' && headDigits(typed) === undefined) throw new Error(t('integrity.headWrong'))
        return true
      }),
    ],
    invalid: (context, violations) =>
      show(context, { head: readHead(context.sent), error: violations[0]!.message }, 422),
    handle: async (context) => {
      await requestCheck(context, { head: headDigits(readHead(context.sent)) ?? '' })
      return redirect(paths.integrity, 'integrity.begun')
    },
  }),
  post('/keutuhan-data/pembatalan', {
    allow: 'integrity.check',
    handle: async (context) => {
      await cancelCheck(context, null)
      return redirect(paths.integrity, 'integrity.cancelled')
    },
  }),
]
