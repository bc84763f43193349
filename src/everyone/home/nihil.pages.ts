import { showTime } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'

/** One tap to say that nothing happened; a report of the day, before or after, says more. */
export function nihilCard({ t, locale, actor }: Context, nihil: { filedAt: Date } | null, hasReports: boolean) {
  if (!nihil) return hasReports ? [] : [{ text: t('nihil.ask'), action: paths.nihil, button: t('nihil.button') }]
  const time = showTime(nihil.filedAt, actor.timeZone, locale)
  return hasReports
    ? [{ text: t('nihil.replaced', { time }), action: '', button: '' }]
    : [{ text: t('nihil.said', { time }), action: paths.withdrawNihil, button: t('nihil.withdraw') }]
}
