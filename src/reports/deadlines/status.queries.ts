import type { Reader } from '../../platform/db/connect.ts'
import { outagesSince } from './deadlines.queries.ts'
import type { Outage } from './outages.ts'

export interface ServerStatus {
  isRunning: boolean
  lastReceiptAt: Date | null
  /** Of the last 30 days, the latest first. */
  outages: Outage[]
}

const month = 30 * 86_400_000

/** How the server is, in three questions that an index answers. */
export async function serverStatus(tx: Reader, now: Date): Promise<ServerStatus> {
  const last = await tx.report.findFirst({ select: { arrivedAt: true }, orderBy: { arrivedAt: 'desc' } })
  const outages = await outagesSince(tx, new Date(now.getTime() - month), now)
  const isSilent = outages.some(({ until }) => until.getTime() === now.getTime())
  return { isRunning: !isSilent, lastReceiptAt: last?.arrivedAt ?? null, outages: outages.toReversed() }
}
