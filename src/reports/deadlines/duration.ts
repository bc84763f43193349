import { showNumber } from '../../kernel/format.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Say } from '../../sentences/say.ts'

const minuteMs = 60_000

/** How long something lasted, as people say it: `3 hari 1 menit`, `1 jam 15 menit`, `12 menit`. A begun minute counts. */
export function showDuration(milliseconds: number, t: Say, locale: Locale): string {
  const minutes = Math.max(0, Math.ceil(milliseconds / minuteMs))
  const parts = [
    [Math.floor(minutes / 1440), 'time.days'],
    [Math.floor((minutes % 1440) / 60), 'time.hours'],
    [minutes % 60, 'time.minutes'],
  ] as const
  const said = parts.filter(([count]) => count > 0)
  return (said.length > 0 ? said : parts.slice(-1))
    .map(([count, key]) => t(key, { count, number: showNumber(count, locale) }))
    .join(' ')
}
