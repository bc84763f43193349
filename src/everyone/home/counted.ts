import type { ReportState } from '../../access/policy/policy.ts'
import { type figuresOf, type listReports, type namesFor } from '../../reports/record/index.ts'
import { counts } from '../../reports/states/index.ts'

export type Figures = Awaited<ReturnType<typeof figuresOf>>
export type Listed = Awaited<ReturnType<typeof listReports>>
export type Names = Awaited<ReturnType<typeof namesFor>>

const dayKey = (date: Date) => date.toISOString().slice(0, 10)

/** How many count in the period: all that are in a counted state. */
export function counted(
  figures: Figures,
  from: string,
  until: string,
  typeKey?: string,
  states?: ReportState[],
): number {
  return figures
    .filter(({ occurredOn, state }) => dayKey(occurredOn) >= from && dayKey(occurredOn) <= until && counts(state))
    .filter((one) => (!typeKey || one.typeKey === typeKey) && (!states || states.includes(one.state)))
    .reduce((sum, { reports }) => sum + reports, 0)
}
