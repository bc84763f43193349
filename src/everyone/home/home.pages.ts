import { type absencesOf, absenceToday } from '../../administration/absences/index.ts'
import { type directivesSince, openDirectives, type ownSteps } from '../../commanders/directives/index.ts'
import { periodOf } from '../../kernel/days.ts'
import { showToday } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import { draftRows } from '../../officers/filing/index.ts'
import type { FollowUpCounts } from '../../officers/follow-ups/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { dueOf, reopenedFor, type TimeFacts } from '../../reports/deadlines/index.ts'
import { soonInWords } from '../../reports/form/index.ts'
import { listRows } from '../../reports/reading/index.ts'
import { reportTypes } from '../../reports/types/index.ts'
import { briefRow } from './briefs.pages.ts'
import { cachedOnPhone } from './cached.pages.ts'
import { counted, type Figures, type Listed, type Names } from './counted.ts'
import { followUpTask } from './follow-up.pages.ts'
import { nihilCard } from './nihil.pages.ts'

export interface OfficerHome {
  figures: Figures
  /** What came in their name, and nobody's signature vouches for. */
  unacknowledged: Listed
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
    unacknowledged,
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
  // A recalled report is with its author again.
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
    keep: cachedOnPhone(context),
    nihil: nihilCard(context, nihil, filed > 0),
    directives: openDirectives(context, directives, steps),
    directivesHref: paths.directives,
    unacknowledged: listRows(context, unacknowledged, names).map((row, at) => ({
      ...row,
      acknowledgeAction: paths.acknowledgement(unacknowledged[at]!.id),
      disownHref: paths.disowning(unacknowledged[at]!.id),
    })),
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
