import { letterheadOf } from '../../administration/units/index.ts'
import { dayOf } from '../../kernel/days.ts'
import { NotFound, orNotFound } from '../../kernel/errors.ts'
import { isHash } from '../../kernel/ids.ts'
import { csvOf } from '../../platform/exports/csv.ts'
import { fileForm } from '../../platform/exports/file-form.ts'
import { type Cells, longSheetOf } from '../../platform/exports/xlsx.ts'
import { type Context, get, getAudited } from '../../platform/http/endpoint.ts'
import { download, page, print } from '../../platform/http/reply.ts'
import {
  countByState,
  countConflicts,
  type FoundReport,
  filterOf,
  findPhoto,
  findReport,
  historyOf,
  type ListQuery,
  linkedReports,
  listReports,
  namesFor,
  narrowedTo,
  placeInQueue,
  readAfter,
  readListQuery,
  reportsOfMatter,
  visitNumber,
} from '../record/index.ts'
import { reportType, returnReasonWords } from '../registry/index.ts'
import { noteExport } from './export.commands.ts'
import { fileName, listPage } from './list.pages.ts'
import { type Reading } from './reading.ts'
import { printPage, receiptPage } from './receipt.pages.ts'
import { reportPage } from './report.pages.ts'
import { exportHead, exportKinds, exportRow } from './report-export.ts'
import { pointedTo } from './warnings.pages.ts'

const pageSize = 20
const exportBatch = 1000

export const reportInScope = async ({ tx, scope, params, now }: Context): Promise<FoundReport> =>
  orNotFound(await findReport(tx, scope, params.id!, now))

/** A report with all that its page says about it. */
export async function readingOf(
  context: Context,
  report: FoundReport,
  queue: unknown = context.query.antrean,
): Promise<Reading> {
  const { tx, scope } = context
  const [names, history, number, matter, place, reasons, otherSends] = await Promise.all([
    namesFor(tx, [report]),
    historyOf(tx, report.id),
    visitNumber(tx, report),
    reportsOfMatter(tx, report.matterId ?? report.id),
    placeInQueue(context, queue, report),
    returnReasonWords(tx, context.actor.unitPath),
    countConflicts(tx, report.id),
  ])
  const linked = await linkedReports(tx, scope, [...pointedTo(report), ...matter.map(({ id }) => id)])
  return { report, names, history, visitNumber: number, matter, linked, place, reasons, otherSends }
}

/** Whose own questions are confidential in part: what an informant has told. */
const isSensitive = ({ subject }: { subject: unknown }): boolean =>
  Object.values(reportType((subject as { typeKey: string }).typeKey).fields).some(
    ({ confidential }) => confidential === true,
  )

export const reportRoutes = [
  get('/laporan', {
    allow: 'report.list',
    menu: { in: 'bar', label: 'nav.reports', order: 40, icon: 'files' },
    handle: async (context) => {
      const { tx, scope } = context
      const query = readListQuery(context.query)
      const [filter, after] = [filterOf(query), readAfter(context.query.setelah)]
      const narrowed = await scopeWords(context, query)
      const [found, counts] = await Promise.all([
        listReports(tx, scope, filter, after, pageSize + 1),
        countByState(tx, scope, filter),
      ])
      const reports = found.slice(0, pageSize)
      const names = await namesFor(tx, reports)
      return page(
        'reports/list',
        listPage(context, {
          query,
          reports,
          names,
          counts,
          hasMore: found.length > pageSize,
          after,
          narrowedTo: narrowed,
        }),
      )
    },
  }),
  getAudited('/laporan/unduhan', {
    allow: 'recap.read',
    kind: 'export',
    handle: async (context) => {
      const query = readListQuery(context.query)
      if (query.jenis === '') throw new NotFound()
      await scopeWords(context, query)
      const [name, form] = [fileName(query, context), fileForm(context.query.bentuk)]
      const filter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
      await context.tx.$transaction((tx) => noteExport({ ...context, tx }, { typeKey: query.jenis, filter, form }))
      const type = reportType(query.jenis)
      const head = exportHead(type, context.locale, context.t)
      const rows = exportRows(context, query, head)
      return form === 'csv'
        ? download(name, form, csvOf(rows))
        : download(name, form, longSheetOf(type.title[context.locale], rows, exportKinds(type)))
    },
  }),
  get('/laporan/:id', {
    allow: 'report.read',
    trace: { as: 'page.read', page: 'information', when: isSensitive },
    on: reportInScope,
    handle: async (context) => page('reports/show', reportPage(context, await readingOf(context, context.subject))),
  }),
  get('/laporan/:id/tanda-terima', {
    allow: 'report.file',
    on: reportInScope,
    handle: (context) => page('reports/receipt', receiptPage(context, context.subject)),
  }),
  get('/laporan/:id/cetak', {
    allow: 'report.read',
    trace: { as: 'page.printed', page: 'report' },
    on: reportInScope,
    handle: async (context) => {
      const [reading, letterhead] = await Promise.all([
        readingOf(context, context.subject),
        letterheadOf(context.tx, context.subject.unitPath, dayOf(context.subject.occurredOn)),
      ])
      return print('reports/print', printPage(context, reading, letterhead))
    },
  }),
  get('/laporan/:id/foto/:urutan', {
    allow: 'report.read',
    handle: async ({ tx, scope, params }) => {
      const which = params.urutan!
      const named = isHash(which) ? { hash: which } : { ordinal: /^[1-3]$/.test(which) ? Number(which) : 0 }
      const photo = orNotFound(await findPhoto(tx, scope, params.id!, named))
      return { kind: 'image', body: photo.body, type: 'image/jpeg' }
    },
  }),
]

/** The names of the unit and the officer in the filter; one that is out of scope is an address that does not exist. */
const scopeWords = ({ tx, scope, today }: Context, { satuan, petugas, sampai }: ListQuery): Promise<string[]> =>
  narrowedTo(tx, scope, { unitPath: satuan, personId: petugas, day: sampai || today })

async function* exportRows(context: Context, query: ListQuery, head: Cells): AsyncIterable<Cells> {
  const { tx, scope, locale, t, actor } = context
  const type = reportType(query.jenis)
  yield head
  let after = readAfter('')
  for (;;) {
    const reports = await listReports(tx, scope, filterOf(query), after, exportBatch)
    const names = await namesFor(tx, reports)
    for (const report of reports) yield exportRow(type, report, names, locale, t, actor.timeZone)
    const last = reports.at(-1)
    if (!last || reports.length < exportBatch) return
    after = { on: last.occurredOn.toISOString().slice(0, 10), id: last.id }
  }
}
