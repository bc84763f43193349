import { showDay, showInstant } from '../../kernel/format.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { TimeFacts } from './due.ts'

/** What is open for this officer and for which days, a sentence each. */
export const reopenedFor = (
  { t, locale, actor, now }: Pick<Context, 't' | 'locale' | 'actor' | 'now'>,
  { exceptions }: TimeFacts,
): string[] =>
  exceptions
    .filter(({ personId, openUntil }) => personId === actor.id && openUntil > now)
    .map(({ from, until, openUntil }) => {
      const [first, last] = [showDay(from, locale), showDay(until, locale)]
      const span = first === last ? first : `${first} – ${last}`
      return t('window.forYou', { span, until: showInstant(openUntil, actor.timeZone, locale) })
    })
