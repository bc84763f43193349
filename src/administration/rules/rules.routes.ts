import { orNotFound } from '../../kernel/errors.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { page } from '../../platform/http/reply.ts'
import { listRows } from '../../reports/reading/index.ts'
import { listReportsById, namesFor, readAfter } from '../../reports/record/index.ts'
import { findReportType } from '../../reports/registry/index.ts'
import { foundPage, rulesPage } from './rules.pages.ts'
import { countFindings, type FindingQuery, lastRun, reportsWith } from './rules.queries.ts'

const pageSize = 20

/** Which finding the address asks for; one that no rule could make does not exist. */
function findingIn({ query }: Context): FindingQuery {
  const word = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const type = orNotFound(findReportType(word('jenis')))
  const [key = '', item] = word('isian').split('.')
  const field = orNotFound(Object.hasOwn(type.fields, key) ? type.fields[key] : undefined)
  if (item !== undefined) orNotFound(Object.hasOwn(field.items ?? {}, item) ? item : undefined)
  return { type: type.key, field: item === undefined ? key : `${key}.${item}`, rule: word('aturan').slice(0, 60) }
}

export const ruleRoutes = [
  get('/mutu/aturan', {
    allow: 'rules.read',
    kind: 'recap',
    handle: async (context) => {
      const { tx, scope } = context
      return page('rules/index', rulesPage(context, await countFindings(tx, scope), await lastRun(tx)))
    },
  }),
  get('/mutu/aturan/laporan', {
    allow: 'rules.read',
    kind: 'recap',
    on: findingIn,
    handle: async (context) => {
      const { tx, scope, query, subject: asked } = context
      const after = readAfter(query.setelah)
      const found = await reportsWith(tx, scope, asked, after, pageSize + 1)
      const ids = found.slice(0, pageSize).map(({ id }) => id)
      const reports = await listReportsById(tx, scope, ids)
      const inOrder = ids.flatMap((id) => reports.find((report) => report.id === id) ?? [])
      const rows = listRows(context, inOrder, await namesFor(tx, inOrder))
      const hasMore = found.length > pageSize
      return page(
        'rules/reports',
        foundPage(context, { asked, rows, last: found[ids.length - 1], hasMore, isFirst: !after }),
      )
    },
  }),
]
