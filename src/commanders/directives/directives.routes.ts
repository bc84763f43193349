import { mayEver } from '../../access/policy/policy.ts'
import { unitsBelow, villageTitle } from '../../administration/units/index.ts'
import { addDays } from '../../kernel/days.ts'
import { Conflict, NotFound, orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { endedOnce } from '../../platform/http/ended-once.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { errorsOf } from '../../reports/form/index.ts'
import { hasWarned, type Warned, warnedOf } from '../insights/index.ts'
import { directivePage, endPage } from './directive.pages.ts'
import { directiveChains, readDirective } from './directive-form.ts'
import { endDirective, giveDirective, understandDirective } from './directives.commands.ts'
import { directivesPage, isForMe, type Steps } from './directives.pages.ts'
import { directivesSince, findDirective, officerLines, ownSteps, polsekServing } from './directives.queries.ts'
import { type Directive, isOpen } from './directives.ts'
import { type DirectiveInput, filledBy, newDirectivePage } from './new-directive.pages.ts'

/** Those that were over before are not listed. */
const back = 90
const most = 100

async function stepsOf(context: Context, directives: readonly Directive[]): Promise<Steps> {
  const { tx, scope, actor } = context
  return isForMe(context)
    ? { lines: [], own: await ownSteps(tx, actor.id, directives, actor.timeZone) }
    : { lines: await officerLines(tx, scope, directives, actor.timeZone), own: [] }
}

const inScope = async ({ tx, scope, params }: Context): Promise<Directive> =>
  orNotFound(isUuid(params.id) ? await findDirective(tx, scope, params.id) : null)

/** The warning that the form names; one that is not known is an address that does not exist. */
async function warnedBy(context: Context, { wilayah, kategori }: Record<string, unknown>) {
  const isNamed = [wilayah, kategori].some((given) => given !== undefined && given !== '')
  return isNamed ? orNotFound(await warnedOf(context, wilayah, kategori)) : undefined
}

async function polsekOf({ tx, scope }: Context) {
  const units = await unitsBelow(tx, scope)
  return units.filter(({ kind }) => kind === 'polsek')
}

async function showForm(context: Context, warned: Warned | undefined, typed: DirectiveInput) {
  const model = newDirectivePage(context, { polsek: await polsekOf(context), warned }, typed)
  return form('directives/new', model, typed.errors.size > 0 ? 422 : 200)
}

/** Where it began is shown to who may read of that village. */
async function originOf(context: Context, { villageCode, category }: Directive) {
  if (villageCode === null || !mayEver(context.actor, 'earlyWarning.read')) return []
  const warned = await warnedOf(context, villageCode, category)
  if (!warned) return []
  const { village, word } = warned
  const text = `${word.label[context.locale]}, ${villageTitle(village)}`
  return [{ href: paths.earlyWarning(village.code, word.key), text }]
}

export const directiveRoutes = [
  get('/arahan', {
    allow: 'directive.read',
    menu: { in: 'account', label: 'directive.title', order: 30 },
    handle: async (context) => {
      const { tx, scope, today } = context
      const directives = await directivesSince(tx, scope, addDays(today, -back), most)
      return page('directives/index', directivesPage(context, directives, await stepsOf(context, directives), back))
    },
  }),
  get('/arahan/baru', {
    allow: 'directive.give',
    handle: async (context) => {
      const { tx, query, today } = context
      const warned = await warnedBy(context, query)
      if (warned && !(await hasWarned(context, warned))) throw new NotFound()
      const polsek = warned && (await polsekServing(tx, warned.village.code, today))
      const sent = warned ? filledBy(context, warned, polsek) : { dari: today }
      return showForm(context, warned, { sent, errors: new Map() })
    },
  }),
  post('/arahan', {
    allow: 'directive.give',
    accept: async (context) => directiveChains(context, await polsekOf(context)),
    invalid: async (context, violations) => {
      const errors = errorsOf(violations)
      return showForm(context, await warnedBy(context, context.sent), { sent: context.sent, errors })
    },
    handle: async (context) => {
      const { tx, scope, sent, actor } = context
      const warned = await warnedBy(context, sent)
      const origin = warned ? { villageCode: warned.village.code, category: warned.word.key } : null
      const id = await giveDirective(context, { ...readDirective(sent, await polsekOf(context)), origin })
      const given = orNotFound(await findDirective(tx, scope, id))
      const { length: count } = await officerLines(tx, scope, [given], actor.timeZone)
      return redirect(paths.directive(id), 'directive.given', { count })
    },
  }),
  get('/arahan/:id', {
    allow: 'directive.read',
    on: inScope,
    handle: async (context) => {
      const { subject: directive } = context
      const [steps, origin] = [await stepsOf(context, [directive]), await originOf(context, directive)]
      return page('directives/show', directivePage(context, { directive, origin, ...steps }))
    },
  }),
  post('/arahan/:id/pemahaman', {
    allow: 'directive.understand',
    on: inScope,
    handle: async (context) => {
      const { subject, sent } = context
      if (subject.endedAt) throw new Conflict('directive.overAlready')
      await understandDirective(context, subject)
      return redirect(sent.dari === 'beranda' ? paths.home : paths.directive(subject.id), 'directive.understoodNow')
    },
  }),
  get('/arahan/:id/akhir', {
    allow: 'directive.end',
    on: inScope,
    handle: (context) => {
      if (!isOpen(context.subject, context.today)) throw new Conflict('directive.overAlready')
      return form('directives/end', endPage(context, context.subject))
    },
  }),
  post('/arahan/:id/akhir', {
    allow: 'directive.end',
    on: inScope,
    overtaken: endedOnce({
      event: 'directive.ended',
      endedBy: 'directive.endedBy',
      done: ({ subject: { id } }) => redirect(paths.directive(id), 'directive.ended'),
    }),
    handle: async (context) => {
      const { subject, today } = context
      if (!isOpen(subject, today)) throw new Conflict('directive.overAlready')
      await endDirective(context, subject)
      return redirect(paths.directive(subject.id), 'directive.ended')
    },
  }),
]
