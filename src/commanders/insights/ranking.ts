import { showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { percentOf, type Share, shareText } from '../quality/index.ts'
import { attainmentOf, countsOf, timelinessOf, verifiedOf, weekBefore, weeksUntil } from './board.ts'
import { sparkLine } from './charts.ts'
import { changeOf, furthestBehind } from './insight.ts'
import { type DashboardReading, listFilter } from './reading.ts'

const lineWeeks = 8

/** What changed most and who is furthest behind, by stated rules (docs/reports.md); '' while the week is not over. */
export function insightText({ t, locale }: Context, reading: DashboardReading): string {
  const { board, isOpen, names } = reading
  if (isOpen || board.counts.length === 0) return ''
  const [before, now] = [weekBefore(board.chosen), board.chosen].map((week) => countsOf(board, { week }).reports)
  const change = changeOf(before!, now!)
  const number = (value: number) => showNumber(value, locale)
  const first =
    change.kind === 'same'
      ? t('dashboard.insight.same', { count: number(change.now) })
      : change.kind === 'from'
        ? t('dashboard.insight.from', { before: number(change.before), now: number(change.now) })
        : t(`dashboard.insight.${change.kind}`, { percent: number(change.percent) })
  // An officer is talked to, not named in a headline.
  if (reading.rowKind === 'petugas') return first
  const worst = furthestBehind(
    names.map(({ key, name }) => ({ name, attainment: attainmentOf(board, { week: board.chosen, row: key }) })),
  )
  if (!worst) return first
  const percent = percentOf(worst.attainment)!
  return `${first} ${t('dashboard.insight.behind', { name: worst.name, percent: number(percent) })}`
}

const meterKind = (share: Share): string => {
  const percent = percentOf(share) ?? 0
  return percent >= 100 ? 'good' : percent < 75 ? 'attention' : 'blue'
}

/** The rows by what they reached of their targets; those of whom nothing is expected stand last. */
export function rankingOf(context: Context, reading: DashboardReading, isPaper: boolean) {
  const { t } = context
  const { board, names, rowKind } = reading
  const week = board.chosen
  const placed = names
    .map((name) => ({ name, share: attainmentOf(board, { week, row: name.key }) }))
    .sort((a, b) => (percentOf(b.share) ?? -1) - (percentOf(a.share) ?? -1) || a.name.name.localeCompare(b.name.name))
  return {
    caption: t(`dashboard.ranking.${rowKind}`),
    corner: t(`recap.rows.${rowKind}`),
    rows: placed.map(({ name: { key, name } }, index) => ({
      place: index + 1,
      name,
      href: rowKind === 'polsek' && !isPaper ? paths.dashboard({ minggu: week, satuan: key }) : '',
      figures: figuresOf(context, reading, key, isPaper),
    })),
    foot: figuresOf(context, reading, undefined, isPaper),
    total: t('recap.total'),
  }
}

function figuresOf({ t, locale }: Context, reading: DashboardReading, row: string | undefined, isPaper: boolean) {
  const { board, rowKind } = reading
  const part = row === undefined ? {} : { row }
  const counts = countsOf(board, { week: board.chosen, ...part })
  const attainment = attainmentOf(board, { week: board.chosen, ...part })
  const own = row === undefined ? {} : { [rowKind === 'polsek' ? 'satuan' : 'petugas']: row }
  return {
    reports: {
      text: showNumber(counts.reports, locale),
      href: counts.reports === 0 || isPaper ? '' : paths.reports({ ...listFilter(reading), ...own }),
    },
    meter: {
      value: Math.min(percentOf(attainment) ?? 0, 100),
      text: shareText({ t, locale }, attainment),
      kind: meterKind(attainment),
    },
    onTime: shareText({ t, locale }, timelinessOf(counts)),
    verified: shareText({ t, locale }, verifiedOf(counts)),
    line: sparkLine(weeksUntil(board.chosen, lineWeeks).map((week) => countsOf(board, { week, ...part }).reports)),
  }
}
