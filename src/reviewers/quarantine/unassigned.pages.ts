import { showInstant } from '../../kernel/format.ts'
import { paths } from '../../kernel/paths.ts'
import { listFrame, pageSize, type QuarantineFilter, type UnassignedEnvelope } from '../../officers/envelopes/index.ts'
import type { Context } from '../../platform/http/endpoint.ts'

/** What came from phones and tells of nobody who is known; nothing of what is inside. */
export function unassignedPage(
  context: Context,
  {
    unassigned,
    filter,
    polres,
  }: { unassigned: UnassignedEnvelope[]; filter: QuarantineFilter; polres: { path: string; name: string }[] },
) {
  const { t, locale, actor } = context
  return {
    title: t('unplaced.title'),
    heading: t('unplaced.title'),
    back: paths.home,
    polres: polres.map(({ path, name }) => ({ value: path, label: name })),
    frame: listFrame(context, filter, unassigned.length, paths.unassignedList),
    rows: unassigned.slice(0, pageSize).map(({ digest, reasons, receivedAt, sequence, release }) => ({
      title: t('unplaced.came', { at: showInstant(receivedAt, actor.timeZone, locale) }),
      about: t('unplaced.about', { sequence, release }),
      reason: t(`intake.held.${reasons[0]?.code ?? 'unfit'}`),
      field: `satuan-${digest.slice(0, 12)}`,
      action: paths.assignUnit(digest),
    })),
  }
}
