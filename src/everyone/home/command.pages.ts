import { mayEver } from '../../access/policy/policy.ts'
import { addDays, periodOf } from '../../kernel/days.ts'
import { showLongDay, showNumber, showTime, zoneName } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Doubted } from '../../officers/acknowledging/index.ts'
import type { FollowUpCounts } from '../../officers/follow-ups/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { listRows } from '../../reports/reading/index.ts'
import { counted, type Figures, type Listed, type Names } from './counted.ts'
import { disownedRows } from './disowned.pages.ts'
import type { RowFigures, StandingFigures } from './home.queries.ts'
import { weekTable } from './week.pages.ts'

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
  /** Envelopes that wait for the reader's decision. */
  held: number
  directives: number
  /** Of those who decide on held submissions, and of the Kapolres. */
  doubted: Doubted | undefined
  names: Names
}

/** The figures of a scope, the queue for those who decide, and the way down to each number. */
export function commandPage(
  context: Context,
  {
    figures,
    open,
    nihilToday,
    silentYesterday,
    rows,
    latest,
    queue,
    followUps,
    held,
    directives,
    doubted,
    names,
  }: CommandHome,
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
      ...(doubted && doubted.awaited > 0
        ? [kpi(t('authorship.awaitedKpi'), doubted.awaited, paths.reports({ keadaan: 'menunggu-pengakuan' }))]
        : []),
    ],
    disowned: disownedRows(context, doubted?.disowned ?? []),
    table: weekTable(context, rows, spans),
    recapHref: paths.recap(),
    carryHref: mayEver(actor, 'envelope.carry') ? paths.carry : '',
    isReviewer: queue !== undefined,
    queueHref: paths.queue(),
    queue: queue ? listRows(context, queue, names) : [],
    latest: listRows(context, latest, names),
  }
}
