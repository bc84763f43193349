import { dayIn } from '../../kernel/days.ts'
import { showDay } from '../../kernel/format.ts'
import type { Context } from '../../platform/http/endpoint.ts'

/** When an entry of the register was last reported on: a household or a place is visited, a group is guided. */
export function lastVisited(
  { t, locale, actor }: Pick<Context, 't' | 'locale' | 'actor'>,
  kind: string,
  at: Date | null | undefined,
): string {
  const isGroup = kind === 'kelompok'
  if (!at) return t(isGroup ? 'register.neverGuided' : 'register.neverVisited')
  return t(isGroup ? 'register.lastGuided' : 'register.lastVisit', { day: showDay(dayIn(actor.timeZone, at), locale) })
}
