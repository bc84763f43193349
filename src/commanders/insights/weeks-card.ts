import { addDays, type Day } from '../../kernel/days.ts'
import { showMonthName, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { shareText } from '../quality/index.ts'
import { attainmentOf, countsOf, timelinessOf } from './board.ts'
import { type BarChart, barChart, type Column } from './charts.ts'
import { type DashboardReading, queryOf, weekInWords } from './reading.ts'

/** Fewer weeks with reports make no trend. */
const leastWeeks = 4

const drawings = [
  { kind: 'wide', weeks: 26, width: 640, height: 220 },
  { kind: 'narrow', weeks: 12, width: 320, height: 200 },
] as const

/** The weeks as bars, and the same numbers as a table. */
export function weeksCard(context: Context, reading: DashboardReading) {
  const { t, locale, today } = context
  const { board } = reading
  const isOver = (week: Day) => addDays(week, 6) < today
  const target = attainmentOf(board, { week: board.chosen }).of
  const column = (week: Day, index: number): Column => {
    const usual = week === board.chosen ? 'chosen' : 'usual'
    return {
      value: countsOf(board, { week }).reports,
      kind: isOver(week) ? usual : 'open',
      label: index === 0 || isNewMonth(week) ? showMonthName(week, locale) : '',
    }
  }
  const chosen = {
    week: weekInWords(board.chosen, locale),
    reports: showNumber(countsOf(board, { week: board.chosen }).reports, locale),
  }
  const charts = drawings.map(({ kind, weeks, width, height }) => ({
    kind,
    chart: named(barChart(board.weeks.slice(-weeks).map(column), target, width, height), context),
    description: t('dashboard.weeksDescription', { ...chosen, count: Math.min(weeks, board.weeks.length) }),
  }))
  const found = board.weeks.filter((week) => countsOf(board, { week }).reports > 0).length
  return {
    charts,
    isOpen: board.weeks.some((week) => !isOver(week)),
    fewText: found < leastWeeks ? t('dashboard.fewWeeks', { count: leastWeeks }) : '',
    table: tableOf(context, reading),
  }
}

/** The first week that begins in a month bears its name. */
const isNewMonth = (week: Day): boolean => Number(week.slice(8)) <= 7

const named = ({ ticks, target, ...chart }: BarChart, { t, locale }: Context) => ({
  ...chart,
  ticks: ticks.map(({ y, value }) => ({ y, text: showNumber(value, locale) })),
  target: target ? [{ y: target.y, text: t('dashboard.target', { count: showNumber(target.value, locale) }) }] : [],
})

function tableOf({ t, locale }: Context, reading: DashboardReading) {
  const { board } = reading
  const cell = (text: string, header = false, href = '') => ({
    text,
    href,
    header,
    small: '',
    align: header ? 'left' : 'right',
  })
  const head = (label: string, align: 'left' | 'right') => ({ label, align, href: '' })
  return {
    caption: t('dashboard.weeks'),
    head: [
      head(t('dashboard.week'), 'left'),
      ...[t('dashboard.reports'), t('dashboard.attainment'), t('dashboard.onTime')].map((label) =>
        head(label, 'right'),
      ),
    ],
    rows: [...board.weeks].reverse().map((week) => {
      const counts = countsOf(board, { week })
      return [
        cell(weekInWords(week, locale), true, paths.dashboard(queryOf(reading, week))),
        cell(showNumber(counts.reports, locale)),
        cell(shareText({ t, locale }, attainmentOf(board, { week }))),
        cell(shareText({ t, locale }, timelinessOf(counts))),
      ]
    }),
    foot: [],
  }
}
