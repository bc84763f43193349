import { may } from '../../access/policy/policy.ts'
import { showInstant } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import { isMessageKey } from '../../sentences/say.ts'
import type { FoundReport, historyOf } from '../record/index.ts'
import { lineOf } from '../registry/index.ts'
import { showLateReason } from './clocks.pages.ts'

export type HistoryEntry = Awaited<ReturnType<typeof historyOf>>[number]

/** The audit of a report in the words of its readers: what, who, when, and the note that went with it. */
export function historyRows({ t, locale, actor }: Context, report: FoundReport, entries: HistoryEntry[]) {
  const readable = entries.filter(({ action }) => action !== 'source.revealed' || may(actor, 'source.reveal', report))
  return readable.map((entry) => {
    const key = `report.history.${entry.action}`
    return {
      title: isMessageKey(key) ? t(key) : entry.action,
      actor: entry.actor ? `${entry.actor.pangkat} ${entry.actor.name}` : '',
      at: showInstant(entry.at, actor.timeZone, locale),
      text: noteOf(entry, report, locale),
    }
  })
}

/** Where the words that went with an event are kept: the audit itself holds none of a report's content. */
const notes: Record<
  string,
  (report: FoundReport, at: Date, details: HistoryEntry['details'], locale: Locale) => string | null
> = {
  'report.returned': ({ reviews }, at) => reviews.find(({ decidedAt }) => same(decidedAt, at))?.note ?? '',
  'report.completed': lineOf,
  'report.corrected': changeNote,
  'report.resent': changeNote,
  'report.supplemented': ({ addenda }, at) => addenda.find(({ addedAt }) => same(addedAt, at))?.body ?? '',
  'report.cancelled': reasonIn,
  'report.disowned': reasonIn,
  'report.endorsed': reasonIn,
  'report.rejected': reasonIn,
  'source.revealed': reasonIn,
  'report.lateExplained': (_, __, details, locale) => showLateReason((details as { reason: string }).reason, locale),
  'report.markedDuplicate': ({ reviews }, at, details) =>
    [(details as { original?: string }).original, reviews.find(({ decidedAt }) => same(decidedAt, at))?.note]
      .filter(Boolean)
      .join(': '),
}

const same = (one: Date, other: Date) => one.getTime() === other.getTime()

function reasonIn(_: FoundReport, __: Date, details: HistoryEntry['details']) {
  return (details as { reason?: string }).reason ?? ''
}

function changeNote({ versions }: FoundReport, at: Date) {
  return versions.find(({ replacedAt }) => same(replacedAt, at))?.changeNote ?? ''
}

const noteOf = ({ action, at, details }: HistoryEntry, report: FoundReport, locale: Locale): string =>
  notes[action]?.(report, at, details, locale) ?? ''
