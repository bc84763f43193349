import { type Day, dayIn, dayOf, isDay } from '../kernel/days.ts'
import { showDay, showNumber } from '../kernel/format.ts'
import { isUuid } from '../kernel/ids.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { mayEver, type ReportState } from '../policy/policy.ts'
import { chipsOf } from './chips.pages.ts'
import type { Answers } from './engine/definition.ts'
import type { Names } from './engine/kinds.ts'
import type { After, ListedReport, ReportFilter } from './list.queries.ts'
import { findReportType, headlineOf, reportType } from './registry.ts'
import { countedStates } from './reports.workflow.ts'
import { reportTypes } from './types/index.ts'

/** The states behind each word of the filter; returned and recalled ones are not yet verified, for they will come again. */
const statesOf = {
  'belum-terverifikasi': ['brief', 'submitted', 'checked', 'recalled', 'returned'],
  menunggu: ['submitted', 'checked'],
  kilat: ['brief'],
  terkirim: ['submitted'],
  diperiksa: ['checked'],
  dikembalikan: ['returned'],
  ditarik: ['recalled'],
  terverifikasi: ['verified'],
  'tanpa-dibaca': ['accepted'],
  duplikat: ['duplicate'],
  dibatalkan: ['cancelled'],
  dihitung: countedStates,
} as const satisfies Record<string, readonly ReportState[]>

const stateWords = Object.keys(statesOf) as (keyof typeof statesOf)[]

/** The address of a list, read: unknown words are as if they were not there. */
export interface ListQuery {
  jenis: string
  keadaan: keyof typeof statesOf | ''
  satuan: string
  petugas: string
  tanda: string
  dari: Day | ''
  sampai: Day | ''
}

export function readListQuery(query: Record<string, unknown>): ListQuery {
  const word = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const day = (name: string) => (isDay(word(name)) ? word(name) : '')
  return {
    jenis: findReportType(word('jenis')) ? word('jenis') : '',
    keadaan: stateWords.find((one) => one === word('keadaan')) ?? '',
    satuan: /^\/([a-z0-9-]+\/)+$/.test(word('satuan')) ? word('satuan') : '',
    petugas: isUuid(word('petugas')) ? word('petugas') : '',
    tanda: /^[a-z-]{2,20}$/.test(word('tanda')) ? word('tanda') : '',
    dari: day('dari'),
    sampai: day('sampai'),
  }
}

export const filterOf = ({ jenis, keadaan, satuan, petugas, tanda, dari, sampai }: ListQuery): ReportFilter => ({
  ...(jenis ? { type: jenis } : {}),
  ...(keadaan ? { states: [...statesOf[keadaan]] } : {}),
  ...(satuan ? { unitPath: satuan } : {}),
  ...(petugas ? { authorId: petugas } : {}),
  ...(tanda ? { mark: tanda } : {}),
  ...(dari ? { from: dari } : {}),
  ...(sampai ? { until: sampai } : {}),
})

/** `2026-11-24_<id>`: the last row of the page before. */
export function readAfter(value: unknown): After | undefined {
  const [on = '', id = ''] = typeof value === 'string' ? value.split('_') : []
  return isDay(on) && isUuid(id) ? { on, id } : undefined
}

const wordAfter = (after: After | undefined) => (after ? `${after.on}_${after.id}` : '')

/** The address of the list as one word, for a report that is opened from it; nothing where nothing is asked for. */
const listWord = (query: ListQuery, after: After | undefined): string =>
  String(
    new URLSearchParams(Object.entries({ ...query, setelah: wordAfter(after) }).filter(([, value]) => value !== '')),
  )

/** The list that a report was opened from; of a word that is none of ours, all reports. */
export function listOfWord(word: unknown): string {
  const asked = Object.fromEntries(new URLSearchParams(typeof word === 'string' ? word : ''))
  return paths.reports({ ...readListQuery(asked), setelah: wordAfter(readAfter(asked.setelah)) })
}

/** Rows of the list in the words of a reader. An officer need not read his own name. */
export function listRows(context: Context, reports: ListedReport[], names: Names) {
  const { locale, actor } = context
  const isOwn = actor.role === 'bhabinkamtibmas'
  return reports.map((report) => {
    const type = reportType(report.typeKey)
    const author = `${report.author.pangkat} ${report.author.name}`
    const about = [
      showDay(dayOf(report.occurredOn), locale),
      ...(isOwn ? [] : [author]),
      names.village(report.villageCode),
    ]
    const note = report.state === 'returned' ? (report.reviews[0]?.note ?? '') : ''
    return {
      href: paths.report(report.id),
      kind: type.title[locale],
      title: headlineOf(type, report.answers as Answers, { locale, names }),
      about: about.join(' · '),
      note,
      chips: chipsOf(context, report),
    }
  })
}

export interface Listing {
  query: ListQuery
  reports: ListedReport[]
  names: Names
  count: number
  hasMore: boolean
  /** The last row of the page before. */
  after: After | undefined
  /** What the unit and the officer of the filter are called. */
  scope: string[]
}

export function listPage(context: Context, { query, reports, names, count, hasMore, after, scope }: Listing) {
  const { t, locale, actor } = context
  const last = reports.at(-1)
  const given = query as unknown as Record<string, string>
  const title = actor.role === 'bhabinkamtibmas' ? t('report.listMine') : t('report.list')
  return {
    title,
    heading: title,
    count: t('report.listCount', { count: showNumber(count, locale) }),
    tabs: (['', ...stateWords] as const).map((word) => ({
      href: paths.reports({ ...given, keadaan: word }),
      label: t(`report.filter.${word || 'semua'}`),
      current: word === query.keadaan,
    })),
    filter: {
      action: paths.reports(),
      keadaan: query.keadaan,
      satuan: query.satuan,
      petugas: query.petugas,
      tanda: query.tanda,
      dari: query.dari,
      sampai: query.sampai,
      types: reportTypes.map(({ key, title: name }) => ({
        value: key,
        label: name[locale],
        checked: key === query.jenis,
      })),
      clearHref: paths.reports(),
      isOpen: query.jenis !== '' || query.dari !== '' || query.sampai !== '' || scope.length > 0,
    },
    scope,
    rows: listRows(context, reports, names).map((row, at) => ({
      ...row,
      href: paths.reportInList(reports[at]!.id, listWord(query, after)),
    })),
    csvHref: query.jenis && mayEver(actor, 'recap.read') ? paths.reportsCsv(given) : '',
    next:
      hasMore && last
        ? paths.reports({ ...given, setelah: wordAfter({ on: dayOf(last.occurredOn), id: last.id }) })
        : '',
    first: after ? paths.reports(given) : '',
  }
}

/** Day one of the list's CSV name: `laporan-penyuluhan-2026-11-24.csv`. */
export const csvName = ({ jenis }: ListQuery, { actor, now }: Context): string =>
  `laporan-${jenis}-${dayIn(actor.timeZone, now)}.csv`
