import { dayIn, daysBetween } from '../../kernel/days.ts'
import { showInstant, showTime } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { completionDueAt, type FiledAsBrief, isCompletionOverdue, isLate } from '../deadlines/index.ts'
import type { FoundReport } from '../record/index.ts'
import { lineOf } from '../registry/index.ts'
import { type Filling, photosModel } from './form.fields.ts'
import { formPage } from './form.pages.ts'
import { type DueForm, lateName } from './lateness.ts'
import { lateQuestion } from './questions.pages.ts'
import { sendFrom } from './sending.pages.ts'

type Speaking = Pick<Context, 't' | 'locale' | 'actor' | 'now'>

/** `besok pukul 23.59` while that is true, and the day by its name later. */
export function soonInWords({ t, locale, actor: { timeZone }, now }: Speaking, at: Date): string {
  const time = showTime(at, timeZone, locale)
  const days = daysBetween(dayIn(timeZone, now), dayIn(timeZone, at))
  if (days === 0) return t('brief.today', { time })
  return days === 1 ? t('brief.tomorrow', { time }) : showInstant(at, timeZone, locale)
}

/** Where it would be late already, the one question why stands in the form itself: there is no second page. */
export function briefPage(context: Context, filling: Filling, due: DueForm) {
  const { t, now, actor } = context
  const whole = formPage(filling)
  const [section] = whole.sections
  return {
    ...whole,
    note: t('report.optionalMarked'),
    due: due.line,
    questions: isLate(due) ? [lateQuestion(context, { sent: filling.wire, open: openIn(filling) }, due)] : [],
    draft: { ...whole.draft, at: paths.brief },
    phoneCheck: [],
    send: [sendFrom(t, { kind: 'brief', type: filling.type.key, id: filling.id, label: whole.title })],
    sections: [{ ...section!, title: '', fields: [...section!.fields, photosModel(filling)] }],
    bar: {
      primary: { label: t('brief.send'), name: 'aksi', value: 'kirim' },
      secondary: '' as const,
      text: t('brief.completeBy', {
        due: soonInWords(context, completionDueAt({ arrivedAt: now, dueAt: due.dueAt, outages: [] }, actor.timeZone)),
      }),
    },
  }
}

/** The question about lateness, where it was left without an answer. */
const openIn = ({ errors }: Filling) => new Set(errors.has(lateName) ? [lateName] : [])

interface Brief extends FiledAsBrief {
  id: string
  state: string
  writtenAt: Date
  dueAt: Date
}

/** What stands above an ordinary receipt while the detail is still due. */
export function briefReceipt(context: Context, report: Brief) {
  const { t, locale, actor } = context
  if (report.state !== 'brief') return []
  const time = showTime(report.arrivedAt, actor.timeZone, locale)
  const due = soonInWords(context, completionDueAt(report, actor.timeZone))
  return [
    {
      text: t('brief.received', { time, timeliness: isLate(report) ? t('report.late') : t('report.onTime') }),
      due: t('brief.completeBy', { due }),
      href: paths.completion(report.id),
    },
  ]
}

/** The mark beside a brief report whose detail has not come in time. */
export const overdueChips = ({ t, actor, now }: Pick<Context, 't' | 'actor' | 'now'>, report: Brief) =>
  report.state === 'brief' && isCompletionOverdue(report, actor.timeZone, now)
    ? [{ kind: 'late', label: t('brief.overdue') }]
    : []

/** The line of a report that began as a brief one: label and value. */
export function briefRows(report: FoundReport, t: Context['t']): [string, string][] {
  const line = lineOf(report)
  return line ? [[t('brief.line'), line]] : []
}
