import type { Letterhead } from '../../administration/units/index.ts'
import { addDays } from '../../kernel/days.ts'
import { showInstant, showNumber, showSpan, showTime, zoneName } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { sideMeters } from '../quality/index.ts'
import { attentionOf } from './attention.ts'
import { countsOf, weekAfter, weekBefore } from './board.ts'
import { earlyWarningRow, inOrder, standingOf } from './early-warnings.pages.ts'
import { kpisOf } from './kpis.ts'
import { insightText, rankingOf } from './ranking.ts'
import { type DashboardReading, queryOf, weekInWords } from './reading.ts'
import { weeksCard } from './weeks-card.ts'

export function dashboardPage(context: Context, reading: DashboardReading) {
  const { t, locale, now, today, actor } = context
  const { board, unit, unitName, units } = reading
  const next = weekAfter(board.chosen)
  const time = `${showTime(now, actor.timeZone, locale)} ${zoneName(actor.timeZone)}`
  return {
    title: t('dashboard.title'),
    heading: t('dashboard.title'),
    lead: `${weekInWords(board.chosen, locale)} · ${unitName} · ${t('app.asOf', { time })}`,
    back: unit ? paths.dashboard({ minggu: board.chosen }) : '',
    recap: paths.recap({ periode: 'minggu', tanggal: board.chosen, ...(unit ? { satuan: unit.path } : {}) }),
    directives: paths.directives,
    print: paths.printDashboard(queryOf(reading, board.chosen)),
    form: {
      action: paths.dashboard(),
      today,
      week: board.chosen,
      units:
        units.length < 2 && unit === null
          ? []
          : [{ path: '', name: t('recap.allUnits') }, ...units].map(({ path, name }) => ({
              value: path,
              label: name,
              selected: path === (unit?.path ?? ''),
            })),
    },
    earlier: paths.dashboard(queryOf(reading, weekBefore(board.chosen))),
    later: next <= today ? paths.dashboard(queryOf(reading, next)) : '',
    ...bodyOf(context, reading, false),
  }
}

/** The cards, the same on screen and paper. */
function bodyOf(context: Context, reading: DashboardReading, isPaper: boolean) {
  const { t } = context
  const { board, isOpen, isRecent, quality } = reading
  return {
    isEmpty: board.counts.length === 0,
    isOpen,
    insight: insightText(context, reading),
    kpis: kpisOf(context, reading),
    weeks: weeksCard(context, reading),
    // What stands open now says nothing about a week long gone by.
    standing: isRecent ? [{ warnings: warningsOf(context, reading), attention: attentionOf(context, reading) }] : [],
    ranking: rankingOf(context, reading, isPaper),
    kinds: kindsOf(context, reading),
    quality: {
      title: t('dashboard.quality'),
      href: paths.quality(reading.unit ? { satuan: reading.unit.path } : {}),
      meters: sideMeters(context, quality),
    },
  }
}

const shownWarnings = 3

/** The most unlikely of those that nobody has acted on yet, and how many there are. */
function warningsOf(context: Context, { warnings, unit }: DashboardReading) {
  const open = inOrder(warnings).filter(({ cell }) => standingOf(cell) !== 'answered')
  return {
    rows: open.slice(0, shownWarnings).map((warning) => earlyWarningRow(context, warning)),
    // That page knows no unit: narrowed, it would show more than is counted here.
    href: unit ? '' : paths.earlyWarnings,
    more: context.t('dashboard.seeWarnings', { count: open.length }),
  }
}

/** Each type with its share, the largest first. */
function kindsOf({ t, locale }: Context, { board }: DashboardReading) {
  const week = board.chosen
  const all = countsOf(board, { week }).reports
  const counted = reportTypes
    .map(({ key, short }) => ({ label: short[locale], count: countsOf(board, { week, type: key }).reports }))
    .sort((a, b) => b.count - a.count)
  return {
    note: t('dashboard.ofReports', { count: showNumber(all, locale) }),
    meters: counted.map(({ label, count }) => ({
      label,
      value: count,
      max: counted[0]!.count,
      kind: 'data',
      text: showNumber(count, locale),
    })),
  }
}

export function dashboardPrint(context: Context, reading: DashboardReading, letterhead: Letterhead) {
  const { t, locale, now, actor } = context
  const { board, unitName } = reading
  const at = showInstant(now, actor.timeZone, locale, 'long')
  const span = showSpan({ from: board.chosen, until: addDays(board.chosen, 6) }, locale, 'long')
  return {
    title: t('dashboard.title'),
    orientation: 'c-rekap',
    back: paths.dashboard(queryOf(reading, board.chosen)),
    kop: letterhead.lines,
    filter: t('recap.printFilter', { period: span, unit: unitName, at }),
    foot: t('app.printFoot', { at }),
    ...bodyOf(context, reading, true),
  }
}
