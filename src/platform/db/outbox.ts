import type { Db, Transaction } from './connect.ts'

export interface OutboxRow {
  id: bigint
  name: string
  payload: Record<string, unknown>
  attempts: number
}

/** Does the event's work inside the transaction that ticks it off. */
export type Listener = (tx: Transaction, event: OutboxRow) => Promise<void>

const mostAttempts = 8
/** No failure puts an event off for longer: what is due later was written by a clock that ran ahead, and is due now. */
const longestPauseMs = 15 * 60_000

/**
 * Works off one due event: the listeners and the tick-off in one transaction, so that two workers deliver it once. A
 * failure puts it off with doubling delay; after eight it waits for a person. Returns whether there was one.
 */
export async function workOffOne(
  db: Db,
  listeners: Record<string, Listener[]>,
  now: Date,
  onFault: (error: unknown) => void,
): Promise<boolean> {
  const taken = await db
    .$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<OutboxRow[]>`
        SELECT id, name, payload, attempts FROM outbox_event
        WHERE done_at IS NULL AND attempts < ${mostAttempts}
          AND (next_at <= ${now} OR next_at > ${new Date(now.getTime() + longestPauseMs)})
        ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
      if (!row) return undefined
      for (const listener of listeners[row.name] ?? [])
        await listener(tx, row).catch((error) => Promise.reject(new Failed(row, error)))
      await tx.outboxEvent.update({ where: { id: row.id }, data: { doneAt: now } })
      return row
    })
    .catch(async (error) => {
      if (!(error instanceof Failed)) throw error
      onFault(error.cause)
      const nextAt = new Date(now.getTime() + 1000 * 2 ** error.row.attempts)
      await db.outboxEvent.update({ where: { id: error.row.id }, data: { attempts: { increment: 1 }, nextAt } })
      return error.row
    })
  return taken !== undefined
}

class Failed extends Error {
  readonly row: OutboxRow
  constructor(row: OutboxRow, cause: unknown) {
    super(`event ${row.id} failed`, { cause })
    this.row = row
  }
}

/** Forgets what was done more than 30 days ago. */
export const pruneOutbox = (db: Db, now: Date) =>
  db.outboxEvent.deleteMany({ where: { doneAt: { lt: new Date(now.getTime() - 30 * 86_400_000) } } })
