import { set } from '../../administration/audit/index.ts'
import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { appendAudit } from '../../platform/db/audit-entry.ts'
import { appendGroupedAudit } from '../../platform/db/audit-groups.ts'
import { command } from '../../platform/db/command.ts'
import type { Db, Transaction, Writer } from '../../platform/db/connect.ts'
import { lockRows } from '../../platform/db/row-locks.ts'
import { deviceName } from '../devices/index.ts'
import type { Actor } from '../policy/actor.ts'
import { hashPassword } from './passwords.ts'

/** Ends every session of the person, on every device, and returns the access version that new ones must carry. */
export async function endSessions(tx: Transaction, personId: string): Promise<number> {
  const { accessVersion } = await tx.person.update({
    where: { id: personId },
    data: { accessVersion: { increment: 1 } },
    select: { accessVersion: true },
  })
  await tx.$executeRaw`DELETE FROM session WHERE sess #>> '{passport,user,id}' = ${personId}`
  return accessVersion
}

/** Codes that were issued and not used stop working. */
export async function voidSlips(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx.passwordSlip.updateMany({
    where: { personId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
}

/**
 * Keeps the chosen password and ends every session of the person, this one included: the caller opens a new one with the
 * returned access version, so that a session id from before the change is worth nothing. A session that was ended while
 * the request travelled (a one-time code was used, the account was suspended) changes nothing.
 */
export const changePassword = command(
  'password.changed',
  async ({ actor, tx }, { password, sid }: { password: string; sid: string }) => {
    const passwordHash = await hashPassword(password)
    await lockRows(tx, 'person', [actor.id])
    const open = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM session s JOIN person p ON p.id = ${actor.id}::uuid AND p.state = 'active'
      WHERE s.sid = ${sid} AND s.sess #>> '{passport,user,id}' = p.id::text
        AND s.sess #>> '{passport,user,accessVersion}' = p.access_version::text`
    if (open.length === 0) throw new Conflict('session.over')
    const data = { passwordHash, voidedHash: null, mustChangePassword: false }
    await tx.person.update({ where: { id: actor.id }, data })
    return { result: await endSessions(tx, actor.id), subject: actor.id }
  },
)

export const endSession = command('session.ended', async ({ actor, tx }, sid: string) => {
  const ended =
    await tx.$executeRaw`DELETE FROM session WHERE sid = ${sid} AND sess #>> '{passport,user,id}' = ${actor.id}`
  if (ended === 0) throw new NotFound()
  return { result: undefined, subject: actor.id }
})

/** What signing in leaves behind; it is no command, because before it there is no actor. */
/** Where a sign-in came from: the audit keeps the network for ever, a table of its own the whole address for 90 days. */
export interface Origin {
  address: string
  agent: string
}

/** Of an IPv4 address the first three numbers; IPv6 is cut to its network before. */
const networkIn = (address: string): string => address.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.0/24')

export async function noteSignIn(
  tx: Transaction,
  cipher: Cipher,
  { id }: { id: string },
  { address, agent }: Origin,
  now: Date,
): Promise<void> {
  const changes = [set('network', networkIn(address)), set('browser', deviceName(agent, '–'))]
  await appendAudit(tx, cipher, [{ at: now, actorId: id, action: 'session.opened', subject: id, details: { changes } }])
  const row = { personId: id, at: now, address, agent: agent.slice(0, mostAgent) }
  await tx.signInAddress.createMany({ data: [row], skipDuplicates: true })
  await tx.person.update({ where: { id }, data: { lastSignInAt: now } })
}

const mostAgent = 300
const addressDays = 90

/** Nightly: addresses of sign-ins that are older than an inquiry needs them. */
export const sweepSignInAddresses = (db: Writer, now: Date) =>
  db.signInAddress.deleteMany({ where: { at: { lt: new Date(now.getTime() - addressDays * 86_400_000) } } })

/** Wrong tries are counted by account, network and hour: nobody fills the audit by guessing. */
export const noteRefusal = (db: Db, cipher: Cipher, subject: string, { address }: Origin, now: Date): Promise<void> =>
  appendGroupedAudit(db, cipher, { action: 'session.refused', subject, detail: networkIn(address), actorId: null }, now)

/**
 * Uses a one-time code, which voids all that opened the account before: the password, other codes and every session. The
 * devices that may sign for it must be confirmed. Returns the access version of the new session; undefined when the code
 * was used meanwhile, so that of two who show it at the same moment one is let in.
 */
export function useSlip(
  db: Db,
  cipher: Cipher,
  slip: { id: string; personId: string },
  now: Date,
): Promise<number | undefined> {
  const { id, personId } = slip
  return db.$transaction(async (tx) => {
    const [person] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state FROM person WHERE id = ${personId}::uuid FOR UPDATE`
    const { count } = await tx.passwordSlip.updateMany({
      where: { id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (person?.state !== 'active' || count === 0) return undefined
    await voidSlips(tx, personId, now)
    await tx.$executeRaw`
      UPDATE person SET voided_hash = coalesce(password_hash, voided_hash), password_hash = NULL, must_change_password = true,
        must_confirm_devices = EXISTS (SELECT FROM device_key k WHERE k.person_id = person.id AND k.revoked_at IS NULL)
      WHERE id = ${personId}::uuid`
    await appendAudit(tx, cipher, [{ at: now, actorId: personId, action: 'slip.used', subject: personId }])
    return endSessions(tx, personId)
  })
}

export async function noteSignOut(tx: Transaction, cipher: Cipher, actor: Actor, now: Date): Promise<void> {
  await appendAudit(tx, cipher, [{ at: now, actorId: actor.id, action: 'session.closed', subject: actor.id }])
}

/** Nightly: sessions whose time is over. */
export const sweepSessions = (db: Writer, now: Date) => db.session.deleteMany({ where: { expire: { lt: now } } })
