import { body } from 'express-validator'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { headDigits } from './check-steps.queries.ts'
import { askCheck, cancelCheck } from './checks.commands.ts'
import { type IntegrityForm, integrityPage } from './checks.pages.ts'
import { lastChecks } from './checks.queries.ts'
import { headNow } from './head.queries.ts'

async function show(context: Context, form: IntegrityForm, status = 200) {
  const { tx } = context
  const [checks, head] = await Promise.all([lastChecks(tx), headNow(tx)])
  return page('audit/integrity', integrityPage(context, { checks, head, form }), status)
}

const typedHead = ({ sidik }: Record<string, unknown>) => (typeof sidik === 'string' ? sidik.trim() : '')

export const integrityRoutes = [
  get('/keutuhan-data', { allow: 'integrity.check', handle: (context) => show(context, { head: '', error: '' }) }),
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
      show(context, { head: typedHead(context.sent), error: violations[0]!.message }, 422),
    handle: async (context) => {
      await askCheck(context, { head: headDigits(typedHead(context.sent)) ?? '' })
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
