import { type absencesOf, absenceToday } from '../absences/index.ts'
import { dueOf, reopenedFor, type TimeFacts } from '../deadlines/index.ts'
import { type directivesSince, openDirectives, type ownSteps } from '../directives/index.ts'
import type { FollowUpCounts } from '../follow-ups/index.ts'
import { addDays, periodOf } from '../kernel/days.ts'
import { showLongDay, showNumber, showTime, showToday, zoneName } from '../kernel/format.ts'
import { paths } from '../kernel/paths.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { mayEver, type ReportState } from '../policy/policy.ts'
import {
  counts,
  draftRows,
  type figuresOf,
  type listReports,
  listRows,
  type namesFor,
  reportTypes,
  soonInWords,
} from '../reports/index.ts'
import { briefRow } from './briefs.pages.ts'
import { followUpTask } from './follow-up.pages.ts'
import type { RowFigures, StandingFigures } from './home.queries.ts'
import { keptOnPhone } from './kept.pages.ts'
import { nihilCard } from './nihil.pages.ts'
import { weekTable } from './week.pages.ts'

type Figures = Awaited<ReturnType<typeof figuresOf>>
type Listed = Awaited<ReturnType<typeof listReports>>
type Names = Awaited<ReturnType<typeof namesFor>>

const dayKey = (date: Date) => date.toISOString().slice(0, 10)

/** How many count in the period: all but the cancelled ones and the doubles. */
function counted(figures: Figures, from: string, until: string, typeKey?: string, states?: ReportState[]): number {
  return figures
    .filter(({ occurredOn, state }) => dayKey(occurredOn) >= from && dayKey(occurredOn) <= until && counts(state))
    .filter((one) => (!typeKey || one.typeKey === typeKey) && (!states || states.includes(one.state)))
    .reduce((sum, { reports }) => sum + reports, 0)
}

export interface OfficerHome {
  figures: Figures
  returned: Listed
  briefs: Listed
  latest: Listed
  drafts: Parameters<typeof draftRows>[1]
  nihil: { filedAt: Date } | null
  followUps: FollowUpCounts
  absences: Awaited<ReturnType<typeof absencesOf>>
  directives: Awaited<ReturnType<typeof directivesSince>>
  steps: Awaited<ReturnType<typeof ownSteps>>
  names: Names
  times: TimeFacts
}

/** Progress, what needs the officer, and one big button. */
export function officerPage(
  context: Context,
  {
    figures,
    returned,
    briefs,
    latest,
    drafts,
    nihil,
    followUps,
    absences,
    directives,
    steps,
    names,
    times,
  }: OfficerHome,
) {
  const { t, locale, today } = context
  const week = periodOf('minggu', today)
  const targets = reportTypes.map(({ key, title, target }) => {
    const period = target.per === 'hari' ? { from: today, until: today } : week
    const done = counted(figures, period.from, period.until, key)
    const label = target.per === 'hari' ? title[locale] : t('report.perWeek', { title: title[locale] })
    const text = t('report.target', { done, count: target.count })
    return {
      label,
      text,
      value: Math.min(done, target.count),
      max: target.count,
      kind: done >= target.count ? 'good' : 'work',
      isDaily: target.per === 'hari',
    }
  })
  const daily = targets.filter(({ isDaily }) => isDaily)
  const [done, goal] = [daily.reduce((sum, { value }) => sum + value, 0), daily.reduce((sum, { max }) => sum + max, 0)]
  const filed = counted(figures, today, today)
  // What its author took back is with him again.
  const made = filed - counted(figures, today, today, undefined, ['recalled'])
  return {
    title: t('nav.home'),
    heading: t('nav.home'),
    day: showToday(today, locale),
    dueText: t('home.dueText', { due: soonInWords(context, dueToday(context, times)) }),
    news: [...absenceToday(context, absences), ...reopenedFor(context, times)],
    ring: { value: done, max: goal, caption: t('home.ringCaption', { goal }) },
    progress: done >= goal ? t('home.done') : t('home.left', { count: goal - done }),
    progressText: made === 0 ? t('home.none') : t('home.made', { count: made }),
    targets: targets.map(({ isDaily: _, ...meter }) => meter),
    newHref: paths.newReport,
    briefHref: paths.brief,
    keep: keptOnPhone(context),
    nihil: nihilCard(context, nihil, filed > 0),
    directives: openDirectives(context, directives, steps),
    directivesHref: paths.directives,
    returned: listRows(context, returned, names),
    briefs: briefRow(context, briefs),
    followUps: followUpTask(context, followUps),
    // The detail of a brief report that was put aside is found there, not among the drafts.
    drafts: draftRows(
      context,
      drafts.filter(({ id }) => !briefs.some((brief) => brief.id === id)),
    ),
    latest: listRows(context, latest, names),
    allHref: paths.reports(),
  }
}

