import { showInstant } from '../kernel/format.ts'
import type { Context } from '../platform/http/endpoint.ts'
import { isMessageKey } from '../platform/i18n/say.ts'
import type { FoundReport, historyOf } from './reports.queries.ts'

export type HistoryEntry = Awaited<ReturnType<typeof historyOf>>[number]

/** The audit of a report in the words of its readers: what, who, when, and the note that went with it. */
export function historyRows({ t, locale, actor }: Context, report: FoundReport, entries: HistoryEntry[]) {
  return entries.map((entry) => {
    const key = `report.history.${entry.action}`
    return {
      title: isMessageKey(key) ? t(key) : entry.action,
      actor: entry.actor ? `${entry.actor.pangkat} ${entry.actor.name}` : '',
      at: showInstant(entry.at, actor.timeZone, locale),
      text: noteOf(entry, report),
    }
  })
}

function noteOf({ action, at, details }: HistoryEntry, report: FoundReport): string {
  const same = (when: Date) => when.getTime() === at.getTime()
  if (action === 'report.returned') return report.reviews.find(({ decidedAt }) => same(decidedAt))?.note ?? ''
  if (action === 'report.corrected') return report.versions.find(({ replacedAt }) => same(replacedAt))?.changeNote ?? ''
  if (action === 'report.cancelled') return (details as { reason?: string }).reason ?? ''
  return ''
}
