import type { Say } from '../../sentences/say.ts'

/** For how long something waits, so that it stands behind what waits. */
export const showWait = (milliseconds: number, t: Say): string =>
  milliseconds < 60_000 ? t('report.justNow') : t('report.waits', { age: showAge(milliseconds, t) })

/** How long something has waited, in the largest unit that says enough. */
export function showAge(milliseconds: number, t: Say): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  if (minutes < 60) return t('report.age.minutes', { count: minutes })
  if (minutes < 48 * 60) return t('report.age.hours', { count: Math.floor(minutes / 60) })
  return t('report.age.days', { count: Math.floor(minutes / 1440) })
}
