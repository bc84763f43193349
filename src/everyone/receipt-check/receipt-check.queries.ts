import type { Reader } from '../../platform/db/connect.ts'

export interface Received {
  arrivedAt: Date
  timeZone: string
}

/** When the report of this number and code came. A wrong code is not told from a number that nobody has. */
export async function receivedAs(tx: Reader, number: string, code: string): Promise<Received | undefined> {
  const report = await tx.report.findFirst({
    where: { number, checkCode: code },
    select: { arrivedAt: true, unitPath: true },
  })
  const unit = report && (await tx.unit.findUnique({ where: { path: report.unitPath }, select: { timeZone: true } }))
  return report && unit ? { arrivedAt: report.arrivedAt, timeZone: unit.timeZone } : undefined
}
