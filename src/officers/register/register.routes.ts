import { type Village, villagesInScope } from '../../administration/units/index.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import { villagesForDraft } from '../../reports/record/index.ts'
import { putIntoDraft, requireDraft } from '../filing/index.ts'
import { currentFields } from './current-fields.ts'
import { areOpen, doubtsIn, nikDoubtsIn, noDoubts, settled } from './doubts.ts'
import { entryRoutes } from './entry.routes.ts'
import { type EntryForm, newEntryPage } from './entry-form.pages.ts'
import { type RegisterKind, registerKinds } from './kinds.ts'
import { knownNikFault } from './known-nik.commands.ts'
import { mergeRoutes } from './merge.routes.ts'
import { phoneListRoutes } from './phone-list.routes.ts'
import { registerEntry } from './register.commands.ts'
import { searchPage } from './register.pages.ts'
import { searched } from './register.validation.ts'
import { entryChains, entryFrom } from './register-form.ts'
import { likelyDoubles, searchEntries } from './search.queries.ts'

const pageSize = 30

/** Where a draft waits for an entry, the villages of the day that it tells of; else those in scope today. */
async function ownVillages(context: Context & { sent?: Sent }) {
  const { tx, scope, today, query, sent } = context
  const draft = await draftIn(context, query.draf ?? sent?.draf)
  return { villages: draft ? await villagesForDraft(context, draft) : await villagesInScope(tx, scope, today) }
}

/** The draft in the address, if it is one of the actor's own. */
async function draftIn({ tx, actor }: Context, value: unknown): Promise<string> {
  return value === undefined || value === '' ? '' : orNotFound(await requireDraft(tx, actor.id, value))
}

/** The form of a new entry; with violations it is answered as 422. */
async function newEntryForm(
  context: Context & { subject: { villages: Village[] } },
  kind: RegisterKind,
  draft: string,
  { wire = {}, errors = new Map<string, string>(), doubts = noDoubts }: Partial<EntryForm>,
) {
  const filled = { kind: await currentFields(context, kind), ...context.subject, wire, errors, doubts }
  return form('register/new', newEntryPage(context, filled, draft), errors.size > 0 ? 422 : 200)
}

/** The same addresses for each part of the register. */
const routesOf = (kind: RegisterKind) => [
  get(paths.register(kind.name), {
    allow: 'register.read',
    trace: {
      as: 'person.searched',
      page: 'search',
      digests: ['cari'],
      when: ({ query }) => searched(query.cari) !== '',
    },
    on: ownVillages,
    handle: async (context) => {
      const { subject, tx, query } = context
      const text = searched(query.cari)
      const codes = subject.villages.map(({ code }) => code)
      const found = await searchEntries(tx, { kind: kind.name, villages: codes, text, size: pageSize + 1 })
      const draft = await draftIn(context, query.draf)
      return page(
        'register/search',
        searchPage(context, { kind, text, draft, villages: subject.villages, found, most: pageSize }),
      )
    },
  }),
  get(paths.newEntry(kind.name), {
    allow: 'register.keep',
    on: ownVillages,
    handle: async (context) => newEntryForm(context, kind, await draftIn(context, context.query.draf), {}),
  }),
  post(paths.register(kind.name), {
    allow: 'register.keep',
    on: ownVillages,
    accept: async (context) => entryChains(await currentFields(context, kind))(context),
    invalid: async (context, violations) => {
      const { sent } = context
      const errors = new Map(violations.map(({ field, message }) => [field, message]))
      return newEntryForm(context, kind, await draftIn(context, sent.draf), { wire: sent, errors })
    },
    handle: async (context) => {
      const { sent, tx, actor, now, cipher } = context
      const draft = await draftIn(context, sent.draf)
      const entry = entryFrom(kind, sent)
      const doubts = doubtsIn(sent, nikDoubtsIn(kind, entry, entry.nik), await likelyDoubles(tx, entry))
      if (areOpen(doubts)) return newEntryForm(context, kind, draft, { wire: sent, doubts })
      const fault = await knownNikFault(context, { nik: entry.nik, villages: context.subject.villages })
      if (fault) return newEntryForm(context, kind, draft, { wire: sent, errors: new Map([['nik', fault]]) })
      const id = await registerEntry(cipher)(context, settled(entry, entry.nik, doubts))
      if (draft !== '') await putIntoDraft(tx, actor.id, draft, id, now)
      const next = draft === '' ? paths.newReportOf(kind.typeKey, id) : paths.draft(draft)
      return redirect(next, 'register.registered', { name: entry.name })
    },
  }),
]

export const registerRoutes = [
  ...phoneListRoutes,
  ...Object.values(registerKinds).flatMap(routesOf),
  ...entryRoutes,
  ...mergeRoutes,
]
