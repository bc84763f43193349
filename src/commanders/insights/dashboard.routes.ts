import { polsekRoles } from '../../access/policy/actor.ts'
import type { Scope } from '../../access/policy/scope.ts'
import {
  letterheadOf,
  type NamedUnit,
  unitAt,
  villagesInScope,
  villagesWithoutOfficer,
} from '../../administration/units/index.ts'
import { addDays, type Day, dateOf, isDay, weekStart } from '../../kernel/days.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { countFollowUps } from '../../officers/follow-ups/index.ts'
import { unitNameOn } from '../../platform/db/facts.ts'
import { type Context, get } from '../../platform/http/endpoint.ts'
import { page, print } from '../../platform/http/reply.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { qualityBetween } from '../quality/index.ts'
import { officersOf, polsekOf } from '../recaps/index.ts'
import { type Board, type Target, weekAfter, weekBefore, weeksUntil } from './board.ts'
import { dashboardPage, dashboardPrint } from './dashboard.pages.ts'
import { earlyWarnings } from './early-warnings.ts'
import { progressBy, type RowKind, unvisited, weekCounts } from './insights.queries.ts'
import type { DashboardReading, RowName } from './reading.ts'

const shownWeeks = 26
/** Without a visit for so long a village is named. */
const quietDays = 14

const targets: Target[] = reportTypes.map(({ key, target }) => ({ type: key, ...target }))

interface DashboardQuery {
  /** A Monday. */
  chosen: Day
  unit: NamedUnit | null
  /** What the unit that is looked at was called at the end of that week. */
  unitName: string
  scope: Scope
  rows: RowKind
}

/** The week that is over, where the address names no other: the one under way says less than it seems to. */
function weekAsked({ query, today }: Context): Day {
  const given = query.minggu
  const isKnown = typeof given === 'string' && isDay(given) && given >= '2000-01-03' && given <= today
  return isKnown ? weekStart(given) : weekBefore(weekStart(today))
}

async function asked(context: Context): Promise<DashboardQuery> {
  const { tx, scope, query, actor } = context
  const chosen = weekAsked(context)
  const lastDay = addDays(chosen, 6)
  const isNarrowed = typeof query.satuan === 'string' && query.satuan !== ''
  const unit = isNarrowed ? orNotFound(await unitAt(tx, scope, String(query.satuan), lastDay)) : null
  return {
    chosen,
    unit,
    unitName: unit?.name ?? (await unitNameOn(tx, actor.unitPath, lastDay)),
    scope: unit ? { kind: 'unit', path: unit.path } : scope,
    rows: unit || polsekRoles.includes(actor.role) ? 'petugas' : 'polsek',
  }
}

async function reading(context: Context & { subject: DashboardQuery }): Promise<DashboardReading> {
  const { tx, today, subject } = context
  const { chosen, scope, rows, unit, unitName } = subject
  const thisWeek = weekStart(today)
  const last = chosen >= weekBefore(thisWeek) ? thisWeek : chosen
  const weeks = weeksUntil(last, shownWeeks)
  const slice = { rows, period: { from: weeks[0]!, until: today < addDays(last, 6) ? today : addDays(last, 6) } }
  const period = { from: chosen, until: addDays(chosen, 6) }
  const [counts, progress, quality, followUps, villages, without, units, warnings] = await Promise.all([
    weekCounts(tx, scope, slice),
    progressBy(tx, scope, slice, targets),
    qualityBetween(tx, scope, period),
    countFollowUps(tx, scope, today),
    villagesInScope(tx, scope, today),
    villagesWithoutOfficer(tx, scope, today),
    polsekOf(tx, context.scope, { unitPath: '', period }, unit ? [unit.path] : []),
    earlyWarnings({ ...context, scope }),
  ])
  const served = villages.filter(({ code }) => !without.some((one) => one.code === code))
  const quiet = await unvisited(
    tx,
    served.map(({ code }) => code),
    dateOf(addDays(today, -quietDays)),
  )
  const board: Board = { weeks, chosen, counts, progress, targets }
  return {
    board,
    unit,
    unitName,
    units,
    quality,
    followUps,
    without,
    warnings,
    isRecent: chosen >= weekBefore(thisWeek),
    rowKind: rows,
    isOpen: weekAfter(chosen) > today,
    names: await namesOf(context, board),
    quiet: served.filter(({ code }) => quiet.some((one) => one.code === code)),
  }
}

/** The officers of the chosen week, and others who have figures in it. */
async function namesOf(context: Context & { subject: DashboardQuery }, { counts, chosen }: Board): Promise<RowName[]> {
  const { tx, subject } = context
  const slice = { unitPath: '', period: { from: chosen, until: addDays(chosen, 6) } }
  const withFigures = [...new Set(counts.filter(({ week }) => week === chosen).map(({ row }) => row))]
  if (subject.rows === 'polsek') {
    const found = await polsekOf(tx, subject.scope, slice, withFigures)
    return found.map(({ path, name }) => ({ key: path, name }))
  }
  const found = await officersOf(tx, subject.scope, slice, withFigures)
  return found.map(({ id, pangkat, name }) => ({ key: id, name: `${pangkat} ${name}` }))
}

export const dashboardRoutes = [
  get('/dasbor', {
    allow: 'dashboard.read',
    kind: 'recap',
    menu: {
      in: 'bar',
      label: 'nav.dashboard',
      order: 20,
      icon: 'chart-bar',
      seldom: true,
      covers: ['/peringatan', '/arahan'],
    },
    on: asked,
    handle: async (context) => page('insights/dashboard', dashboardPage(context, await reading(context))),
  }),
  get('/dasbor/cetak', {
    allow: 'dashboard.read',
    kind: 'export',
    trace: { as: 'page.printed', page: 'dashboard' },
    on: asked,
    handle: async (context) => {
      const { tx, actor, subject } = context
      const letterhead = await letterheadOf(tx, actor.unitPath, addDays(subject.chosen, 6))
      return print('insights/print', dashboardPrint(context, await reading(context), letterhead))
    },
  }),
]
