import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, type Handling, post } from '../../platform/http/endpoint.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { readForm } from '../../reports/engine/index.ts'
import { fieldChains } from '../../reports/form/index.ts'
import { type Village, villagesInScope, villageTitle } from '../units/index.ts'
import { questions } from './questions.ts'
import { describeVillage } from './villages.commands.ts'
import { editVillagePage, villagePage, villagesPage } from './villages.pages.ts'
import { describedAt, type Profile, profileOf } from './villages.queries.ts'

interface OnVillage {
  village: Village
  profile: Profile | null
}

/** The village that the address names, if it is in scope. */
async function villageInScope({ tx, scope, today, params }: Context): Promise<OnVillage> {
  const villages = await villagesInScope(tx, scope, today)
  const village = orNotFound(villages.find(({ code }) => code === params.kode))
  return { village, profile: await profileOf(tx, village.code) }
}

const seenOf = ({ profile }: OnVillage): string => profile?.updatedAt.toISOString() ?? ''

const showForm = (context: Handling<OnVillage>, wire: Record<string, unknown>, errors: Map<string, string>) => {
  const { village } = context.subject
  const seen = typeof context.sent.versi === 'string' ? context.sent.versi : seenOf(context.subject)
  const model = editVillagePage(context, { village, wire, errors, seen })
  return form('villages/edit', model, errors.size > 0 ? 422 : 200)
}

/** The answers that there are, as the form sends them. */
const wireOf = ({ profile }: OnVillage): Record<string, string> =>
  Object.fromEntries(
    Object.entries((profile?.details ?? {}) as Record<string, unknown>).map(([key, value]) => [
      key,
      key.endsWith('Hp') ? String(value).replace(/^\+62/, '0') : String(value),
    ]),
  )

export const villageRoutes = [
  get('/wilayah', {
    allow: 'register.read',
    handle: async (context) => {
      const { tx, scope, today } = context
      const villages = await villagesInScope(tx, scope, today)
      const described = await describedAt(
        tx,
        villages.map(({ code }) => code),
      )
      const days = new Map(described.map(({ villageCode, updatedAt }) => [villageCode, updatedAt]))
      return page('villages/list', villagesPage(context, villages, days))
    },
  }),
  get('/wilayah/:kode', {
    allow: 'register.read',
    on: villageInScope,
    handle: (context) => page('villages/show', villagePage(context, context.subject.village, context.subject.profile)),
  }),
  get('/wilayah/:kode/ubah', {
    allow: 'register.keep',
    on: villageInScope,
    handle: (context) => showForm(context, wireOf(context.subject), new Map()),
  }),
  post('/wilayah/:kode/ubah', {
    allow: 'register.keep',
    on: villageInScope,
    accept: (context) => fieldChains(context, questions, context.sent),
    invalid: (context, violations) =>
      showForm(context, context.sent, new Map(violations.map(({ field, message }) => [field, message]))),
    handle: async (context) => {
      const { sent, subject } = context
      const { village, profile } = subject
      const given = Object.entries(readForm(questions, sent)).filter(([, value]) => value !== null)
      const details = Object.fromEntries(given) as Record<string, string | number>
      await describeVillage(context, {
        village: village.code,
        before: profile,
        seen: String(sent.versi ?? ''),
        details,
      })
      return redirect(paths.village(village.code), 'village.described', { village: villageTitle(village) })
    },
  }),
]
