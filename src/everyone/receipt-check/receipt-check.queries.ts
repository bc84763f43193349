import type { Reader } from '../../platform/db/connect.ts'

export interface Received {
  arrivedAt: Date
  timeZone: string
}

/** When the report of this number and code came. A wrong code is not told from a number that nobody has. */
export async function receivedAs(tx: Reader, number: string, code: string): Promise<Received | undefined> {
  const [received] = await tx.$queryRaw<Received[]>`
    SELECT r.arrived_at AS "arrivedAt", u.time_zone AS "timeZone"
    FROM report r JOIN unit u ON u.path = r.unit_path
    WHERE r.number = ${number} AND r.check_code = ${code}`
  return received
}
