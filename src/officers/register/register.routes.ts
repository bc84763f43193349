import { villagesInScope } from '../../administration/units/index.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import { villagesForDraft } from '../../reports/record/index.ts'
import { putIntoDraft, requireDraft } from '../filing/index.ts'
import { askedToday } from './asked.ts'
import { areOpen, doubtsIn, nikDoubtsIn, noDoubts, settled } from './doubts.ts'
import { entryRoutes } from './entry.routes.ts'
import { newEntryPage } from './entry-form.pages.ts'
import { type RegisterKind, registerKinds } from './kinds.ts'
import { knownNikFault } from './known-nik.commands.ts'
import { mergeRoutes } from './merge.routes.ts'
import { phoneListRoutes } from './phone-list.routes.ts'
import { searched } from './register.checks.ts'
import { registerEntry } from './register.commands.ts'
import { searchPage } from './register.pages.ts'
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

/** The same addresses for each part of the register. */
const routesOf = (kind: RegisterKind) => [
  get(paths.register(kind.name), {
    allow: 'register.read',
    trace: { as: 'person.searched', page: 'search', when: ({ query }) => searched(query.cari) !== '' },
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
    handle: async (context) => {
      const draft = await draftIn(context, context.query.draf)
      return form(
        'register/new',
        newEntryPage(
          context,
          { kind: await askedToday(context, kind), ...context.subject, wire: {}, errors: new Map(), doubts: noDoubts },
          draft,
        ),
      )
    },
  }),
  post(paths.register(kind.name), {
    allow: 'register.keep',
    on: ownVillages,
    accept: async (context) => entryChains(await askedToday(context, kind))(context),
    invalid: async (context, violations) => {
      const { sent, subject } = context
      const errors = new Map(violations.map(({ field, message }) => [field, message]))
      const draft = await draftIn(context, sent.draf)
      return form(
        'register/new',
        newEntryPage(
          context,
          { kind: await askedToday(context, kind), ...subject, wire: sent, errors, doubts: noDoubts },
          draft,
        ),
        422,
      )
    },
    handle: async (context) => {
      const { sent, tx, actor, now, sealer } = context
      const draft = await draftIn(context, sent.draf)
      const entry = entryFrom(kind, sent)
      const doubts = doubtsIn(sent, nikDoubtsIn(kind, entry, entry.nik), await likelyDoubles(tx, entry))
      if (areOpen(doubts)) {
        const asked = {
          kind: await askedToday(context, kind),
          ...context.subject,
          wire: sent,
          errors: new Map(),
          doubts,
        }
        return form('register/new', newEntryPage(context, asked, draft))
      }
      const { villages } = context.subject
      const fault = await knownNikFault(context, { nik: entry.nik, villages })
      if (fault) {
        const errors = new Map([['nik', fault]])
        const asked = { kind: await askedToday(context, kind), villages, wire: sent, errors, doubts: noDoubts }
        return form('register/new', newEntryPage(context, asked, draft), 422)
      }
      const id = await registerEntry(sealer)(context, settled(entry, entry.nik, doubts))
      const said = { name: entry.name }
      if (draft === '') return redirect(paths.newReportOf(kind.typeKey, id), 'register.registered', said)
      await putIntoDraft(tx, actor.id, draft, id, now)
      return redirect(paths.draft(draft), 'register.registered', said)
    },
  }),
]

export const registerRoutes = [
  ...phoneListRoutes,
  ...Object.values(registerKinds).flatMap(routesOf),
  ...entryRoutes,
  ...mergeRoutes,
]
