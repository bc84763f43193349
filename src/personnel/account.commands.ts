import { differences, set } from '../audit/index.ts'
import { type Day, dateOf } from '../kernel/days.ts'
import { Conflict } from '../kernel/errors.ts'
import { command } from '../platform/db/command.ts'
import type { Tx } from '../platform/db/connect.ts'
import type { Role } from '../policy/actor.ts'
import { endSessions, newSlipCode, slipHash, voidSlips } from '../sessions/index.ts'
import { type UnitLine, type Village, villageTitle } from '../units/index.ts'
import { heldPerson } from './held.commands.ts'
import { type Slip, slipMinutes } from './slip.ts'

export interface NewPerson {
  nrp: string
  name: string
  pangkat: string
  position: string
  role: Role
  unit: UnitLine
  since: Day
  villages: Village[]
}

export const createPerson = command('person.created', async ({ tx, now }, person: NewPerson) => {
  const { nrp, name, pangkat, position, role, unit, since, villages } = person
  const sinceOn = dateOf(since)
  const created = await tx.person.create({
    data: {
      ...{ nrp, name, pangkat, position, role, unitId: unit.id, createdAt: now },
      postings: { create: { unitId: unit.id, role, position, sinceOn } },
      assignments: { create: villages.map(({ code }) => ({ villageCode: code, sinceOn })) },
    },
  })
  const changes = [
    ...[set('nrp', nrp), set('name', name), set('pangkat', pangkat), set('position', position), set('role', role)],
    ...[set('unit', unit.name), set('since', since)],
    ...villages.map((village) => set('village', villageTitle(village))),
  ]
  return { result: created, subject: created.id, details: { changes } }
})

export interface Edited {
  id: string
  name: string
  pangkat: string
  position: string
}

export const editPerson = command('person.edited', async (context, { id, name, pangkat, position }: Edited) => {
  const before = await heldPerson(context, id)
  const changes = differences([
    { what: 'name', before: before.name, after: name },
    { what: 'pangkat', before: before.pangkat, after: pangkat },
    { what: 'position', before: before.position, after: position },
  ])
  if (changes.length === 0) return { result: undefined, unchanged: true }
  await context.tx.person.update({ where: { id }, data: { name, pangkat, position, changedAt: context.now } })
  if (position !== before.position)
    await context.tx.posting.updateMany({ where: { personId: id, untilOn: null }, data: { position } })
  return { result: undefined, subject: id, details: { changes } }
})

export const suspendPerson = command(
  'person.suspended',
  async (context, { id, reason }: { id: string; reason: string }) => {
    const { actor, tx, now } = context
    if (id === actor.id) throw new Conflict('personnel.notYourself')
    const { state } = await heldPerson(context, id)
    if (state === 'suspended') return { result: undefined, unchanged: true }
    const data = { state: 'suspended', suspendReason: reason, changedAt: now }
    await tx.person.update({ where: { id }, data })
    await voidSlips(tx, id, now)
    await endSessions(tx, id)
    return { result: undefined, subject: id, details: { changes: [set('reason', reason)] } }
  },
)

export const reinstatePerson = command('person.reinstated', async (context, id: string) => {
  const { state } = await heldPerson(context, id)
  if (state === 'active') return { result: undefined, unchanged: true }
  const data = { state: 'active', suspendReason: null, changedAt: context.now }
  await context.tx.person.update({ where: { id }, data })
  return { result: undefined, subject: id }
})

/** The old password works until the code is used, and never after; the admin neither chooses nor sees one. */
export const issueSlip = command('slip.issued', async (context, id: string) => {
  const { actor, tx, now } = context
  if (id === actor.id) throw new Conflict('personnel.issueOwn')
  const { state } = await heldPerson(context, id)
  if (state === 'suspended') throw new Conflict('personnel.slipSuspended')
  const slip = await writeSlip(tx, id, actor.id, now)
  return { result: slip, subject: id, details: {} }
})

/** A code voids the ones before it: only the latest lets anybody in. */
export async function writeSlip(tx: Tx, personId: string, issuedBy: string | null, now: Date): Promise<Slip> {
  await voidSlips(tx, personId, now)
  const code = newSlipCode()
  const expiresAt = new Date(now.getTime() + slipMinutes * 60_000)
  await tx.passwordSlip.create({ data: { personId, codeHash: slipHash(code), issuedBy, issuedAt: now, expiresAt } })
  return { code, expiresAt }
}
