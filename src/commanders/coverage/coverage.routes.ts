import { letterheadOf, officersOfVillages, type Village, villagesInScope } from '../../administration/units/index.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { page, print } from '../../platform/http/reply.ts'
import { coveragePrint, mondays, overviewPage, type VillageCoverage, villageCoveragePage } from './coverage.pages.ts'
import { coverageByRw, dueVisits, visitsByWeek } from './coverage.queries.ts'

const mostDue = 50

/** The villages in scope, and the one that the address names, or the only one there is. */
async function villagesMatching({ tx, scope, today, query }: Context) {
  const villages = await villagesInScope(tx, scope, today)
  if (query.wilayah === undefined) return { villages, chosen: villages.length === 1 ? villages[0] : undefined }
  return { villages, chosen: orNotFound(villages.find(({ code }) => code === query.wilayah)) }
}

async function coverageOf({ tx, today }: Context, village: Village): Promise<VillageCoverage> {
  const { code } = village
  const [rows, visits, due, officers] = await Promise.all([
    coverageByRw(tx, [code], today),
    visitsByWeek(tx, code, mondays(today).at(-1)!),
    dueVisits(tx, code, today, mostDue),
    officersOfVillages(tx, [code], today),
  ])
  return { village, rows, visits, due, officers: officers.get(code) ?? [] }
}

export const coverageRoutes = [
  get('/cakupan', {
    allow: 'register.read',
    kind: 'recap',
    on: villagesMatching,
    handle: async (context) => {
      const { tx, today, subject } = context
      const { villages, chosen } = subject
      if (chosen) {
        const model = villageCoveragePage(context, await coverageOf(context, chosen), villages.length > 1)
        return page('coverage/village', model)
      }
      const codes = villages.map(({ code }) => code)
      const [rows, officers] = await Promise.all([coverageByRw(tx, codes, today), officersOfVillages(tx, codes, today)])
      return page('coverage/overview', overviewPage(context, { villages, rows, officers }))
    },
  }),
  get('/cakupan/cetak', {
    allow: 'register.read',
    kind: 'export',
    trace: { as: 'page.printed', page: 'coverage' },
    on: villagesMatching,
    handle: async (context) => {
      const village = orNotFound(context.subject.chosen)
      const [coverage, letterhead] = await Promise.all([
        coverageOf(context, village),
        letterheadOf(context.tx, context.actor.unitPath, context.today),
      ])
      return print('coverage/print', coveragePrint(context, coverage, letterhead))
    },
  }),
]
