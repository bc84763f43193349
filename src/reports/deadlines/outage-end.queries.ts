import type { Reader } from '../../platform/db/connect.ts'
import { peopleThen } from '../../platform/db/facts.ts'
import type { Outage } from './outages.ts'

export interface RecordedOutage extends Outage {
  toldUntil: Date | null
  endedAt: Date | null
  endReason: string | null
  ender: { pangkat: string; name: string } | null
}

const whole = {
  since: true,
  until: true,
  toldUntil: true,
  endedAt: true,
  endReason: true,
  endedBy: true,
} as const

/** Those that ended on that day or later, the latest first. */
export async function recordedOutages(tx: Reader, oldest: Date, take: number): Promise<RecordedOutage[]> {
  const where = { OR: [{ until: { gt: oldest } }, { toldUntil: { gt: oldest } }] }
  const found = await tx.outage.findMany({ where, select: whole, orderBy: { since: 'desc' }, take })
  const then = await peopleThen(
    tx,
    found.flatMap(({ endedBy, endedAt }) => (endedBy && endedAt ? [{ personId: endedBy, at: endedAt }] : [])),
  )
  return found.map((one) => ({ ...one, ender: one.endedBy && one.endedAt ? then(one.endedBy, one.endedAt) : null }))
}

export async function findOutage(tx: Reader, since: Date): Promise<RecordedOutage | null> {
  const found = await tx.outage.findUnique({ where: { since }, select: whole })
  return found && { ...found, ender: null }
}
