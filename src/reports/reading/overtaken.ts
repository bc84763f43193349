import { type Action, may, reportStates } from '../../access/policy/policy.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Handling } from '../../platform/http/endpoint.ts'
import { page, type Reply, redirect } from '../../platform/http/reply.ts'
import { isMessageKey, type MessageKey } from '../../sentences/say.ts'
import { type Answers, readAnswers } from '../engine/index.ts'
import { answerSections, textOf } from '../form/index.ts'
import { type FoundReport, historyOf, isConfidential } from '../record/index.ts'
import { reportType } from '../registry/index.ts'
import { type Transition, transitions } from '../states/index.ts'
import { type Deciding, undecided } from './decision.pages.ts'
import type { HistoryEntry } from './history.pages.ts'
import { reportPage } from './report.pages.ts'
import { readingOf } from './reports.routes.ts'

type OnReport = Handling<FoundReport>

interface Act {
  /** The transition, or another act on the report. */
  act: Pick<Transition, 'allow' | 'event'>
  /** What was said when it went well: the same again, for who pressed twice. */
  done: MessageKey
  /** What was typed about the report, shown again. */
  typed?: (context: OnReport) => Partial<Deciding>
  /** Whether what was sent is what the report holds already. */
  isSame?: (context: OnReport) => boolean
}

/** The changes of a report that make an older page of it stale. */
const moves = new Set<string>(Object.values(transitions).map(({ event }) => event))

/**
 * Answers an act on a report that has moved on: the same act of the same person leads to the report as the first press
 * did; any other gets the report as it is now with 409, who changed it and when, and what was typed.
 * Undefined where not the report's state but the person is the reason.
 */
export const overtaken =
  ({ act, done, typed, isSame = saysTheSame }: Act) =>
  async (context: OnReport): Promise<Reply | undefined> => {
    const { tx, actor, subject: report } = context
    if (!dependsOnState(context, act.allow)) return undefined
    const last = (await historyOf(tx, report.id)).findLast(({ action }) => moves.has(action) || action === act.event)
    if (!last) return undefined
    const isRepeated = last.action === act.event && last.actorId === actor.id && isSame(context)
    if (isRepeated) return redirect(paths.report(report.id), done, { number: report.number })
    const reading = await readingOf(context, report, context.sent.antrean)
    const deciding = { ...undecided, ...typed?.(context) }
    const canAdd = may(actor, 'report.supplement', report)
    const text = deciding.addendum || deciding.note
    const shown = reportPage(context, reading, canAdd ? { ...deciding, addendum: text } : deciding)
    const model = { ...shown, overtaken: [noticeOf(context, last)], unsaved: unsavedOf(context, reading) }
    return page('reports/show', model, 409)
  }

/** Whether this person could do it to the report in another state. */
const dependsOnState = ({ actor, subject }: OnReport, action: Action): boolean =>
  reportStates.some((state) => may(actor, action, { ...subject, state, isOverdue: true, isUnanswered: true }))

function noticeOf({ t, actor, locale, subject }: OnReport, { action, actor: who, at }: HistoryEntry) {
  const key = `report.history.${action}`
  const text = t('review.overtakenBy', {
    what: isMessageKey(key) ? t(key) : action,
    who: who ? `${who.pangkat} ${who.name}` : '',
    at: showInstant(at, actor.timeZone, locale),
  })
  const canAdd = may(actor, 'report.supplement', subject)
  return { title: t('review.overtaken'), text, next: canAdd ? t('review.overtakenAdd') : t('review.overtakenNext') }
}

/** The answers that were sent and are others than the report's; confidential ones are never shown. */
function otherAnswers({ subject: report, sent }: OnReport): Answers {
  const type = reportType(report.typeKey)
  const before = report.answers as Answers
  const after = readAnswers(type, sent)
  const given = new Set(Object.keys(sent).map((name) => name.split('.')[0]!))
  const isOther = (key: string) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null)
  const keys = Object.keys(type.fields).filter((key) => given.has(key) && !isConfidential(type, key) && isOther(key))
  return Object.fromEntries<Answers[string]>(keys.map((key) => [key, after[key] ?? null]))
}

function saysTheSame(context: OnReport): boolean {
  const { sent, subject } = context
  const note = textOf(sent, 'catatan') || textOf(sent, 'catatanDuplikat')
  const kept = [subject.reviews.at(-1)?.note, subject.versions.at(-1)?.changeNote].map((one) => one ?? '')
  return (note === '' || kept.includes(note)) && Object.keys(otherAnswers(context)).length === 0
}

const unsavedOf = (context: OnReport, { names }: Awaited<ReturnType<typeof readingOf>>) =>
  answerSections(reportType(context.subject.typeKey), otherAnswers(context), { locale: context.locale, names })
