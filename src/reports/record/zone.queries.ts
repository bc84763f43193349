import type { Reader } from '../../platform/db/connect.ts'

/** The time zone of the unit that a report belongs to: its author may serve elsewhere by now. */
export async function zoneOf(tx: Reader, { unitPath }: { unitPath: string }): Promise<string> {
  const { timeZone } = await tx.unit.findFirstOrThrow({ where: { path: unitPath }, select: { timeZone: true } })
  return timeZone
}