/** Until when a report of today is in time, of any type that has no limit of its own. */
const dueToday = ({ actor: { id: authorId, unitPath, timeZone: zone }, today }: Context, times: TimeFacts): Date =>
  dueOf(times, { authorId, unitPath, zone, occurredOn: today })

export interface CommandHome {
  figures: Figures
  open: StandingFigures
  nihilToday: number
  silentYesterday: number
  /** Of each polsek, or within one of each officer. */
  rows: RowFigures[]
  latest: Listed
  queue: Listed | undefined
  followUps: FollowUpCounts
  /** What came from phones and waits for a decision of his. */
  held: number
  directives: number
  names: Names
}

/** The figures of a scope, the queue for those who decide, and the way down to each number. */
export function commandPage(
  context: Context,
  { figures, open, nihilToday, silentYesterday, rows, latest, queue, followUps, held, directives, names }: CommandHome,
) {
  const { t, locale, today, now, actor } = context
  const week = periodOf('minggu', today)
  const last = { from: addDays(week.from, -7), until: addDays(week.from, -1) }
  const number = (value: number) => showNumber(value, locale)
  const kpi = (label: string, value: number, href: string, sentence = '') => ({
    label,
    value: number(value),
    unit: '',
    sentence,
    href,
  })
  const spans = { dari: week.from, sampai: week.until }
  return {
    title: t('nav.summary'),
    heading: t('nav.summary'),
    day: showLongDay(today, locale),
    asOf: `${t('app.asOf', { time: showTime(now, actor.timeZone, locale) })} ${zoneName(actor.timeZone)}`,
    kpis: [
      kpi(
        t('home.filedToday'),
        counted(figures, today, today),
        paths.reports({ dari: today, sampai: today, keadaan: 'dihitung' }),
      ),
      kpi(
        t('home.filedWeek'),
        counted(figures, week.from, week.until),
        paths.reports({ ...spans, keadaan: 'dihitung' }),
        t('home.lastWeek', { count: number(counted(figures, last.from, last.until)) }),
      ),
      kpi(
        t('home.verifiedWeek'),
        counted(figures, week.from, week.until, undefined, ['verified']),
        paths.reports({ ...spans, keadaan: 'terverifikasi' }),
      ),
      kpi(t('home.waitingAll'), open.waiting, queue ? paths.queue() : paths.reports({ keadaan: 'menunggu' })),
      kpi(t('home.returnedAll'), open.returned, paths.reports({ keadaan: 'dikembalikan' })),
      kpi(t('home.briefsAll'), open.brief, paths.reports({ keadaan: 'kilat' })),
      kpi(t('home.nihilToday'), nihilToday, paths.daysTold()),
      kpi(t('home.silentYesterday'), silentYesterday, paths.morningSheet()),
      kpi(t('followUp.overdueKpi'), followUps.overdue, paths.followUps({ keadaan: 'lewat' })),
      kpi(t('directive.runningKpi'), directives, paths.directives),
      ...(held > 0 ? [kpi(t('quarantine.title'), held, paths.quarantine)] : []),
    ],
    table: weekTable(context, rows, spans),
    recapHref: paths.recap(),
    carryHref: mayEver(actor, 'envelope.carry') ? paths.carry : '',
    isReviewer: queue !== undefined,
    queueHref: paths.queue(),
    queue: queue ? listRows(context, queue, names) : [],
    latest: listRows(context, latest, names),
  }
}
