import type { ReportState } from '../../access/policy/policy.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { zoneOf } from '../../reports/record/index.ts'

/** Those whose reviewer may still be told. A laporan kilat is asked about in the form that completes it. */
export const notifiable: ReportState[] = ['unacknowledged', 'submitted', 'checked', 'recalled', 'returned', 'accepted']

const comparable = { entry: true, photos: { where: { ordinal: { not: null } }, select: { hash: true } } } as const

/** The report with the zone of its unit, as long as its reviewer may still be told something. */
export async function notifiableReport(tx: Reader, id: string) {
  const report = await tx.report.findFirst({
    where: { id, state: { in: notifiable }, completedAt: null },
    include: comparable,
  })
  if (!report) return undefined
  return { ...report, timeZone: await zoneOf(tx, report) }
}

export type NotifiableReport = NonNullable<Awaited<ReturnType<typeof notifiableReport>>>
