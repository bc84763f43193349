import { uncountedStates } from '../../access/policy/policy.ts'
import type { Scope } from '../../access/policy/scope.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { within } from '../../platform/db/within.ts'
import { sameHome, withAuthorsThen } from '../record/index.ts'

const shown = 3

/** How often an entry of the register was visited, the last three visits, and what was promised and is still open. */
export async function earlierVisits(tx: Reader, scope: Scope, entryId: string) {
  const about = { entryId: { in: await sameHome(tx, entryId) }, state: { notIn: [...uncountedStates] } }
  const [count, last, open] = await Promise.all([
    tx.report.count({ where: about }),
    tx.report.findMany({
      where: about,
      orderBy: { occurredAt: 'desc' },
      take: shown,
      include: { author: { select: { id: true, name: true, pangkat: true } } },
    }),
    tx.report.findMany({
      where: { AND: [about, within(scope), { followUpDue: { not: null }, outcome: null }] },
      orderBy: { followUpDue: 'asc' },
      take: shown,
      select: { id: true, answers: true, followUpDue: true },
    }),
  ])
  return { count, last: await withAuthorsThen(tx, last), open }
}

export type EarlierVisits = Awaited<ReturnType<typeof earlierVisits>>
