import { NotFound } from '../kernel/errors.ts'
import type { Actor } from '../policy/actor.ts'
import { command } from '../platform/db/command.ts'
import type { Tx } from '../platform/db/connect.ts'
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
export async function noteSignIn(
  tx: Tx,
  person: { id: string },
  now: Date,
  how: { slipId?: string; refused?: boolean },
): Promise<void> {
  const action = how.refused ? 'session.refused' : 'session.opened'
  await tx.auditEntry.create({ data: { at: now, actorId: how.refused ? null : person.id, action, subject: person.id } })
  if (how.refused) return
  await tx.person.update({
    where: { id: person.id },
    data: { lastSignInAt: now, ...(how.slipId ? { mustChangePassword: true } : {}) },
  })
  if (how.slipId) await tx.passwordSlip.update({ where: { id: how.slipId }, data: { usedAt: now } })
}

export async function noteSignOut(tx: Tx, actor: Actor, now: Date): Promise<void> {
  await tx.auditEntry.create({ data: { at: now, actorId: actor.id, action: 'session.closed', subject: actor.id } })
}
