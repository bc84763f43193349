import { dateOf, dayIn } from '../../kernel/days.ts'
import { pathsDownTo } from '../../kernel/unit-path.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { appendAudit } from '../../platform/db/audit-entry.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { set } from '../audit/index.ts'
import { writeSlip } from './account.commands.ts'
import { callPerson } from './name.ts'
import { notify } from './notices.commands.ts'
import type { Slip } from './slip.ts'

export interface FirstAdmin {
  nrp: string
  name: string
  pangkat: string
  unitPath: string
  /** The names of the units on the way, top first; asked for only when there is no unit yet. */
  unitNames: string[]
  timeZone: string
  /** Also when the unit has an active admin. */
  force: boolean
}

export type Refusal = 'unitUnknown' | 'unitIsPolsek' | 'namesMissing' | 'hasAdmin' | 'nrpTaken'

/** An admin sits in a polres or in the polda above it: paths of one or two steps. */
const kinds = ['polda', 'polres'] as const

/**
 * The way into a database that nobody can sign in to. Nobody did it, as far as the audit knows: whoever can run a
 * command on the server is above the accounts. With an admin's own NRP and `force` it only issues a new code.
 */
export async function createFirstAdmin(
  tx: Transaction,
  admin: FirstAdmin,
  now: Date,
  cipher: Cipher,
): Promise<{ slip: Slip } | { refused: Refusal }> {
  if ((await tx.unit.count()) === 0) {
    if (admin.unitNames.length !== pathsDownTo(admin.unitPath).length) return { refused: 'namesMissing' }
    await createUnits(tx, admin, now)
  }
  const unit = await tx.unit.findFirst({ where: { path: admin.unitPath, untilOn: null } })
  if (!unit) return { refused: 'unitUnknown' }
  if (unit.kind === 'polsek') return { refused: 'unitIsPolsek' }
  const admins = { role: 'admin', state: 'active', unitId: unit.id }
  if (!admin.force && (await tx.person.count({ where: admins })) > 0) return { refused: 'hasAdmin' }
  const known = await tx.person.findUnique({ where: { nrp: admin.nrp } })
  const isTheirs = known?.role === 'admin' && known.state === 'active' && known.unitId === unit.id
  if (known && !isTheirs) return { refused: 'nrpTaken' }
  const personId = known?.id ?? (await createAccount(tx, admin, unit, now, cipher))
  return { slip: await giveCode(tx, { personId, unitPath: unit.path, isNew: known === null }, now, cipher) }
}

interface Given {
  personId: string
  unitPath: string
  isNew: boolean
}

/** Issues the code; the audit keeps it, and the Kapolres and the holder are told. */
async function giveCode(
  tx: Transaction,
  { personId, unitPath, isNew }: Given,
  now: Date,
  cipher: Cipher,
): Promise<Slip> {
  const slip = await writeSlip(tx, personId, null, now)
  await appendAudit(tx, cipher, [{ at: now, action: 'slip.issued', subject: personId }])
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  const about = { name: callPerson(person), holderId: personId, unitPaths: [unitPath] }
  const names = { requester: '', confirmer: '', actorId: null }
  await notify(tx, 'operator', { kind: isNew ? 'create' : 'slip', ...about }, names, now)
  return slip
}

async function createUnits(tx: Transaction, { unitPath, unitNames, timeZone }: FirstAdmin, now: Date): Promise<void> {
  const unitPaths = pathsDownTo(unitPath)
  let parentId: string | null = null
  for (const [index, name] of unitNames.entries()) {
    const path = unitPaths[index]!
    const sinceOn = dateOf(dayIn(timeZone, now))
    const unit: { id: string } = await tx.unit.create({
      data: { parentId, kind: kinds[index]!, name, path, timeZone, sinceOn },
    })
    parentId = unit.id
  }
}

async function createAccount(
  tx: Transaction,
  { nrp, name, pangkat }: FirstAdmin,
  unit: { id: string; name: string; timeZone: string },
  now: Date,
  cipher: Cipher,
): Promise<string> {
  const position = 'Admin BOS V2'
  const sinceOn = dateOf(dayIn(unit.timeZone, now))
  const { id } = await tx.person.create({
    data: {
      nrp,
      name,
      pangkat,
      position,
      role: 'admin',
      unitId: unit.id,
      createdAt: now,
      postings: { create: { unitId: unit.id, role: 'admin', position, sinceOn } },
    },
  })
  const changes = [set('nrp', nrp), set('name', name), set('role', 'admin'), set('unit', unit.name)]
  await appendAudit(tx, cipher, [{ at: now, action: 'person.created', subject: id, details: { changes } }])
  return id
}
