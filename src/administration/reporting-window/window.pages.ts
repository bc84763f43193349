import { addDays, type Day, dayIn, dayOf } from '../../kernel/days.ts'
import { showDay, showInstant, showNumber } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { type Limit, type Outage, showDuration, showOutage, usualLimit } from '../../reports/deadlines/index.ts'
import { type Field } from '../../reports/engine/index.ts'
import { fieldModel } from '../../reports/form/index.ts'
import { reportType } from '../../reports/registry/index.ts'
import type { Officer } from '../units/index.ts'
import type { OpenException, StandingRule } from './window.queries.ts'
import { exceptionFields, ruleFields } from './window-form.ts'

type Speaking = Pick<Context, 't' | 'locale'>

export const nameOf = ({ pangkat, name }: Pick<Officer, 'pangkat' | 'name'>) => `${pangkat} ${name}`

const ruleLabel = ({ t, locale }: Speaking, typeKey: string | null) =>
  typeKey === null ? t('window.everyType') : reportType(typeKey).title[locale]

/** `24 Nov 2026 – 30 Nov 2026`; without an end, from when. */
export const spanOf = ({ t, locale }: Speaking, since: Day, until: Day | null): string =>
  until === null
    ? t('window.from', { from: showDay(since, locale) })
    : t('window.span', { from: showDay(since, locale), until: showDay(until, locale) })

const periodOf = (locale: Context['locale'], from: Day, until: Day): string =>
  from === until ? showDay(from, locale) : `${showDay(from, locale)} – ${showDay(until, locale)}`

const showClock = (time: string, locale: Context['locale']) => (locale === 'id' ? time.replace(':', '.') : time)

function limitOf({ t, locale }: Speaking, { days, time: at, graceMinutes }: Limit): string {
  const day =
    days === 0 ? t('window.sameDay') : days === 1 ? t('window.nextDay') : t('window.daysAfter', { count: days })
  const time = showClock(at, locale)
  return graceMinutes === 0
    ? t('window.limit', { day, time })
    : t('window.limitGrace', { day, time, grace: showNumber(graceMinutes, locale) })
}

export interface WindowInput {
  sent: Record<string, unknown>
  errors: Map<string, string>
}

export interface WindowData {
  rules: StandingRule[]
  exceptions: OpenException[]
  officers: Officer[]
  outages: Outage[]
}

const untouched: WindowInput = { sent: { tenggang: '0' }, errors: new Map() }

