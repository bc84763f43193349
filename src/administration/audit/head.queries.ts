import type { Reader } from '../../platform/db/connect.ts'
import type { Head } from './head.ts'

export async function headNow(tx: Reader): Promise<Head | null> {
  const head = await tx.auditSeal.findFirst({ orderBy: { ordinal: 'desc' } })
  return head && { ordinal: Number(head.ordinal), hash: Buffer.from(head.hash).toString('hex') }
}
