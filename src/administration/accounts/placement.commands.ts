import { endSessions, voidSlips } from '../../access/sessions/index.ts'
import { addDays, type Day, dateOf, dayIn } from '../../kernel/days.ts'
import { Conflict } from '../../kernel/errors.ts'
import { command } from '../../platform/db/command.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { type Change, differences, set } from '../audit/index.ts'
import { type Village, villageTitle } from '../units/index.ts'
import { hasOtherAdmin } from './account.queries.ts'
import { lockedPerson } from './locked-person.commands.ts'
import { type Move } from './person-fields.ts'
import { isBecoming, refuseAlone } from './second-person.ts'

/** From today on the person serves elsewhere or as something else. Reports stay where they were filed. */
export const movePerson = command('person.moved', async (context, { id, unit, role, position }: Move) => {
  const before = await lockedPerson(context, id)
  refuseAlone({ kind: 'move', before: before.role, after: role })
  const changes = await writeMove(context.tx, before, { id, unit, role, position }, context.now)
  return { result: undefined, subject: id, details: { changes } }
})

type Before = { role: string; position: string; unit: { name: string; path: string } }

/** Returns what changed. Who gets a role that reads or decides loses the password: the code of the confirmation opens the account. */
export async function writeMove(tx: Transaction, before: Before, move: Move, now: Date): Promise<Change[]> {
  const { id, unit, role, position } = move
  if (before.role === 'admin' && !(await hasOtherAdmin(tx, id, before.unit.path)))
    throw new Conflict('personnel.lastAdmin')
  const today = dayIn(unit.timeZone, now)
  await closeAssignments(tx, id, today)
  await openPosting(tx, move, today)
  await tx.person.update({ where: { id }, data: { unitId: unit.id, role, position, changedAt: now } })
  await endSessions(tx, id)
  if (isBecoming(before.role, role)) await voidAccess(tx, id, now)
  return differences([
    { what: 'unit', before: before.unit.name, after: unit.name },
    { what: 'role', before: before.role, after: role },
    { what: 'position', before: before.position, after: position },
  ])
}

async function voidAccess(tx: Transaction, id: string, now: Date): Promise<void> {
  await voidSlips(tx, id, now)
  await tx.$executeRaw`
    UPDATE person SET voided_hash = coalesce(password_hash, voided_hash), password_hash = NULL, must_change_password = true
    WHERE id = ${id}::uuid`
}

/** Yesterday was their last day. What was to begin today or later never held, and leaves no row. */
async function closeAssignments(tx: Transaction, personId: string, today: Day): Promise<void> {
  await tx.assignment.deleteMany({ where: { personId, sinceOn: { gte: dateOf(today) } } })
  await tx.assignment.updateMany({
    where: { personId, OR: [{ untilOn: null }, { untilOn: { gte: dateOf(today) } }] },
    data: { untilOn: dateOf(addDays(today, -1)) },
  })
}

async function openPosting(tx: Transaction, { id: personId, unit, role, position }: Move, today: Day): Promise<void> {
  const sinceOn = dateOf(today)
  await tx.posting.deleteMany({ where: { personId, untilOn: null, sinceOn: { gte: sinceOn } } })
  await tx.posting.updateMany({ where: { personId, untilOn: null }, data: { untilOn: dateOf(addDays(today, -1)) } })
  await tx.posting.create({ data: { personId, unitId: unit.id, role, position, sinceOn } })
}

export interface Assigning {
  id: string
  villages: Village[]
  since: Day
}

export const assignVillages = command('person.assigned', async (context, { id, villages, since }: Assigning) => {
  const { tx, actor, now } = context
  await lockedPerson(context, id)
  const [sinceOn, recordedOn] = [dateOf(since), dateOf(dayIn(actor.timeZone, now))]
  const kept = await tx.assignment.findMany({
    where: { personId: id, OR: [{ untilOn: null }, { untilOn: { gte: sinceOn } }] },
  })
  const has = new Set(kept.map(({ villageCode }) => villageCode))
  const added = villages.filter(({ code }) => !has.has(code))
  if (added.length === 0) return { result: undefined, unchanged: true }
  await tx.assignment.createMany({
    data: added.map(({ code }) => ({ personId: id, villageCode: code, sinceOn, recordedOn })),
  })
  const changes = [...added.map((village) => set('village', villageTitle(village))), set('since', since)]
  return { result: undefined, subject: id, details: { changes } }
})

export interface Unassigning {
  id: string
  assignment: { id: string; village: { code: string; name: string } }
  /** The last day on which it still holds. */
  until: Day
}

export const endAssignment = command('person.unassigned', async (context, { id, assignment, until }: Unassigning) => {
  const { tx } = context
  await lockedPerson(context, id)
  const { count } = await tx.assignment.updateMany({
    where: { id: assignment.id, personId: id, untilOn: null },
    data: { untilOn: dateOf(until) },
  })
  if (count === 0) return { result: undefined, unchanged: true }
  const changes = [set('village', villageTitle(assignment.village)), set('until', until)]
  return { result: undefined, subject: id, details: { changes } }
})
