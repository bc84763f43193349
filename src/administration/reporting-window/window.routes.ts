import { addDays, dayOf, instantIn } from '../../kernel/days.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, type Handling, post, type Violation } from '../../platform/http/endpoint.ts'
import { form, page, type Reply, redirect } from '../../platform/http/reply.ts'
import { outagesSince } from '../../reports/deadlines/index.ts'
import { reportType } from '../../reports/registry/index.ts'
import { officersIn } from '../units/index.ts'
import { addRule, endRule, grantException, type NewRule, withdrawException } from './window.commands.ts'
import { exceptionCheckPage, nameOf, ruleCheckPage, spanOf, type WindowInput, windowPage } from './window.pages.ts'
import {
  lateReports,
  type OpenException,
  openExceptions,
  overlappingRule,
  rulesOf,
  type StandingRule,
  standingRule,
} from './window.queries.ts'
import { exceptionChains, readException, readRule, ruleChains } from './window-form.ts'

const monthMs = 30 * 86_400_000

async function show(context: Context, typed?: WindowInput): Promise<Reply> {
  const { tx, actor, scope, today, now } = context
  const rules = await rulesOf(tx, actor.unitId, addDays(today, -30))
  const exceptions = await openExceptions(tx, actor.unitId, now)
  const officers = await officersIn(tx, scope)
  const outages = (await outagesSince(tx, new Date(now.getTime() - monthMs), now)).toReversed()
  const model = windowPage(context, { rules, exceptions, officers, outages }, typed)
  return page('reporting-window/show', model, typed && typed.errors.size > 0 ? 422 : 200)
}

const again = (context: Handling<unknown>, violations: Violation[] = []) =>
  show(context, {
    sent: context.sent,
    errors: new Map(violations.map(({ field, message }) => [field, message])),
  })

async function overlapping(context: Context, rule: NewRule): Promise<string> {
  const other = await overlappingRule(context.tx, context.actor.unitId, rule)
  return other ? spanOf(context, dayOf(other.sinceOn), other.untilOn && dayOf(other.untilOn)) : ''
}

const standing = async ({ tx, actor, params, today }: Context): Promise<StandingRule> =>
  orNotFound(await standingRule(tx, actor.unitId, params.id!, today))

const open = async ({ tx, actor, params, now }: Context): Promise<OpenException> =>
  orNotFound((await openExceptions(tx, actor.unitId, now)).find(({ id }) => id === params.id))

/** A reopening as it was typed, with its officer, who belongs to the unit. */
async function exceptionTyped(context: Handling<unknown>) {
  const { personId, openOn, ...typed } = readException(context.sent)
  const officers = await officersIn(context.tx, context.scope)
  const person = orNotFound(officers.find(({ id }) => id === personId))
  return { ...typed, person, openUntil: instantIn(person.unit.timeZone, openOn, '23:59:59') }
}

export const windowRoutes = [
  get('/jendela-lapor', {
    allow: 'window.keep',
    menu: { in: 'account', label: 'window.title', order: 110 },
    handle: (context) => show(context),
  }),
  post('/jendela-lapor/aturan', {
    allow: 'window.keep',
    accept: (context) => ruleChains(context, (rule) => overlapping(context, rule)),
    invalid: again,
    handle: async (context) => {
      const { sent, tx, scope } = context
      if (sent.aksi === 'ubah') return again(context)
      const rule = readRule(sent)
      if (sent.aksi !== 'simpan') {
        const officers = await officersIn(tx, scope)
        return form('reporting-window/check', ruleCheckPage(context, rule, officers.length, sent))
      }
      await addRule(context, rule)
      return redirect(paths.window, 'window.added')
    },
  }),
  post('/jendela-lapor/aturan/:id/akhir', {
    allow: 'window.keep',
    on: standing,
    handle: async (context) => {
      const { subject: rule, today, t, locale } = context
      await endRule(context, { rule, today })
      const label = rule.typeKey === null ? t('window.everyType') : reportType(rule.typeKey).title[locale]
      return redirect(paths.window, 'window.ended', { label })
    },
  }),
  post('/jendela-lapor/pengecualian', {
    allow: 'window.keep',
    accept: async (context) => {
      const officers = await officersIn(context.tx, context.scope)
      return exceptionChains(
        context,
        officers.map((one) => ({ id: one.id, name: nameOf(one) })),
      )
    },
    invalid: again,
    handle: async (context) => {
      const { sent, tx } = context
      if (sent.aksi === 'ubah') return again(context)
      const exception = await exceptionTyped(context)
      if (sent.aksi !== 'simpan') {
        const count = await lateReports(tx, { ...exception, personId: exception.person.id })
        return form('reporting-window/check', exceptionCheckPage(context, exception, count, sent))
      }
      await grantException(context, exception)
      return redirect(paths.window, 'window.granted', { name: nameOf(exception.person) })
    },
  }),
  post('/jendela-lapor/pengecualian/:id/pencabutan', {
    allow: 'window.keep',
    on: open,
    handle: async (context) => {
      const { subject: exception } = context
      await withdrawException(context, { exception })
      return redirect(paths.window, 'window.withdrawn', { name: nameOf(exception.person) })
    },
  }),
]
