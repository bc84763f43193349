import type { Scope } from '../../access/policy/scope.ts'
import type { Reader } from '../../platform/db/connect.ts'
import { within, withinSql } from '../../platform/db/within.ts'

export interface Disowned {
  id: string
  number: string
  author: string
  at: Date
}

export interface Doubted {
  /** Reports that wait for their author to acknowledge them. */
  awaited: number
  /** Those that their author has disowned in the last days, the newest first. */
  disowned: Disowned[]
}

/** How long the commanders are told of a disowned report. */
const disownedDays = 14
const mostShown = 10

export async function doubtedReports(tx: Reader, scope: Scope, now: Date): Promise<Doubted> {
  const since = new Date(now.getTime() - disownedDays * 86_400_000)
  const [awaited, disowned] = await Promise.all([
    tx.report.count({ where: { AND: [within(scope), { state: 'unacknowledged' }] } }),
    tx.$queryRaw<Disowned[]>`
      SELECT r.id, r.number, p.pangkat || ' ' || p.name AS author, a.decided_at AS at
      FROM (SELECT id, number, author_id, occurred_on FROM report WHERE ${withinSql(scope)} AND state = 'disowned' AND authorship = 'disowned') r
      JOIN acknowledgement a ON a.report_id = r.id CROSS JOIN LATERAL person_on(r.author_id, r.occurred_on) p
      WHERE a.decided_at >= ${since} ORDER BY a.decided_at DESC, r.id LIMIT ${mostShown}`,
  ])
  return { awaited, disowned }
}
