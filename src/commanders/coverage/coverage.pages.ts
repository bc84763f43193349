import { mayEver } from '../../access/policy/policy.ts'
import { type Letterhead, type Village, villageInFull, villageTitle } from '../../administration/units/index.ts'
import { addDays, type Day, dayOf, daysBetween, weekStart } from '../../kernel/days.ts'
import { rtRw, showDay, showDayMonth, showInstant, showNumber, showRt, showSpan } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { DueVisit, RwCoverage, WeekVisits } from './coverage.queries.ts'

const weeks = 12

/** The Mondays of the last twelve weeks, this one first: on a phone the first columns are those that are seen. */
export const mondays = (today: Day): Day[] =>
  Array.from({ length: weeks }, (_, index) => addDays(weekStart(today), -7 * index))

interface Total {
  households: number
  visited: number
  never: number
  lastOn: Date | null
}

const none: Total = { households: 0, visited: 0, never: 0, lastOn: null }

/** Several RW as one. */
export const totalOf = (rows: readonly Total[]): Total =>
  rows.reduce(
    (sum, one) => ({
      households: sum.households + one.households,
      visited: sum.visited + one.visited,
      never: sum.never + one.never,
      lastOn: one.lastOn && (!sum.lastOn || one.lastOn > sum.lastOn) ? one.lastOn : sum.lastOn,
    }),
    none,
  )

const share = ({ visited, households }: Total): string =>
  households === 0 ? '–' : `${Math.round((100 * visited) / households)}%`

function daysSince({ t, today }: Context, lastOn: Date | null): string {
  if (lastOn === null) return t('coverage.never')
  const count = daysBetween(dayOf(lastOn), today)
  return count === 0 ? t('coverage.today') : t('coverage.days', { count })
}

const cell = (text: string, own: { href?: string; align?: string; header?: boolean; small?: string } = {}) => ({
  text,
  href: '',
  align: 'right',
  small: '',
  header: false,
  ...own,
})

export interface Overview {
  villages: Village[]
  rows: RwCoverage[]
  officers: ReadonlyMap<string, string[]>
}

/** A row for each village: who serves it, how many households, how many visited lately. */
export function overviewPage(context: Context, { villages, rows, officers }: Overview) {
  const { t, locale } = context
  const without = villages.filter(({ code }) => !officers.has(code))
  const head = [
    { label: t('coverage.village'), align: 'left', href: '' },
    { label: t('coverage.officer'), align: 'left', href: '' },
    ...[t('coverage.households'), t('coverage.visited'), t('coverage.neverVisited'), t('coverage.last')].map(
      (label) => ({
        label,
        align: 'right',
        href: '',
      }),
    ),
  ]
  return {
    title: t('coverage.title'),
    heading: t('coverage.title'),
    back: paths.register('keluarga'),
    lead: t('coverage.lead'),
    without: without.length === 0 ? '' : t('coverage.without', { villages: without.map(villageTitle).join(', ') }),
    emptyText: villages.length === 0 ? t('register.noVillageOfUnit') : '',
    table: {
      caption: t('coverage.title'),
      head,
      rows: villages.map((village) => {
        const total = totalOf(rows.filter(({ villageCode }) => villageCode === village.code))
        return [
          cell(villageTitle(village), {
            href: paths.coverage({ wilayah: village.code }),
            align: 'left',
            header: true,
            small: village.subdistrict,
          }),
          cell((officers.get(village.code) ?? [t('coverage.nobody')]).join(', '), { align: 'left' }),
          cell(showNumber(total.households, locale)),
          cell(share(total)),
          cell(showNumber(total.never, locale)),
          cell(daysSince(context, total.lastOn)),
        ]
      }),
      foot: [],
    },
  }
}

export interface VillageCoverage {
  village: Village
  officers: string[]
  rows: RwCoverage[]
  visits: WeekVisits[]
  due: DueVisit[]
}

/** How dark a cell is; its number says the same. */
const shade = (visits: number): number => Math.min(3, visits === 0 ? 0 : Math.ceil(visits / 2))

function gridOf(context: Context, { rows, visits }: VillageCoverage) {
  const { t, locale, today } = context
  const known = new Map(visits.map(({ rw, week, visits: count }) => [`${rw} ${dayOf(week)}`, count]))
  return {
    caption: t('coverage.grid'),
    weeks: mondays(today).map((monday) => showDayMonth(monday, locale)),
    rows: rows.map((row) => ({
      label: `RW ${showRt(row.rw)}`,
      households: showNumber(row.households, locale),
      share: share(row),
      last: daysSince(context, row.lastOn),
      cells: mondays(today).map((monday) => {
        const count = known.get(`${row.rw} ${monday}`) ?? 0
        return { text: String(count), shade: String(shade(count)) }
      }),
    })),
  }
}

function modelOf(context: Context, coverage: VillageCoverage) {
  const { t, locale, actor } = context
  const { village, officers, rows, due } = coverage
  const total = totalOf(rows)
  const kpi = (label: string, value: string, sentence = '') => ({ label, value, unit: '', sentence, href: '' })
  return {
    title: t('coverage.titleOf', { village: villageTitle(village) }),
    officers: officers.length === 0 ? t('coverage.nobody') : officers.join(', '),
    kpis: [
      kpi(t('coverage.households'), showNumber(total.households, locale)),
      kpi(t('coverage.visited'), share(total), t('coverage.visitedOf', { ...total, lastOn: '' })),
      kpi(t('coverage.neverVisited'), showNumber(total.never, locale)),
      kpi(t('coverage.last'), daysSince(context, total.lastOn)),
    ],
    isEmpty: rows.length === 0,
    grid: gridOf(context, coverage),
    due: due.map((one) => ({
      id: one.id,
      title: one.name,
      href: paths.entry('keluarga', one.id),
      place: rtRw(one),
      address: one.address ?? '',
      lines: [
        [rtRw(one), one.address ?? ''].filter((part) => part !== '').join(', '),
        one.lastOn ? t('register.lastVisit', { day: showDay(dayOf(one.lastOn), locale) }) : t('register.neverVisited'),
      ],
      last: one.lastOn ? showDay(dayOf(one.lastOn), locale, 'long') : t('coverage.never'),
      visitHref: mayEver(actor, 'report.file') ? paths.newReportOf('kunjungan-warga', one.id) : '',
      pickLabel: '',
      visitLabel: t('register.visitOf', { name: one.name }),
    })),
  }
}

export const villageCoveragePage = (context: Context, coverage: VillageCoverage, hasOthers: boolean) => ({
  ...modelOf(context, coverage),
  heading: context.t('coverage.title'),
  back: hasOthers ? paths.coverage() : paths.register('keluarga'),
  printHref: paths.printCoverage({ wilayah: coverage.village.code }),
})

/** The same on paper: the list to take along, and the grid. */
export function coveragePrint(context: Context, coverage: VillageCoverage, kop: Letterhead) {
  const { t, locale, actor, today, now } = context
  const { officers, ...model } = modelOf(context, coverage)
  const span = { from: mondays(today).at(-1)!, until: addDays(weekStart(today), 6) }
  return {
    ...model,
    title: t('coverage.printTitle', { village: villageInFull({ ...coverage.village, subdistrict: '' }) }),
    period: t('coverage.printPeriod', { period: showSpan(span, locale, 'long') }),
    officers: t('coverage.printOfficer', { officers }),
    orientation: 'c-rekap',
    back: paths.coverage({ wilayah: coverage.village.code }),
    kop: kop.lines,
    foot: t('app.printFoot', { at: showInstant(now, actor.timeZone, locale, 'long') }),
  }
}
