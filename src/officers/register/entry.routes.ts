import { type Village, villagesInScope } from '../../administration/units/index.ts'
import { NotFound, orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { decryptedOrLogged } from '../../platform/cipher.ts'
import { type Context, get, type Handling, post } from '../../platform/http/endpoint.ts'
import { lineOf, textOf } from '../../platform/http/form-text.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { noteChain } from '../../reports/form/index.ts'
import { namesFor } from '../../reports/record/index.ts'
import { followUpRow, followUpsOfEntries } from '../follow-ups/index.ts'
import { currentFields } from './current-fields.ts'
import { areOpen, doubtsIn, nikDoubtsIn, noDoubts, settled } from './doubts.ts'
import { editEntry, revealNik } from './entry.commands.ts'
import { type EntryReading, entryPage } from './entry.pages.ts'
import { countVisits, findEntry, reportsAbout, type WholeEntry } from './entry.queries.ts'
import { editEntryPage } from './entry-form.pages.ts'
import { wireOfEntry } from './entry-values.ts'
import { type RegisterKind, registerKinds } from './kinds.ts'
import { knownNikFault } from './known-nik.commands.ts'
import { nikLocation } from './register.commands.ts'
import { entryChains, entryFrom } from './register-form.ts'

const shownReports = 100
const shownFollowUps = 20

export interface OnEntry {
  entry: WholeEntry
  villages: Village[]
}

/** The entry that the address names, in a village that the actor may read of. */
export const entryInScope =
  (kind: RegisterKind) =>
  async ({ tx, scope, today, params }: Context): Promise<OnEntry> => {
    const villages = await villagesInScope(tx, scope, today)
    const codes = villages.map(({ code }) => code)
    return { villages, entry: orNotFound(await findEntry(tx, kind.name, codes, params.id!)) }
  }

/** Only what stands by itself is changed: a double is looked at, no more. */
export const standingEntry = (kind: RegisterKind) => async (context: Context) => {
  const found = await entryInScope(kind)(context)
  if (found.entry.mergedInto !== null) throw new NotFound()
  return found
}

const nikOf = ({ cipher }: Context, { id, nikSealed }: WholeEntry): string | null =>
  nikSealed ? cipher.decrypt(nikSealed, nikLocation(id)) : null

async function readingOf(kind: RegisterKind, context: Context & { subject: OnEntry }): Promise<EntryReading> {
  const { tx, subject } = context
  const { entry, villages } = subject
  const ids = [entry.id, ...entry.doubles.map(({ id }) => id)]
  const [reports, visits, followUps] = await Promise.all([
    reportsAbout(tx, ids, shownReports),
    countVisits(tx, ids),
    followUpsOfEntries(tx, ids, shownFollowUps),
  ])
  const names = await namesFor(tx, followUps)
  const nik = decryptedOrLogged(context.log, () => nikOf(context, entry))
  const nikEnd = nik?.slice(-4) ?? ''
  const promises = followUps.map((one) => followUpRow(context, one, names))
  return {
    kind,
    entry,
    villages,
    reports,
    visits,
    followUps: promises,
    nikEnd,
    isNikBroken: nik === undefined,
    term: names.term,
  }
}

const routesOf = (kind: RegisterKind) => [
  get(`${paths.register(kind.name)}/:id`, {
    allow: 'register.read',
    trace: { as: 'page.read', page: 'entry' },
    on: entryInScope(kind),
    handle: async (context) => page('register/entry', entryPage(context, await readingOf(kind, context))),
  }),
  get(`${paths.register(kind.name)}/:id/ubah`, {
    allow: 'register.keep',
    on: standingEntry(kind),
    handle: (context) => editForm(kind, context, wireOfEntry(context.subject.entry), new Map()),
  }),
  post(`${paths.register(kind.name)}/:id/ubah`, {
    allow: 'register.keep',
    on: standingEntry(kind),
    accept: async (context) => entryChains(await currentFields(context, kind))(context),
    invalid: (context, violations) =>
      editForm(kind, context, context.sent, new Map(violations.map(({ field, message }) => [field, message]))),
    handle: async (context) => {
      const { sent, subject, cipher } = context
      const { entry } = subject
      const after = entryFrom(kind, sent)
      const nik = after.nik ?? nikOf(context, entry)
      const { nikKeterangan = '' } = entry.details as Record<string, string>
      const doubts = doubtsIn(sent, nikDoubtsIn(kind, after, nik), [], nikKeterangan)
      if (areOpen(doubts)) return editForm(kind, context, sent, new Map(), doubts)
      const { villages } = subject
      const fault = await knownNikFault(context, { nik: after.nik, villages, except: entry.id })
      if (fault) return editForm(kind, context, sent, new Map([['nik', fault]]))
      const seen = Number(textOf(sent, 'versi')) || 0
      await editEntry(cipher)(context, { kind, entry, seen, after: settled(after, nik, doubts) })
      return redirect(paths.entry(kind.name, entry.id), 'register.edited', { name: after.name })
    },
  }),
]

async function editForm(
  kind: RegisterKind,
  context: Handling<OnEntry>,
  wire: Record<string, unknown>,
  errors: Map<string, string>,
  doubts = noDoubts,
) {
  const { entry, villages } = context.subject
  const seen = textOf(context.sent, 'versi') || String(entry.version)
  const model = editEntryPage(
    context,
    { kind: await currentFields(context, kind), villages, wire, errors, doubts },
    entry,
    seen,
  )
  return form('register/new', model, errors.size > 0 ? 422 : 200)
}

const households = registerKinds.keluarga

async function entryWithNik(context: Context): Promise<OnEntry> {
  const found = await entryInScope(households)(context)
  if (found.entry.nikSealed === null) throw new NotFound()
  return found
}

export const entryRoutes = [
  ...Object.values(registerKinds).flatMap(routesOf),
  post('/warga/:id/nik', {
    allow: 'nik.reveal',
    on: entryWithNik,
    accept: ({ t }) => [noteChain('alasan', 10, 200, t('register.nikReasonShort'))],
    invalid: async (context, [violation]) => {
      const revealing = { reason: textOf(context.sent, 'alasan'), error: violation!.message, nik: '' }
      return page('register/entry', entryPage(context, await readingOf(households, context), revealing), 422)
    },
    handle: async (context) => {
      const nik = await revealNik(context.cipher)(context, {
        entry: context.subject.entry,
        reason: lineOf(context.sent, 'alasan'),
      })
      // Shown in the answer itself: an address that shows it could be opened again without a reason.
      const revealing = { reason: '', error: '', nik }
      return page('register/entry', entryPage(context, await readingOf(households, context), revealing))
    },
  }),
]
