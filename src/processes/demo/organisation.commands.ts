import { type Day, dateOf } from '../../kernel/days.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { suspendReason } from './audit-history.commands.ts'
import type { PlannedEntry } from './entries.ts'
import type { PolresPlan } from './organisation.ts'
import type { PlannedPerson } from './people.ts'
import { chanceOf, idOf } from './random.ts'

export interface Founding {
  plan: PolresPlan
  people: readonly PlannedPerson[]
  passwordHash: string
  seed: number
  /** When the accounts were made: before the first report. */
  createdAt: Date
}

const unitsSince = dateOf('2015-01-01')

/** The rows of a polres that stand before anything is reported. */
export async function found(tx: Transaction, founding: Founding): Promise<void> {
  const { plan, people, seed } = founding
  const idOfUnit = (path: string) => idOf(seed, 'unit', path)
  await tx.unit.createMany({ data: unitRows(plan, idOfUnit), skipDuplicates: true })
  await tx.jurisdiction.createMany({
    data: plan.polsek.flatMap(({ path, villages }) =>
      villages.map(({ code }) => ({ unitId: idOfUnit(path), villageCode: code, sinceOn: unitsSince })),
    ),
  })
  await tx.person.createMany({ data: people.map((one) => personRow(one, idOfUnit(one.unitPath), founding)) })
  await tx.posting.createMany({
    data: people.map((one) => ({ ...postingOf(one, seed), unitId: idOfUnit(one.unitPath) })),
  })
  await tx.assignment.createMany({
    data: people.flatMap((one) =>
      one.villages.map(({ code }) => ({ personId: one.id, villageCode: code, sinceOn: servesSince(one, seed) })),
    ),
  })
}

function unitRows({ polda, name, path, timeZone, polsek }: PolresPlan, idOfUnit: (path: string) => string) {
  const unit = (kind: string, named: { name: string; path: string }, parentId: string | null) => ({
    id: idOfUnit(named.path),
    parentId,
    kind,
    name: named.name,
    path: named.path,
    timeZone: kind === 'polda' ? polda.timeZone : timeZone,
    sinceOn: unitsSince,
  })
  return [
    unit('polda', polda, null),
    unit('polres', { name, path }, idOfUnit(polda.path)),
    ...polsek.map((one) => unit('polsek', one, idOfUnit(path))),
  ]
}

function personRow(person: PlannedPerson, unitId: string, { passwordHash, createdAt }: Founding) {
  const { id, nrp, name, pangkat, position, role, phone, isSuspended } = person
  return {
    id,
    nrp,
    name,
    pangkat,
    position,
    role,
    phone,
    unitId,
    passwordHash,
    createdAt,
    mustChangePassword: false,
    ...(isSuspended ? { state: 'suspended', suspendReason } : {}),
  }
}

export const servesSince = ({ nrp }: PlannedPerson, seed: number): Date => {
  const chance = chanceOf(seed, nrp, 'since')
  return dateOf(`${chance.whole(2021, 2025)}-${String(chance.whole(1, 12)).padStart(2, '0')}-01` satisfies Day)
}

const postingOf = (person: PlannedPerson, seed: number) => ({
  personId: person.id,
  role: person.role,
  position: person.position,
  sinceOn: servesSince(person, seed),
})

export const register = (tx: Transaction, entries: readonly PlannedEntry[]) =>
  tx.registerEntry.createMany({ data: [...entries] })
