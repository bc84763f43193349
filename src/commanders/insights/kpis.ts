import type { Day } from '../../kernel/days.ts'
import { showNumber } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Say } from '../../sentences/say.ts'
import { few, percentOf, type Share, shareText } from '../quality/index.ts'
import { attainmentOf, countsOf, timelinessOf, verifiedOf, weekBefore, weeksUntil } from './board.ts'
import { sparkBars } from './charts.ts'
import { type DashboardReading, listFilter } from './reading.ts'

const sparkWeeks = 12

/** Five numbers of the chosen week, each with the twelve weeks that led to it. */
export function kpisOf({ t, locale }: Context, reading: DashboardReading) {
  const { board, isOpen } = reading
  const of = (week: Day) => countsOf(board, { week })
  const now = of(board.chosen)
  const filter = listFilter(reading)
  const visits = 'kunjungan-warga'
  const kpi = (label: string, valueOf: (week: Day) => number, value: string, sentence: string, href = '') => ({
    label,
    value,
    sentence,
    href,
    unit: '',
    spark: [sparkBars(weeksUntil(board.chosen, sparkWeeks).map(valueOf))],
  })
  const number = (label: string, valueOf: (week: Day) => number, href: string) => {
    const [before, count] = [valueOf(weekBefore(board.chosen)), valueOf(board.chosen)]
    const sentence = isOpen
      ? t('dashboard.lastWeek', { count: showNumber(before, locale) })
      : moved(t, locale, before, count)
    return kpi(label, valueOf, showNumber(count, locale), sentence, count === 0 ? '' : href)
  }
  const share = (label: string, shareOf: (week: Day) => Share, sentence: (share: Share) => string, href = '') => {
    const chosen = shareOf(board.chosen)
    const said = [sentence(chosen), isOpen ? '' : points(t, shareOf(weekBefore(board.chosen)), chosen)]
    return kpi(
      label,
      (week) => percentOf(shareOf(week)) ?? 0,
      shareText({ t, locale }, chosen),
      said.filter((part) => part !== '').join('; '),
      href,
    )
  }
  return [
    number(t('dashboard.reports'), (week) => of(week).reports, paths.reports(filter)),
    share(
      t('dashboard.attainment'),
      (week) => attainmentOf(board, { week }),
      ({ of: expected }) => t('dashboard.expected', { count: showNumber(expected, locale) }),
    ),
    share(
      t('dashboard.onTime'),
      (week) => timelinessOf(of(week)),
      () => t('dashboard.late', { count: showNumber(now.late, locale) }),
    ),
    share(
      t('dashboard.verified'),
      (week) => verifiedOf(of(week)),
      () => t('dashboard.verifiedOf', { count: showNumber(now.verified, locale) }),
      now.verified === 0 ? '' : paths.reports({ ...filter, keadaan: 'terverifikasi' }),
    ),
    number(
      t('dashboard.visits'),
      (week) => countsOf(board, { week, type: visits }).reports,
      paths.reports({ ...filter, jenis: visits }),
    ),
  ]
}

function moved(t: Say, locale: Locale, before: number, now: number): string {
  if (before === now) return t('dashboard.same')
  const count = showNumber(Math.abs(now - before), locale)
  return t(now > before ? 'dashboard.up' : 'dashboard.down', { count })
}

function points(t: Say, before: Share, now: Share): string {
  if (before.of < few || now.of < few) return ''
  const count = percentOf(now)! - percentOf(before)!
  if (count === 0) return t('dashboard.samePoints')
  return t(count > 0 ? 'dashboard.upPoints' : 'dashboard.downPoints', { count: Math.abs(count) })
}
