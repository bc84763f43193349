import { type Day, dateOf, dayIn } from '../../kernel/days.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { command } from '../../platform/db/command.ts'
import type { Db } from '../../platform/db/connect.ts'
import { type CheckCursor, cursorAtStart, headDigits } from './check-cursor.queries.ts'
import { checkNext } from './check-steps.queries.ts'
import { faultLine } from './fault.ts'

/** A person asks for a check of everything; while one runs, that is the one. */
export const requestCheck = command('check.asked', async ({ tx, actor, now }, { head }: { head: string }) => {
  const open = await tx.chainCheck.findFirst({ where: { state: 'running' } })
  if (open) return { result: undefined, unchanged: true }
  const { id } = await tx.chainCheck.create({ data: { askedAt: now, askedBy: actor.id, knownHead: head } })
  return { result: undefined, subject: id, details: { withHead: head !== '' } }
})

/** Ends the check that runs; where none does, there is nothing to end. */
export const cancelCheck = command('check.cancelled', async ({ tx, now }, _: null) => {
  const open = await tx.chainCheck.findFirst({ where: { state: 'running' } })
  if (!open) return { result: undefined, unchanged: true }
  await tx.chainCheck.updateMany({
    where: { id: open.id, state: 'running' },
    data: { state: 'cancelled', endedAt: now },
  })
  return { result: undefined, subject: open.id }
})

export interface CheckWork {
  /** Connections for slow work: sends have others. */
  patient: Db
  cipher: Cipher
  clock: () => Date
  /** Told of each fault once, at the end. */
  onFaults: (lines: string[], count: number) => void
}

/**
 * Works off one batch of the check that runs. Where it has come to is kept with the batch, so that a restart or another
 * worker goes on from there. Returns whether there may be more to do.
 */
export async function workOffCheck({ patient, cipher, clock, onFaults }: CheckWork): Promise<boolean> {
  const open = await patient.chainCheck.findFirst({ where: { state: 'running' } })
  if (!open) return false
  const head = headDigits(open.knownHead) ?? ''
  const cursor = isCursor(open.cursor) ? open.cursor : await cursorAtStart(patient)
  const next = await checkNext({ db: patient, cipher, head }, cursor)
  const kept = await keepCursor(patient, { id: open.id, before: open.cursor, next }, clock())
  if (kept && next.phase === 'done' && next.faultCount > 0) onFaults(next.faults.map(faultLine), next.faultCount)
  return kept && next.phase !== 'done'
}

const isCursor = (kept: unknown): kept is CheckCursor => typeof kept === 'object' && kept !== null && 'phase' in kept

interface CursorUpdate {
  id: string
  before: unknown
  next: CheckCursor
}

/** Of two workers who did the same batch one keeps it; what was cancelled meanwhile stays so. */
async function keepCursor(db: Db, { id, before, next }: CursorUpdate, now: Date): Promise<boolean> {
  const ended = next.phase === 'done'
  const state = !ended ? 'running' : next.faultCount === 0 ? 'passed' : 'failed'
  const { count } = await db.chainCheck.updateMany({
    where: { id, state: 'running', cursor: { equals: before as object } },
    data: { cursor: { ...next }, state, endedAt: ended ? now : null },
  })
  return count > 0
}

/** The first head of the day, once: the log lies elsewhere, and what stands in it can be held against the database. */
export async function headOfTheDay(db: Db, zone: string, now: Date): Promise<{ day: Day; head: string } | undefined> {
  const day = dayIn(zone, now)
  const head = await db.auditSeal.findFirst({ orderBy: { ordinal: 'desc' } })
  if (!head) return undefined
  const { ordinal, hash } = head
  const { count } = await db.chainHead.createMany({
    data: [{ day: dateOf(day), ordinal, hash, at: now }],
    skipDuplicates: true,
  })
  return count === 0 ? undefined : { day, head: `${ordinal}:${Buffer.from(hash).toString('hex')}` }
}
