import { NotFound, orNotFound } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { decryptedOrLogged } from '../../platform/cipher.ts'
import { type Context, get, type Handling, post } from '../../platform/http/endpoint.ts'
import { form, page, type Reply, redirect } from '../../platform/http/reply.ts'
import { namesFor } from '../../reports/record/index.ts'
import { countVisits, findEntry, type WholeEntry } from './entry.queries.ts'
import { entryInScope, type OnEntry, standingEntry } from './entry.routes.ts'
import { type RegisterKind, registerKinds } from './kinds.ts'
import { mergeEntries, splitEntry } from './merge.commands.ts'
import { choosePage, comparePage } from './merge.pages.ts'
import { nikLocation } from './register.commands.ts'
import { searched } from './register.validation.ts'
import { searchEntries } from './search.queries.ts'

const shown = 20

/** The entry that stays: another of the same part of the register, in a village of the actor, itself no double. */
async function stayingEntry({ tx, subject }: Handling<OnEntry>, id: unknown): Promise<WholeEntry> {
  const codes = subject.villages.map(({ code }) => code)
  const { kind, id: own } = subject.entry
  const found = isUuid(id) && id !== own ? await findEntry(tx, kind as 'keluarga', codes, id) : null
  if (found?.mergedInto) throw new NotFound()
  return orNotFound(found)
}

async function compare(kind: RegisterKind, context: Handling<OnEntry>, staying: WholeEntry): Promise<Reply> {
  const { tx, cipher, subject } = context
  const double = subject.entry
  const idsOf = (entry: WholeEntry) => [entry.id, ...entry.doubles.map(({ id }) => id)]
  const mine = await countVisits(tx, idsOf(double))
  const theirs = await countVisits(tx, idsOf(staying))
  const { term } = await namesFor(tx, [])
  const endOf = ({ id, nikSealed }: WholeEntry) =>
    nikSealed
      ? (decryptedOrLogged(context.log, () => cipher.decrypt(nikSealed, nikLocation(id)).slice(-4)) ?? '????')
      : ''
  const nikEnds = { double: endOf(double), staying: endOf(staying) }
  const visits = { double: mine, staying: theirs }
  return form('register/compare', comparePage(context, { kind, double, staying, visits, nikEnds, term }))
}

async function choose(kind: RegisterKind, context: Handling<OnEntry>): Promise<Reply> {
  const { tx, query, subject } = context
  const { entry, villages } = subject
  const text = query.cari === undefined ? entry.name : searched(query.cari)
  const codes = villages.map(({ code }) => code)
  const found = await searchEntries(tx, { kind: kind.name, villages: codes, text, size: shown, except: entry.id })
  return page('register/choose', choosePage(context, { kind, entry, villages, text, found }))
}

/** A double, with the entry that stands for it. */
const doubleInScope = (kind: RegisterKind) => async (context: Context) => {
  const found = await entryInScope(kind)(context)
  const { tx } = context
  const codes = found.villages.map(({ code }) => code)
  const staying = orNotFound(await findEntry(tx, kind.name, codes, orNotFound(found.entry.mergedInto)))
  return { ...found, staying }
}

const routesOf = (kind: RegisterKind) => [
  get(`${paths.register(kind.name)}/:id/penggabungan`, {
    allow: 'register.keep',
    on: standingEntry(kind),
    handle: async (context) => {
      const { dengan } = context.query
      return dengan === undefined ? choose(kind, context) : compare(kind, context, await stayingEntry(context, dengan))
    },
  }),
  post(`${paths.register(kind.name)}/:id/penggabungan`, {
    allow: 'register.keep',
    on: standingEntry(kind),
    handle: async (context) => {
      const { subject, sent, cipher } = context
      const staying = await stayingEntry(context, sent.dengan)
      const seen = { double: Number(sent.versi) || 0, staying: Number(sent.versiTetap) || 0 }
      await mergeEntries(cipher)(context, { double: subject.entry, staying, seen })
      return redirect(paths.entry(kind.name, staying.id), 'register.merged', { name: staying.name })
    },
  }),
  post(`${paths.register(kind.name)}/:id/pemisahan`, {
    allow: 'entry.split',
    on: doubleInScope(kind),
    handle: async (context) => {
      const { entry: double, staying } = context.subject
      await splitEntry(context, { double, staying })
      return redirect(paths.entry(kind.name, double.id), 'register.split', { name: double.name })
    },
  }),
]

export const mergeRoutes = Object.values(registerKinds).flatMap(routesOf)
