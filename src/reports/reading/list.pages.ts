import { mayEver, type ReportState } from '../../access/policy/policy.ts'
import { dayIn, dayOf } from '../../kernel/days.ts'
import { showDay, showNumber } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Answers, Names } from '../engine/index.ts'
import {
  type After,
  countOf,
  type ListedReport,
  type ListQuery,
  listWord,
  type StateWord,
  stateWords,
  timingWords,
  wordAfter,
} from '../record/index.ts'
import { headlineOf, reportType } from '../registry/index.ts'
import { reportTypes } from '../types/index.ts'
import { chipsOf } from './chips.pages.ts'
import { lastReturn, reasonLabel } from './returned.pages.ts'

/** Rows of the list in the words of a reader. Officers do not see their own name. */
/** Why a report was returned: the coded reason and the note. */
function noteOf(report: ListedReport, names: Names, locale: Locale): string {
  const returned = lastReturn(report)
  return [reasonLabel(names, returned?.reason, locale), returned?.note ?? ''].filter(Boolean).join(': ')
}

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
    const note = noteOf(report, names, locale)
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
  /** By state, whatever state is asked for. */
  counts: ReadonlyMap<ReportState, number>
  hasMore: boolean
  /** The last row of the page before. */
  after: After | undefined
  /** What the unit and the officer of the filter are called. */
  narrowedTo: string[]
}

export function listPage(context: Context, { query, reports, names, counts, hasMore, after, narrowedTo }: Listing) {
  const { t, locale, actor } = context
  const last = reports.at(-1)
  const given = query as unknown as Record<string, string>
  const title = actor.role === 'bhabinkamtibmas' ? t('report.listMine') : t('report.list')
  return {
    title,
    heading: title,
    count: t('report.listCount', { count: showNumber(countOf(counts, query.keadaan), locale) }),
    tabs: tabsOf(context, query).map((word) => ({
      href: paths.reports({ ...given, keadaan: word }),
      label: t('report.filterCount', {
        state: t(`report.filter.${word || 'semua'}`),
        count: showNumber(countOf(counts, word), locale),
      }),
      current: word === query.keadaan,
    })),
    filter: {
      action: paths.reports(),
      states: stateWords.map((word) => ({
        value: word,
        label: t(`report.filter.${word}`),
        checked: word === query.keadaan,
      })),
      timings: timingWords.map((word) => ({
        value: word,
        label: t(`report.timing.${word}`),
        checked: word === query.waktu,
      })),
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
      isOpen:
        query.jenis !== '' || query.waktu !== '' || query.dari !== '' || query.sampai !== '' || narrowedTo.length > 0,
    },
    narrowedTo,
    rows: listRows(context, reports, names).map((row, at) => ({
      ...row,
      href: paths.reportInList(reports[at]!.id, listWord(query, after)),
    })),
    downloads:
      query.jenis && mayEver(actor, 'recap.read')
        ? [
            { href: paths.reportsFile({ ...given, bentuk: 'xlsx' }), label: t('app.xlsx') },
            { href: paths.reportsFile(given), label: t('app.csv') },
          ]
        : [],
    next:
      hasMore && last
        ? paths.reports({ ...given, setelah: wordAfter({ on: dayOf(last.occurredOn), id: last.id }) })
        : '',
    first: after ? paths.reports(given) : '',
  }
}

/** What most look for stands above the list, and what is asked for; every other state is in the filter. */
function tabsOf({ actor }: Context, { keadaan }: ListQuery): (StateWord | '')[] {
  const usual: (StateWord | '')[] =
    actor.role === 'bhabinkamtibmas'
      ? ['', 'perlu-tindakan', 'menunggu', 'terverifikasi']
      : ['', 'menunggu', 'terverifikasi', 'dikembalikan']
  return usual.includes(keadaan) ? usual : [...usual, keadaan]
}

/** `laporan-penyuluhan-2026-11-24`: the day on which the file was taken. */
export const fileName = ({ jenis }: ListQuery, { actor, now }: Context): string =>
  `laporan-${jenis}-${dayIn(actor.timeZone, now)}`
