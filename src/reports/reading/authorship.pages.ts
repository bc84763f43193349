import { may } from '../../access/policy/policy.ts'
import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Say } from '../../sentences/say.ts'
import type { FoundReport } from '../record/index.ts'
import { acknowledgementDays } from '../states/index.ts'

interface Authored {
  authorship: string
}

/** What stays with a report that counts although its author has not acknowledged it. */
export const authorshipNote = (t: Say, { authorship }: Authored): string =>
  authorship === 'endorsed' ? t('authorship.endorsed') : ''

export const authorshipChips = ({ t }: Pick<Context, 't'>, report: Authored) => {
  const label = authorshipNote(t, report)
  return label ? [{ kind: 'warning', label }] : []
}

/** Why its authorship is in doubt, and what its reader may do about that. Empty for every other report. */
export function authorshipOf(context: Context, report: FoundReport) {
  const text = sentenceAbout(context, report)
  if (text === '') return []
  const { t, actor } = context
  const isAsked = may(actor, 'report.acknowledge', report)
  return [
    {
      title: isAsked ? t('authorship.isYours') : '',
      text,
      acknowledgeAction: isAsked ? paths.acknowledgement(report.id) : '',
      disownHref: may(actor, 'report.disown', report) ? paths.disowning(report.id) : '',
      endorseHref: may(actor, 'report.endorse', report) ? paths.endorsement(report.id) : '',
      rejectHref: may(actor, 'report.reject', report) ? paths.rejection(report.id) : '',
    },
  ]
}

function sentenceAbout(context: Context, report: FoundReport): string {
  const { t, actor, locale } = context
  const { authorship, acknowledgement, author } = report
  if (!acknowledgement || authorship === 'own' || authorship === 'acknowledged') return ''
  const { decidedAt, decider, reason, askedAt } = acknowledgement
  if (authorship === 'awaited') {
    if (report.authorId === actor.id) return t('authorship.awaitedFromYou', { days: acknowledgementDays })
    const name = nameOf(author)
    if (report.isUnanswered) return t('authorship.unanswered', { name })
    const until = new Date(askedAt.getTime() + acknowledgementDays * 86_400_000)
    return t('authorship.awaited', { name, at: showInstant(until, actor.timeZone, locale) })
  }
  const at = decidedAt ? showInstant(decidedAt, actor.timeZone, locale) : ''
  return t(`authorship.${authorship as 'endorsed' | 'disowned' | 'rejected'}By`, {
    at,
    name: decider ? nameOf(decider) : '',
    author: nameOf(author),
    reason: reason ?? '',
  })
}

const nameOf = ({ pangkat, name }: { pangkat: string; name: string }) => `${pangkat} ${name}`