/** The rules of a polres with their days, what is open for whom, and the outages that have moved deadlines. */
export function windowPage(context: Context, data: WindowData, typed: WindowInput = untouched) {
  const { t, locale, today, actor, now } = context
  const asking = { wire: typed.sent, errors: typed.errors, villages: [], today, locale, t }
  const models = (fields: Record<string, Field>) =>
    Object.entries(fields).map(([name, field]) => fieldModel(name, field, asking as never))
  const officers = data.officers.map((one) => ({ id: one.id, name: `${nameOf(one)}, ${one.unit.name}` }))
  return {
    title: t('window.title'),
    heading: t('window.title'),
    hasErrors: typed.errors.size > 0,
    problems: [...typed.errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    usual: t('window.usual', { time: showClock(usualLimit.time, locale) }),
    rules: data.rules.map((rule) => ruleRow(context, rule)),
    ruleAction: paths.windowRules,
    ruleFields: models(ruleFields),
    exceptions: data.exceptions.map((one) => exceptionCard(context, one)),
    exceptionAction: paths.windowExceptions,
    exceptionFields: models(exceptionFields(officers)),
    outages: data.outages.map((outage) => ({
      day: showDay(dayIn(actor.timeZone, outage.since), locale),
      text: t('status.outage', {
        span: showOutage(outage, actor.timeZone, locale, outage.until),
        duration: showDuration(outage.until.getTime() - outage.since.getTime(), t, locale),
      }),
    })),
    asOf: t('status.asOf', { at: showInstant(now, actor.timeZone, locale) }),
  }
}

function ruleRow(context: Context, rule: StandingRule) {
  const { t, today, locale } = context
  const label = ruleLabel(context, rule.typeKey)
  const [since, until] = [dayOf(rule.sinceOn), rule.untilOn && dayOf(rule.untilOn)]
  const isOver = until !== null && until <= today
  const isToCome = since > today
  return {
    title: label,
    whole: limitOf(context, { ...rule, time: rule.timeOfDay }),
    limit: limitOf(context, { ...rule, time: rule.timeOfDay, graceMinutes: 0 }),
    grace: rule.graceMinutes === 0 ? '–' : t('window.minutes', { count: showNumber(rule.graceMinutes, locale) }),
    span: spanOf(context, since, until),
    action: isOver ? '' : paths.endRule(rule.id),
    button: isToCome ? t('window.drop') : t('window.end'),
    label: isToCome ? t('window.dropOf', { label }) : t('window.endOf', { label }),
  }
}

function exceptionCard(
  { t, locale, actor }: Context,
  { id, person, fromOn, untilOn, openUntil, reason }: OpenException,
) {
  const span = periodOf(locale, dayOf(fromOn), dayOf(untilOn))
  return {
    title: `${nameOf(person)}, ${person.unit.name}`,
    lines: [t('window.exception', { span, until: showInstant(openUntil, actor.timeZone, locale) }), reason],
    action: paths.withdrawException(id),
    button: t('window.withdraw'),
    label: t('window.withdrawOf', { name: nameOf(person) }),
  }
}

/** What will follow from it, before it is saved. */
function checkPage(
  { t }: Context,
  action: string,
  rows: [string, string][],
  effect: string,
  save: string,
  sent: object,
) {
  return {
    title: t('window.checkTitle'),
    heading: t('window.title'),
    subheading: t('window.checkTitle'),
    back: paths.window,
    action,
    effect,
    sections: [{ title: '', rows: rows.map(([label, value]) => ({ label, value, lines: [] })) }],
    hidden: Object.entries(sent)
      .filter(([name]) => name !== 'aksi')
      .map(([name, value]) => ({ name, value: String(value) })),
    bar: {
      primary: { label: save, name: 'aksi', value: 'simpan' },
      secondary: { label: t('app.change'), name: 'aksi', value: 'ubah' },
      text: '',
    },
  }
}

export function ruleCheckPage(
  context: Context,
  rule: Limit & { typeKey: string | null; since: Day; until: Day | null },
  count: number,
  sent: object,
) {
  const { t, locale, today } = context
  const officers = showNumber(count, locale)
  const isTomorrow = rule.since === addDays(today, 1)
  const effect = isTomorrow
    ? t('window.effectTomorrow', { count: officers })
    : t('window.effectFrom', { day: showDay(rule.since, locale), count: officers })
  const rows: [string, string][] = [
    [t('window.type'), ruleLabel(context, rule.typeKey)],
    [t('window.time'), limitOf(context, rule)],
    [t('window.since'), periodText(context, rule.since, rule.until)],
  ]
  return checkPage(context, paths.windowRules, rows, effect, t('app.save'), sent)
}

const periodText = ({ locale }: Context, since: Day, until: Day | null) =>
  until === null ? showDay(since, locale) : periodOf(locale, since, until)

export function exceptionCheckPage(
  context: Context,
  exception: { person: Officer; from: Day; until: Day; reason: string; openUntil: Date },
  count: number,
  sent: object,
) {
  const { t, locale, actor } = context
  const { person, from, until, reason, openUntil } = exception
  const closing = showInstant(openUntil, actor.timeZone, locale)
  const rows: [string, string][] = [
    [t('window.officer'), `${nameOf(person)}, ${person.unit.name}`],
    [t('window.dayFrom'), periodOf(locale, from, until)],
    [t('window.reason'), reason],
    [t('window.openUntil'), closing],
  ]
  const effect = t('window.effectException', { count: showNumber(count, locale), until: closing })
  return checkPage(context, paths.windowExceptions, rows, effect, t('window.grant'), sent)
}
