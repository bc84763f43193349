import { unitAt } from '../../administration/units/index.ts'
import { addDays, daysBetween } from '../../kernel/days.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { page } from '../../platform/http/reply.ts'
import { listRows } from '../../reports/reading/index.ts'
import { listReportsById, namesFor } from '../../reports/record/index.ts'
import { optional } from './overall.ts'
import { type QualityQuestion, qualityPage, spans } from './quality.pages.ts'
import { countedBy, emptiest, namesOfRows, type RowKind, warningCounts, worthMending } from './quality.queries.ts'

const mostRepairs = 3
const mostGaps = 5

async function questionOf({ tx, scope, query, actor, today }: Context): Promise<QualityQuestion> {
  const span = spans.find((days) => String(days) === query.hari) ?? 28
  const isNarrowed = typeof query.satuan === 'string' && query.satuan !== ''
  const unit = isNarrowed
    ? orNotFound(await unitAt(tx, scope, String(query.satuan), today))
    : { path: actor.unitPath, name: actor.unitName }
  const isOne = isNarrowed || scope.kind === 'own' || actor.role === 'kanit' || actor.role === 'kapolsek'
  const rows: RowKind = isOne ? 'petugas' : 'polsek'
  return { span, period: { from: addDays(today, 1 - span), until: today }, rows, unit, isNarrowed }
}

export const qualityRoutes = [
  get('/mutu', {
    allow: 'quality.read',
    kind: 'recap',
    menu: { in: 'bar', label: 'nav.quality', order: 80, icon: 'rosette-discount-check' },
    on: questionOf,
    handle: async (context) => {
      const { tx, scope, subject: question } = context
      const { period, isNarrowed, unit, rows } = question
      const slice = { unitPath: isNarrowed ? unit.path : '', period }
      const length = daysBetween(period.from, period.until) + 1
      const before = { from: addDays(period.from, -length), until: addDays(period.from, -1) }
      const [counted, gaps, checks, found] = await Promise.all([
        countedBy(tx, scope, slice, rows, optional),
        emptiest(tx, scope, slice, optional, mostGaps),
        warningCounts(tx, scope, slice, before),
        worthMending(tx, scope, slice, mostRepairs),
      ])
      const reports = await listReportsById(
        tx,
        scope,
        found.map(({ id }) => id),
      )
      const [names, reportNames] = await Promise.all([
        namesOfRows(
          tx,
          rows,
          counted.map(({ row }) => row),
          period.until,
        ),
        namesFor(tx, reports),
      ])
      const rowsOf = listRows(context, reports, reportNames)
      const repairs = found.flatMap((repair) => {
        const at = reports.findIndex(({ id }) => id === repair.id)
        return at < 0 ? [] : [{ repair, row: rowsOf[at]! }]
      })
      return page('quality/show', qualityPage(context, { question, counted, names, gaps, checks, repairs }))
    },
  }),
]
