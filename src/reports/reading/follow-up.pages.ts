import { mayEver } from '../../access/policy/policy.ts'
import { showDay, showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { FoundReport } from '../record/index.ts'
import { counts } from '../states/index.ts'

/** What the report promised to follow up, and what came of it; nothing where it promised nothing. */
export function followUpOf({ t, locale, actor, today }: Context, report: FoundReport) {
  const { followUpBy, followUpDue, outcome, state } = report
  if (followUpDue === null || !counts(state)) return []
  const row = (label: string, value: string) => ({ label, value, lines: [] as string[] })
  const at = (when: Date) => showInstant(when, actor.timeZone, locale)
  const open = t(followUpDue < today ? 'followUp.isOverdue' : 'followUp.open')
  const result = outcome
    ? [
        row(t('followUp.result'), outcome.result),
        row(t('followUp.closedBy'), `${outcome.closer.pangkat} ${outcome.closer.name}, ${at(outcome.closedAt)}`),
      ]
    : []
  const rows = [
    row(t('followUp.by'), followUpBy ?? ''),
    row(t('followUp.until'), showDay(followUpDue, locale)),
    row(t('followUp.state'), outcome ? t(`followUp.outcome.${outcome.outcome as 'selesai'}`) : open),
    ...result,
  ]
  return [{ rows, href: !outcome && mayEver(actor, 'followUp.close') ? paths.closeFollowUp(report.id) : '' }]
}
