import { orNotFound } from '../kernel/errors.ts'
import { paths } from '../kernel/paths.ts'
import { type Context, get, post } from '../platform/http/endpoint.ts'
import { form, page, redirect } from '../platform/http/reply.ts'
import type { Sealer } from '../platform/seal.ts'
import { putIntoDraft, requireDraft } from '../reports/index.ts'
import { villagesOf } from '../units/index.ts'
import { householdChains, householdFrom } from './household-form.ts'
import { registerHousehold } from './households.commands.ts'
import { newHouseholdPage, searchPage } from './households.pages.ts'
import { searchHouseholds } from './households.queries.ts'

const pageSize = 30

const ownVillages = async ({ tx, actor, today }: Context) => ({ villages: await villagesOf(tx, actor.id, today) })

/** The draft in the address, if it is one of the actor's own. */
async function draftIn({ tx, actor }: Context, value: unknown): Promise<string> {
  return value === undefined || value === '' ? '' : orNotFound(await requireDraft(tx, actor.id, value))
}

export const householdRoutes = (sealer: Sealer) => [
  get('/warga', {
    allow: 'household.search',
    on: ownVillages,
    handle: async (context) => {
      const { subject, tx, query } = context
      const text =
        typeof query.cari === 'string'
          ? query.cari
              .replace(/[\u0000-\u001f]/g, ' ')
              .trim()
              .slice(0, 100)
          : ''
      const codes = subject.villages.map(({ code }) => code)
      const found = codes.length === 0 ? [] : await searchHouseholds(tx, codes, text, pageSize + 1)
      const draft = await draftIn(context, query.draf)
      return page(
        'households/search',
        searchPage(context, { text, draft, villages: subject.villages, found, most: pageSize }),
      )
    },
  }),
  get('/warga/baru', {
    allow: 'household.search',
    on: ownVillages,
    handle: async (context) => {
      const draft = await draftIn(context, context.query.draf)
      return form(
        'households/new',
        newHouseholdPage(context, { draft, ...context.subject, wire: {}, errors: new Map() }),
      )
    },
  }),
  post('/warga', {
    allow: 'household.search',
    on: ownVillages,
    accept: householdChains(sealer),
    invalid: async (context, violations) => {
      const { sent, subject } = context
      const errors = new Map(violations.map(({ field, message }) => [field, message]))
      const draft = await draftIn(context, sent.draf)
      return form('households/new', newHouseholdPage(context, { draft, ...subject, wire: sent, errors }), 422)
    },
    handle: async (context) => {
      const { sent, tx, actor, now } = context
      const draft = await draftIn(context, sent.draf)
      const household = householdFrom(sent)
      const id = await registerHousehold(sealer)(context, household)
      const said = { name: household.headName }
      if (draft === '') return redirect(paths.newReportOf('kunjungan-warga', id), 'household.registered', said)
      await putIntoDraft(tx, actor.id, draft, id, now)
      return redirect(paths.draft(draft), 'household.registered', said)
    },
  }),
]
