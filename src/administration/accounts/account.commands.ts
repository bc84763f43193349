import { endSessions, newSlipCode, slipHash, voidSlips } from '../../access/sessions/index.ts'
import { dateOf } from '../../kernel/days.ts'
import { Conflict } from '../../kernel/errors.ts'
import { type CommandContext, command } from '../../platform/db/command.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { type Change, differences, set } from '../audit/index.ts'
import { villageTitle } from '../units/index.ts'
import { lockedPerson } from './locked-person.commands.ts'
import { callPerson } from './name.ts'
import { notify } from './notices.commands.ts'
import { type Edited, type NewPerson } from './person-fields.ts'
import { isCommandRole, type Revocation, refuseAlone } from './second-person.ts'
import { type Slip, slipMinutes } from './slip.ts'

export const createPerson = command('person.created', async ({ tx, now }, person: NewPerson) => {
  refuseAlone({ kind: 'create', after: person.role })
  const { created, changes } = await insertPerson(tx, person, now)
  return { result: created, subject: created.id, details: { changes } }
})

export async function insertPerson(tx: Transaction, person: NewPerson, now: Date) {
  const { nrp, name, pangkat, position, phone, role, unit, since, villages } = person
  const sinceOn = dateOf(since)
  const created = await tx.person.create({
    data: {
      nrp,
      name,
      pangkat,
      position,
      phone,
      role,
      unitId: unit.id,
      createdAt: now,
      postings: { create: { unitId: unit.id, role, position, sinceOn } },
      assignments: { create: villages.map(({ code }) => ({ villageCode: code, sinceOn })) },
    },
  })
  const changes = [
    set('nrp', nrp),
    set('name', name),
    set('pangkat', pangkat),
    set('position', position),
    set('role', role),
    ...(phone === null ? [] : [set('phone', endOf(phone))]),
    set('unit', unit.name),
    set('since', since),
    ...villages.map((village) => set('village', villageTitle(village))),
  ]
  return { created, changes }
}

export const editPerson = command('person.edited', async (context, { id, ...edited }: Edited) => {
  const before = await lockedPerson(context, id)
  if (editedIn(before, edited).length > 0) refuseAlone({ kind: 'edit', before: before.role })
  const changes = await writeEdited(context.tx, before, edited, context.now)
  return changes.length === 0
    ? { result: undefined, unchanged: true }
    : { result: undefined, subject: id, details: { changes } }
})

type Before = Edited

/** Returns what changed; nothing is written when that is nothing. */
export async function writeEdited(
  tx: Transaction,
  before: Before,
  edited: Omit<Edited, 'id'>,
  now: Date,
): Promise<Change[]> {
  const { name, pangkat, position, phone } = edited
  const changes = editedIn(before, edited)
  if (changes.length === 0) return changes
  const { id } = before
  await tx.person.update({ where: { id }, data: { name, pangkat, position, phone, changedAt: now } })
  if (position !== before.position)
    await tx.posting.updateMany({ where: { personId: id, untilOn: null }, data: { position } })
  return changes
}

export const editedIn = (
  before: Omit<Before, 'id'>,
  { name, pangkat, position, phone }: Omit<Edited, 'id'>,
): Change[] =>
  differences([
    { what: 'name', before: before.name, after: name },
    { what: 'pangkat', before: before.pangkat, after: pangkat },
    { what: 'position', before: before.position, after: position },
    { what: 'phone', before: endOf(before.phone), after: endOf(phone) },
  ])

/** The audit tells a number apart without keeping it. */
const endOf = (phone: string | null): string => (phone === null ? '' : `…${phone.slice(-4)}`)

export const suspendPerson = command(
  'person.suspended',
  async (context, { id, reason }: { id: string; reason: string }) => {
    const { actor, tx, now } = context
    if (id === actor.id) throw new Conflict('personnel.notYourself')
    const before = await lockedPerson(context, id)
    if (before.state === 'suspended') return { result: undefined, unchanged: true }
    const data = { state: 'suspended', suspendReason: reason, changedAt: now }
    await tx.person.update({ where: { id }, data })
    await voidSlips(tx, id, now)
    await endSessions(tx, id)
    await tellOfOne(context, 'suspend', before)
    return { result: undefined, subject: id, details: { changes: [set('reason', reason)] } }
  },
)

type Locked = Awaited<ReturnType<typeof lockedPerson>>

/** What one person may do at once to the account of a commander, its holder and the Kapolres are told. */
async function tellOfOne({ tx, actor, now }: CommandContext, kind: Revocation, held: Locked): Promise<void> {
  if (!isCommandRole(held.role)) return
  const about = { kind, holderId: held.id, name: callPerson(held), unitPaths: [held.unit.path] }
  await notify(tx, 'alone', about, { requester: callPerson(actor), confirmer: '', actorId: actor.id }, now)
}

/** Puts the person out on every device. The password still works: for a phone or a session that is in other hands. */
export const endSessionsOf = command('session.ended', async (context, id: string) => {
  const before = await lockedPerson(context, id)
  await endSessions(context.tx, id)
  await tellOfOne(context, 'endSessions', before)
  return { result: undefined, subject: id }
})

export const reinstatePerson = command('person.reinstated', async (context, id: string) => {
  const { state, role } = await lockedPerson(context, id)
  if (state === 'active') return { result: undefined, unchanged: true }
  refuseAlone({ kind: 'reinstate', before: role })
  await writeReinstated(context.tx, id, context.now)
  return { result: undefined, subject: id }
})

export async function writeReinstated(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.person.update({ where: { id }, data: { state: 'active', suspendReason: null, changedAt: now } })
}

/** The old password works until the code is used, and never after; the admin neither chooses nor sees one. */
export const issueSlip = command('slip.issued', async (context, id: string) => {
  const { actor, tx, now } = context
  if (id === actor.id) throw new Conflict('personnel.issueOwn')
  const { state, role } = await lockedPerson(context, id)
  refuseAlone({ kind: 'slip', before: role })
  if (state === 'suspended') throw new Conflict('personnel.slipSuspended')
  const slip = await writeSlip(tx, id, actor.id, now)
  return { result: slip, subject: id, details: {} }
})

/** Another code for the minutes that are left of one that nobody has used; that one stops working. */
export async function renewSlip(tx: Transaction, { id, expiresAt }: { id: string; expiresAt: Date }): Promise<Slip> {
  const code = newSlipCode()
  await tx.passwordSlip.update({ where: { id }, data: { codeHash: slipHash(code) } })
  return { code, expiresAt }
}

/** A code voids the ones before it: only the latest lets anybody in. */
export async function writeSlip(tx: Transaction, personId: string, issuedBy: string | null, now: Date): Promise<Slip> {
  await voidSlips(tx, personId, now)
  const code = newSlipCode()
  const expiresAt = new Date(now.getTime() + slipMinutes * 60_000)
  await tx.passwordSlip.create({ data: { personId, codeHash: slipHash(code), issuedBy, issuedAt: now, expiresAt } })
  return { code, expiresAt }
}
