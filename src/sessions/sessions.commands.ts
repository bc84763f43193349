import { NotFound } from '../kernel/errors.ts'
import { command } from '../platform/db/command.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Actor } from '../policy/actor.ts'
import { hashPassword } from './passwords.ts'

/** Chooses an own password. Every other session of the person ends: whoever knew the old one is out. */
export const changePassword = command(
  'password.changed',
  async ({ actor, tx }, { password, sid }: { password: string; sid: string }) => {
    const passwordHash = await hashPassword(password)
    await tx.person.update({ where: { id: actor.id }, data: { passwordHash, mustChangePassword: false } })
    await tx.$executeRaw`DELETE FROM session WHERE sess #>> '{passport,user,id}' = ${actor.id} AND sid <> ${sid}`
    return { result: undefined, subject: actor.id }
  },
)

export const endSession = command('session.ended', async ({ actor, tx }, sid: string) => {
  const ended =
    await tx.$executeRaw`DELETE FROM session WHERE sid = ${sid} AND sess #>> '{passport,user,id}' = ${actor.id}`
  if (ended === 0) throw new NotFound()
  return { result: undefined, subject: actor.id }
})

/** What signing in leaves behind; it is no command, because before it there is no actor. */
export async function noteSignIn(tx: Tx, { id }: { id: string }, now: Date, bySlip: boolean): Promise<void> {
  await tx.auditEntry.create({ data: { at: now, actorId: id, action: 'session.opened', subject: id } })
  await tx.person.update({
    where: { id },
    data: { lastSignInAt: now, ...(bySlip ? { mustChangePassword: true } : {}) },
  })
}

export async function noteRefusal(tx: Tx, subject: string, now: Date): Promise<void> {
  await tx.auditEntry.create({ data: { at: now, action: 'session.refused', subject } })
}

/** Whether the slip was still unused: of two who show it at the same moment, one is let in. */
export async function useSlip(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.passwordSlip.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } })
  return count === 1
}

export async function noteSignOut(tx: Tx, actor: Actor, now: Date): Promise<void> {
  await tx.auditEntry.create({ data: { at: now, actorId: actor.id, action: 'session.closed', subject: actor.id } })
}

/** Nightly: sessions whose time is over. */
export const sweepSessions = (db: Tx, now: Date) => db.session.deleteMany({ where: { expire: { lt: now } } })
