import { scopeOf } from '../../access/policy/scope.ts'
import { Forbidden, orNotFound } from '../../kernel/errors.ts'
import type { CommandContext } from '../../platform/db/command.ts'
import { lockRows } from '../../platform/db/row-locks.ts'
import { peopleWithin } from '../../platform/db/within.ts'

/**
 * Locks the person and the admin until the commit and reads the person as they are now: of two admins who change the same
 * account the second sees the first one's change, and of two who suspend each other only one succeeds.
 */
export async function lockedPerson({ actor, tx }: CommandContext, id: string) {
  await lockRows(tx, 'person', [actor.id, id])
  const { role, unitId } = actor
  const admin = await tx.person.count({ where: { id: actor.id, state: 'active', role, unitId } })
  if (admin === 0) throw new Forbidden()
  const within = { AND: [peopleWithin(scopeOf(actor)), { id }] }
  return orNotFound(await tx.person.findFirst({ where: within, include: { unit: true } }))
}
