import type { ReportState } from '../../access/policy/policy.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { FiledAsBrief } from '../deadlines/index.ts'
import { overdueChips } from '../form/index.ts'
import { authorshipChips } from './authorship.pages.ts'
import { clockChips } from './clocks.pages.ts'
import { daysLeftChips, type Review } from './returned.pages.ts'
import { warningChips } from './warnings.pages.ts'

interface Marked extends FiledAsBrief {
  id: string
  state: ReportState
  writtenAt: Date
  dueAt: Date
  priority: number
  authorship: string
  warnings: unknown
  photosAwaited: number
  photosUnreadable: number
  reviews: readonly Review[]
}

export const stateChip = ({ t }: Pick<Context, 't'>, state: ReportState) => ({
  kind: state as string,
  label: t(`report.state.${state}`),
})

/** From this on a report says of itself that it cannot wait. */
const urgent = 40

/** What of its photos is still on the phone, and what came and cannot be read. */
const photoChips = ({ t }: Pick<Context, 't'>, { photosAwaited, photosUnreadable }: Marked) => [
  ...(photosAwaited > 0 ? [{ kind: 'late', label: t('report.photosAwaited', { count: photosAwaited }) }] : []),
  ...(photosUnreadable > 0
    ? [{ kind: 'warning', label: t('report.photosUnreadable', { count: photosUnreadable }) }]
    : []),
]

/** What a report carries in every list: its state, and the marks beside it. */
export function chipsOf(context: Context, report: Marked) {
  const { t } = context
  return [
    stateChip(context, report.state),
    ...daysLeftChips(context, report),
    ...authorshipChips(context, report),
    ...overdueChips(context, report),
    ...(report.priority >= urgent ? [{ kind: 'urgent', label: t('review.urgent') }] : []),
    ...warningChips(context, report),
    ...clockChips(context, report),
    ...photoChips(context, report),
  ]
}
