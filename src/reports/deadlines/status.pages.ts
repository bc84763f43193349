import { dayIn } from '../../kernel/days.ts'
import { showDay, showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import type { VisitorContext } from '../../platform/http/endpoint.ts'
import { showDuration } from './duration.ts'
import { showOutage } from './outage-banner.pages.ts'
import type { ServerStatus } from './status.queries.ts'

/** Visitors have no unit: times are in the zone of the capital. */
const zone = 'Asia/Jakarta'

export function statusPage(
  { t, locale, now }: Pick<VisitorContext, 't' | 'locale' | 'now'>,
  { isRunning, lastReceiptAt, outages }: ServerStatus,
) {
  return {
    title: t('status.title'),
    heading: t('status.title'),
    back: paths.home,
    kind: isRunning ? 'good' : 'error',
    word: isRunning ? t('status.running') : t('status.disturbed'),
    about: isRunning ? t('status.runningText') : t('status.disturbedText'),
    lastReceipt: lastReceiptAt ? showInstant(lastReceiptAt, zone, locale) : t('status.noReceipt'),
    asOf: t('status.asOf', { at: showInstant(now, zone, locale) }),
    outages: outages.map((outage) => {
      const duration = showDuration(outage.until.getTime() - outage.since.getTime(), t, locale)
      return {
        title: showDay(dayIn(zone, outage.since), locale),
        text: t('status.outage', {
          span: showOutage(outage, zone, locale, outage.until),
          duration,
        }),
      }
    }),
  }
}
