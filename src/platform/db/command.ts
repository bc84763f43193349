import type { Actor } from '../../access/policy/actor.ts'
import type { Cipher } from '../cipher.ts'
import { appendAudit } from './audit-entry.ts'
import type { Transaction } from './connect.ts'
import { type EventName, isAnnounced } from './events.ts'

export interface CommandContext {
  actor: Actor
  tx: Transaction
  now: Date
  requestId: string
  /** Makes the stamps of the audit. */
  cipher: Cipher
}

/** What a change must tell: its result, and what the audit keeps of it; or that nothing changed. */
export type Outcome<R> =
  | { result: R; subject: string; details?: Record<string, unknown> }
  | { result: R; subjects: { subject: string; details: Record<string, unknown> }[] }
  | { result: R; unchanged: true }

/** A change worth remembering. It runs in the request's transaction, which then also holds its audit entry and its event. */
export const command =
  <I, R>(name: EventName, run: (context: CommandContext, input: I) => Promise<Outcome<R>>) =>
  async (context: CommandContext, input: I): Promise<R> => {
    const { actor, tx, now: at, requestId, cipher } = context
    const outcome = await run(context, input)
    if ('unchanged' in outcome) return outcome.result
    const subjects: { subject: string; details: object }[] =
      'subjects' in outcome ? outcome.subjects : [{ subject: outcome.subject, details: outcome.details ?? {} }]
    await appendAudit(
      tx,
      cipher,
      subjects.map(({ subject, details }) => ({ at, actorId: actor.id, action: name, subject, details, requestId })),
    )
    if (isAnnounced(name)) {
      await tx.outboxEvent.createMany({
        data: subjects.map(({ subject, details }) => ({
          name,
          payload: { ...details, subject },
          createdAt: at,
          nextAt: at,
        })),
      })
    }
    return outcome.result
  }
