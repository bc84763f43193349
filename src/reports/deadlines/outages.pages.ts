import { dayIn, timeIn } from '../../kernel/days.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { showDuration } from './duration.ts'
import type { RecordedOutage } from './outage-end.queries.ts'

const lengthOf = ({ since, until }: Pick<RecordedOutage, 'since' | 'until'>) => until.getTime() - since.getTime()

export function outagesPage(context: Context, outages: RecordedOutage[]) {
  const { t, locale, actor } = context
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  return {
    title: t('outage.title'),
    heading: t('outage.title'),
    back: paths.home,
    lead: [t('outage.lead')],
    outages: outages.map((one) => ({
      title: t('outage.span', { since: at(one.since), until: at(one.until) }),
      text: t('outage.moved', { duration: showDuration(lengthOf(one), t, locale) }),
      ended:
        one.ender && one.endedAt
          ? t('outage.endedBy', {
              name: `${one.ender.pangkat} ${one.ender.name}`,
              at: at(one.endedAt),
              reason: one.endReason ?? '',
              told: at(one.toldUntil!),
            })
          : '',
      endHref: paths.endOutage(one.since.getTime()),
    })),
  }
}

export interface OutageEndInput {
  day: string
  time: string
  reason: string
}

/** What the form opens with: the outage as it is told. */
export const standingEnd = ({ actor: { timeZone } }: Context, { until }: RecordedOutage): OutageEndInput => ({
  day: dayIn(timeZone, until),
  time: timeIn(timeZone, until),
  reason: '',
})

export function endOutagePage(
  context: Context,
  outage: RecordedOutage,
  typed: OutageEndInput,
  errors = new Map<string, string>(),
) {
  const { t, locale, actor } = context
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  const field = (name: string, value: string, component: string, label: string, hint: string) => ({
    name,
    id: `f-${name}`,
    label,
    hint,
    value,
    component,
    error: errors.get(name) ?? '',
    optional: false,
    attributes: [],
    options: [],
    unknowns: [],
    when: '' as const,
    extra: {},
  })
  return {
    title: t('outage.endTitle'),
    heading: t('outage.endTitle'),
    back: paths.outages,
    hasErrors: errors.size > 0,
    problems: [...errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    lead: [
      t('outage.span', { since: at(outage.since), until: at(outage.until) }),
      t('outage.endLead', { duration: showDuration(lengthOf(outage), t, locale) }),
    ],
    action: paths.endOutage(outage.since.getTime()),
    fields: [
      field('hari', typed.day, 'input-date', t('outage.endDay'), t('outage.endDayHint')),
      field('pukul', typed.time, 'input-time', t('outage.endTime'), ''),
      field('alasan', typed.reason, 'input-long', t('outage.reason'), t('outage.reasonHint')),
    ],
    submit: { label: t('outage.end'), name: 'aksi', value: 'akhiri' },
  }
}
