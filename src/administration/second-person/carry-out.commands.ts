import { Conflict } from '../../kernel/errors.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import type { EventName } from '../../platform/db/events.ts'
import { lockRows } from '../../platform/db/row-locks.ts'
import {
  type AccountAct,
  fitsIn,
  insertPerson,
  isBecoming,
  type Slip,
  writeEdited,
  writeMove,
  writeReinstated,
  writeSlip,
} from '../accounts/index.ts'
import { type Change, set } from '../audit/index.ts'
import type { UnitLine } from '../units/index.ts'

/** The account as it is now, held until the commit. */
export type LockedSubject = Awaited<ReturnType<typeof lockSubject>>

export async function lockSubject(tx: Transaction, id: string) {
  await lockRows(tx, 'person', [id])
  return tx.person.findUniqueOrThrow({ where: { id }, include: { unit: true } })
}

/** What a request pins of an account: a request about another state of it is refused. */
export const factsOf = ({ nrp, name, pangkat, position, role, state, unitId }: LockedSubject) => ({
  nrp,
  name,
  pangkat,
  position,
  role,
  state,
  unitId,
})

export interface CarriedOut {
  subjectId: string
  /** What happened to the account, for the audit. */
  done: { action: EventName; changes: Change[] }[]
  /** The code, where the act gives one. */
  slip?: Slip
}

/** Who asked, and who sees the code: nobody of the accounts where the operator of the server confirms. */
export interface Parties {
  requesterId: string
  confirmerId: string | null
}

/** Does what was asked for. Whether it may be done was judged before. */
export async function carryOut(
  tx: Transaction,
  act: AccountAct,
  subject: LockedSubject | undefined,
  parties: Parties,
  now: Date,
): Promise<CarriedOut> {
  const { confirmerId } = parties
  if (act.kind === 'create') {
    const unit = await openUnit(tx, act.unitId, act.person.role)
    if ((await tx.person.count({ where: { nrp: act.person.nrp } })) > 0) throw new Conflict('second.stale')
    const { created, changes } = await insertPerson(tx, { ...act.person, unit, villages: [] }, now)
    await sponsor(tx, created.id, parties, now)
    return withSlip(created.id, { action: 'person.created', changes })
  }
  const { id } = subject!
  if (act.kind === 'slip') return withSlip(id)
  if (act.kind === 'edit') {
    const changes = await writeEdited(tx, subject!, act.edited, now)
    return { subjectId: id, done: [{ action: 'person.edited', changes }] }
  }
  if (act.kind === 'reinstate') {
    await writeReinstated(tx, id, now)
    return { subjectId: id, done: [{ action: 'person.reinstated', changes: [] }] }
  }
  const unit = await openUnit(tx, act.unitId, act.move.role)
  const changes = await writeMove(tx, subject!, { ...act.move, id, unit }, now)
  const done = { action: 'person.moved', changes } as const
  if (!isBecoming(subject!.role, act.move.role)) return { subjectId: id, done: [done] }
  await sponsor(tx, id, parties, now)
  return subject!.state === 'active' ? withSlip(id, done) : { subjectId: id, done: [done] }

  async function withSlip(subjectId: string, before?: CarriedOut['done'][number]): Promise<CarriedOut> {
    const slip = await writeSlip(tx, subjectId, confirmerId, now)
    return { subjectId, done: [...(before ? [before] : []), { action: 'slip.issued', changes: [] }], slip }
  }
}

/** The unit, if it still stands and has room for the role. */
async function openUnit(tx: Transaction, id: string, role: Parameters<typeof fitsIn>[0]): Promise<UnitLine> {
  const unit = await tx.unit.findFirst({ where: { id, untilOn: null } })
  if (!unit || !fitsIn(role, unit.kind)) throw new Conflict('second.stale')
  return unit
}

/** An account that the operator confirmed has no sponsor. */
async function sponsor(tx: Transaction, id: string, { requesterId, confirmerId }: Parties, now: Date): Promise<void> {
  const data =
    confirmerId === null ? { sponsorId: null, sponsoredAt: null } : { sponsorId: requesterId, sponsoredAt: now }
  await tx.person.update({ where: { id }, data })
}

/** What the audit keeps of an act that two people did: their names beside what changed. */
export const bothNames = (requester: string, confirmer: string): Change[] => [
  set('requestedBy', requester),
  ...(confirmer === '' ? [] : [set('confirmedBy', confirmer)]),
]
