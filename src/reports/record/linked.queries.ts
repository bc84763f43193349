import type { Scope } from '../../access/policy/scope.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { within } from '../../platform/db/within.ts'

/** Another report that this one points to, as far as its reader may see it. */
export interface Linked {
  id: string
  number: string
  photos: { hash: string; ordinal: number | null }[]
}

/** Those of the ids that are in scope: what is not here may be told of, but not opened. */
export async function linkedReports(tx: Reader, scope: Scope, ids: readonly string[]): Promise<Map<string, Linked>> {
  if (ids.length === 0) return new Map()
  const found = await tx.report.findMany({
    where: { AND: [{ id: { in: [...ids] } }, within(scope)] },
    select: { id: true, number: true, photos: { select: { hash: true, ordinal: true } } },
  })
  return new Map(found.map((one) => [one.id, one]))
}

/** All reports of a matter by any author, from the first one on. */
export const reportsOfMatter = (tx: Reader, matterId: string) =>
  tx.report.findMany({
    where: { OR: [{ id: matterId }, { matterId }] },
    orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    select: { id: true, number: true, typeKey: true, occurredOn: true },
  })
