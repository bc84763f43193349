import { mayEver } from '../../access/policy/policy.ts'
import { showInstant, showNumber, showTime } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Names } from '../../reports/engine/index.ts'
import { listRows, showWait } from '../../reports/reading/index.ts'
import {
  type Batch,
  type ListedReport,
  type QueueFigures,
  type QueueQuery,
  queueParts,
  queueWord,
} from '../../reports/record/index.ts'
import { reportTypes } from '../../reports/types/index.ts'

export interface QueuePageData {
  query: QueueQuery
  page: number
  pageSize: number
  allChosen: boolean
  reports: ListedReport[]
  names: Names
  figures: QueueFigures
  /** What may be decided on together with others. */
  clean: ReadonlySet<string>
  /** How many the sample leaves over, and how many the polsek has still to read; undefined where there is no such part. */
  rest: number | undefined
  atPolsek: number | undefined
  units: { path: string; name: string }[]
  authors: { id: string; name: string }[]
  batches: Batch[]
}

export function queuePage(context: Context, data: QueuePageData) {
  const { t, now, locale, actor } = context
  const { query, reports, figures, clean, allChosen } = data
  const first = reports[0]
  const decides = mayEver(actor, 'queue.decide')
  const inQueue = (id: string) => paths.reportInQueue(id, queueWord(query))
  return {
    title: t('nav.queue'),
    heading: t('nav.queue'),
    summary: summaryOf(context, figures),
    nextHref: first && query.bagian === '' ? inQueue(first.id) : '',
    tabs: tabsOf(context, data),
    filter: filterOf(context, data),
    chosen: chosenOf(context, data),
    clearHref: paths.queue({ bagian: query.bagian }),
    batches: data.batches.map((batch) => batchOf(context, batch)),
    rest: decides && data.rest ? restOf(context, data.rest) : '',
    word: queueWord(query),
    batchAction: paths.verifyBatch,
    rows: listRows(context, reports, data.names).map((row, index) => {
      const report = reports[index]!
      return {
        ...row,
        id: report.id,
        href: inQueue(report.id),
        canChoose: decides && clean.has(report.id),
        chosen: allChosen && clean.has(report.id),
        waiting: t('review.waiting', {
          at: showInstant(report.arrivedAt, actor.timeZone, locale),
          wait: showWait(now.getTime() - report.arrivedAt.getTime(), t),
        }),
      }
    }),
    batch: decides && reports.some(({ id }) => clean.has(id)) ? batchActionOf(data) : '',
    empty: queueWord(query) === 'semua' && !data.rest ? t('report.queueEmpty') : t('review.partEmpty'),
    pager: pagerOf(data),
  }
}

const summaryOf = ({ t, locale, now }: Context, { count, again, oldest }: QueueFigures): string =>
  oldest === null
    ? ''
    : [
        t('report.queueCount', {
          count: showNumber(count, locale),
          wait: showWait(now.getTime() - oldest.getTime(), t),
        }),
        ...(again > 0 ? [t('review.again', { count: showNumber(again, locale) })] : []),
      ].join(' · ')

/** The parts that there are; the first alone needs no tab. */
function tabsOf({ t, locale }: Context, { query, rest, atPolsek }: QueuePageData) {
  const counts = { '': undefined, sisa: rest, polsek: atPolsek }
  const parts = queueParts.filter((part) => part === '' || counts[part] !== undefined)
  if (parts.length === 1) return []
  return parts.map((part) => ({
    href: paths.queue({ ...query, bagian: part }),
    label:
      t(`review.part.${part || 'baca'}`) + (counts[part] === undefined ? '' : ` (${showNumber(counts[part], locale)})`),
    current: part === query.bagian,
  }))
}

function filterOf({ t, locale }: Context, { query, units, authors }: QueuePageData) {
  const select = (name: keyof QueueQuery, label: string, options: [string, string][]) => ({
    name,
    label,
    options: options.map(([value, text]) => ({ value, label: text, checked: value === query[name] })),
  })
  const types = reportTypes.map(({ key, title }): [string, string] => [key, title[locale]])
  const marks: [string, string][] = [
    ['ada', t('review.mark.ada')],
    ['tanpa', t('review.mark.tanpa')],
  ]
  const all = [
    select('jenis', t('report.type'), types),
    select(
      'satuan',
      t('review.polsek'),
      units.map(({ path, name }) => [path, name]),
    ),
    select(
      'petugas',
      t('report.author'),
      authors.map(({ id, name }) => [id, name]),
    ),
    select('tanda', t('review.mark'), marks),
  ]
  return {
    action: paths.queue(),
    bagian: query.bagian,
    selects: all.filter(({ name, options }) => name !== 'satuan' || options.length > 0),
    isOpen: all.some(({ name }) => query[name] !== ''),
  }
}

/** Each filter that is on, with the way to the same list without it. */
function chosenOf(context: Context, data: QueuePageData) {
  const { t } = context
  return filterOf(context, data).selects.flatMap(({ name, label, options }) => {
    const chosen = options.find(({ checked }) => checked)
    if (!chosen) return []
    const words = `${label}: ${chosen.label}`
    const href = paths.queue({ ...data.query, [name]: '' })
    return [{ href, label: words, remove: t('review.removeFilter', { filter: words }) }]
  })
}

const batchOf = ({ t, locale, actor }: Context, { id, decision, count, decidedAt }: Batch) => ({
  action: paths.undoBatch(id),
  text: t(`review.batch.${decision}`, { count, at: showTime(decidedAt, actor.timeZone, locale) }),
})

const restOf = ({ t, now, locale }: Context, rest: number) => ({
  action: paths.acceptRest,
  until: now.toISOString(),
  text: t('review.restText', { count: showNumber(rest, locale) }),
  label: t('review.acceptRest', { count: showNumber(rest, locale) }),
})

const batchActionOf = ({ query, page }: QueuePageData) => ({
  allHref: paths.queue({ ...query, halaman: page > 1 ? String(page) : '', pilih: 'semua' }),
})

function pagerOf({ query, page, pageSize, figures }: QueuePageData) {
  const hasMore = page * pageSize < figures.count
  return {
    next: hasMore ? paths.queue({ ...query, halaman: String(page + 1) }) : '',
    first: page > 1 ? paths.queue({ ...query }) : '',
  }
}
