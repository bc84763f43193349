import { body, type ValidationChain } from 'express-validator'
import { instantIn, isDay } from '../../kernel/days.ts'
import { orNotFound } from '../../kernel/errors.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, type Handling, post } from '../../platform/http/endpoint.ts'
import { lineOf, textOf } from '../../platform/http/form-text.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { endOutage } from './outage-end.commands.ts'
import { findOutage, type RecordedOutage, recordedOutages } from './outage-end.queries.ts'
import { endOutagePage, type OutageEndInput, outagesPage, standingEnd } from './outages.pages.ts'

/** As far back as an outage still moves a deadline. */
const shownMs = 120 * 86_400_000
const most = 100

/** An outage by the millisecond it began. */
async function outageToEnd({ tx, params }: Context): Promise<RecordedOutage> {
  const since = /^\d{1,15}$/.test(params.mulai ?? '') ? new Date(Number(params.mulai)) : undefined
  return orNotFound(since ? await findOutage(tx, since) : null)
}

const typedIn = ({ sent }: Handling<unknown>): OutageEndInput => ({
  day: lineOf(sent, 'hari'),
  time: lineOf(sent, 'pukul').replace('.', ':'),
  reason: textOf(sent, 'alasan'),
})

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

const fault = (name: string, message: string): ValidationChain =>
  body(name).custom(() => {
    if (message !== '') throw new Error(message)
    return true
  })

/** A minute that is typed begins where it is cut: never earlier than the outage itself. */
function endTyped({ actor }: Context, { since }: RecordedOutage, { day, time }: OutageEndInput): Date {
  const typed = instantIn(actor.timeZone, day, time)
  return typed < since && since.getTime() - typed.getTime() < 60_000 ? since : typed
}

function endChains(context: Handling<RecordedOutage>): ValidationChain[] {
  const { t, locale, actor, now, subject } = context
  const typed = typedIn(context)
  const isWhole = isDay(typed.day) && isTime(typed.time)
  const until = isWhole ? endTyped(context, subject, typed) : undefined
  const span = {
    since: showInstant(subject.since, actor.timeZone, locale),
    until: showInstant(subject.until < now ? subject.until : now, actor.timeZone, locale),
  }
  const isWithin = until !== undefined && until >= subject.since && until < subject.until && until <= now
  return [
    fault('hari', isDay(typed.day) ? '' : t('outage.endDayEmpty')),
    fault('pukul', isTime(typed.time) ? '' : t('outage.endTimeEmpty')),
    fault('hari', isWhole && !isWithin ? t('outage.endOutside', span) : ''),
    fault('alasan', [...typed.reason].length < 10 || [...typed.reason].length > 500 ? t('outage.reasonShort') : ''),
  ]
}

/** What the admin sees of outages, and can end where one was told too long. */
export const outageRoutes = [
  get('/gangguan', {
    allow: 'outage.keep',
    menu: { in: 'bar', label: 'nav.outages', order: 130, icon: 'clock', seldom: true },
    handle: async (context) => {
      const { tx, now } = context
      const outages = await recordedOutages(tx, new Date(now.getTime() - shownMs), most)
      return page('deadlines/outages', outagesPage(context, outages))
    },
  }),
  get('/gangguan/:mulai/akhir', {
    allow: 'outage.keep',
    on: outageToEnd,
    handle: (context) =>
      form('deadlines/end-outage', endOutagePage(context, context.subject, standingEnd(context, context.subject))),
  }),
  post('/gangguan/:mulai/akhir', {
    allow: 'outage.keep',
    on: outageToEnd,
    accept: endChains,
    invalid: (context, violations) => {
      const errors = new Map(violations.toReversed().map(({ field, message }) => [field, message]))
      return form('deadlines/end-outage', endOutagePage(context, context.subject, typedIn(context), errors), 422)
    },
    handle: async (context) => {
      const { subject: outage, actor, locale } = context
      const typed = typedIn(context)
      const until = endTyped(context, outage, typed)
      const at = (when: Date) => showInstant(when, actor.timeZone, locale)
      const said = { before: at(outage.until), after: at(until) }
      await endOutage(context, { outage, until, reason: typed.reason, said })
      return redirect(paths.outages, 'outage.ended')
    },
  }),
]
