import type { Cipher } from '../cipher.ts'
import { auditReading } from './audit-entry.ts'
import type { Db } from './connect.ts'

export interface Grouped {
  action: 'access.denied' | 'session.refused'
  /** The person who was denied, or whose account was tried. */
  subject: string
  /** What was asked for, or where it came from. */
  detail: string
  /** The person who did it, where that is known. */
  actorId: string | null
}

const hourMs = 3_600_000
const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / hourMs) * hourMs)

const entryOf = ({ action, subject, detail, actorId }: Grouped, at: Date, count: number) => {
  const what = action === 'access.denied' ? 'permission' : 'network'
  const said = (name: string, after: string) => ({ what: name, before: '', after })
  const changes = [said(what, detail), ...(count > 1 ? [said('count', String(count))] : [])]
  return { at, actorId, action, subject, details: { changes, hour: hourOf(at).toISOString(), count } }
}

/** Remembers the first of an hour at once and counts the others, so that nobody fills the audit by trying. */
export const appendGroupedAudit = (db: Db, cipher: Cipher, group: Grouped, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const { action, subject, detail } = group
    const [row] = await tx.$queryRaw<{ count: number }[]>`
    INSERT INTO audit_group AS g (action, subject, detail, hour, last_at)
    VALUES (${action}, ${subject}, ${detail}, ${hourOf(now)}, ${now})
    ON CONFLICT (action, subject, detail, hour) DO UPDATE SET count = g.count + 1, last_at = excluded.last_at
    RETURNING count`
    if (row!.count === 1) await auditReading(tx, cipher, [entryOf(group, now, 1)])
  })

/** Writes down how many there were in each hour that is over. Safe in several workers: a row is taken by one. */
export const closeGroups = (db: Db, cipher: Cipher, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const over = await tx.$queryRaw<(Omit<Grouped, 'actorId'> & { count: number; lastAt: Date })[]>`
      DELETE FROM audit_group WHERE (action, subject, detail, hour) IN (
        SELECT action, subject, detail, hour FROM audit_group WHERE hour < ${hourOf(now)}
        ORDER BY hour LIMIT 1000 FOR UPDATE SKIP LOCKED)
      RETURNING action, subject, detail, count, last_at AS "lastAt"`
    const entries = over
      .filter(({ count }) => count > 1)
      .map(({ count, lastAt, ...one }) =>
        entryOf({ ...one, actorId: one.action === 'access.denied' ? one.subject : null }, lastAt, count),
      )
    if (entries.length > 0) await auditReading(tx, cipher, entries)
  })
