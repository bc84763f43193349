import { addDays, type Day, dateOf, dayIn } from '../../kernel/days.ts'
import { Conflict } from '../../kernel/errors.ts'
import { command } from '../../platform/db/command.ts'
import type { Transaction } from '../../platform/db/connect.ts'
import { lockRows } from '../../platform/db/row-locks.ts'
import { set } from '../audit/index.ts'
import { pathBelow } from './unit-name.ts'
import { nameIsTaken, pathIsTaken, type UnitLine } from './units.queries.ts'
import { type Village, villageTitle } from './village.ts'
import { assignedAt, type ListedVillage, villagesMatching } from './villages.queries.ts'

export interface NewPolsek {
  polres: UnitLine
  name: string
  /** The last step of its path. */
  code: string
  /** Codes of kecamatan and villages. */
  areas: string[]
}

export interface Given {
  unit: { id: string; name: string }
  added: ListedVillage[]
  /** Villages that stay with another unit. */
  held: ListedVillage[]
}

/** A polsek below the polres, from today, with every village asked for that no unit has. */
export const createPolsek = command('unit.created', async ({ tx, now }, { polres, name, code, areas }: NewPolsek) => {
  await lockUnit(tx, polres.id)
  const { id: parentId, timeZone } = polres
  const path = pathBelow(polres, code)
  if (await nameIsTaken(tx, parentId, name)) throw new Conflict('unit.nameTaken', { unit: polres.name })
  if (await pathIsTaken(tx, path)) throw new Conflict('unit.codeTaken', { code })
  const today = dayIn(timeZone, now)
  const unit = await tx.unit.create({
    data: { parentId, kind: 'polsek', name, path, timeZone, sinceOn: dateOf(today) },
  })
  const given = await giveVillages(tx, unit, areas, today)
  const changes = [set('name', name), set('unit', polres.name), ...villageChanges(given.added, today)]
  return { result: given, subject: unit.id, details: { changes, path, villages: codesOf(given.added) } }
})

export interface NewVillages {
  unit: UnitLine
  areas: string[]
}

export const addVillages = command('unit.villagesChanged', async ({ tx, now }, { unit, areas }: NewVillages) => {
  await lockUnit(tx, unit.id)
  const today = dayIn(unit.timeZone, now)
  const given = await giveVillages(tx, unit, areas, today)
  if (given.added.length === 0) return { result: given, unchanged: true }
  const changes = villageChanges(given.added, today)
  return { result: given, subject: unit.id, details: { changes, added: codesOf(given.added) } }
})

export interface EndedVillage {
  unit: UnitLine
  village: Village
}

/** From today on the village answers to no unit. What began today never held, and leaves no row. */
export const endVillage = command('unit.villagesChanged', async ({ tx, now }, { unit, village }: EndedVillage) => {
  await lockUnit(tx, unit.id)
  const today = dayIn(unit.timeZone, now)
  const officers = await assignedAt(tx, unit.id, village.code, today)
  if (officers.length > 0)
    throw new Conflict('unit.villageServed', { village: villageTitle(village), officers: officers.join(', ') })
  const mine = { unitId: unit.id, villageCode: village.code }
  const lastDay = addDays(today, -1)
  const removed = await tx.jurisdiction.deleteMany({ where: { ...mine, sinceOn: { gte: dateOf(today) } } })
  const closed = await tx.jurisdiction.updateMany({
    where: { ...mine, OR: [{ untilOn: null }, { untilOn: { gte: dateOf(today) } }] },
    data: { untilOn: dateOf(lastDay) },
  })
  if (removed.count + closed.count === 0) return { result: undefined, unchanged: true }
  const changes = [set('village', villageTitle(village)), set('until', lastDay)]
  return { result: undefined, subject: unit.id, details: { changes, ended: [village.code] } }
})

/** Two admins change one unit after each other. */
const lockUnit = (tx: Transaction, unitId: string) => lockRows(tx, 'unit', [unitId])

async function giveVillages(tx: Transaction, unit: Given['unit'], areas: string[], today: Day): Promise<Given> {
  const { free, held } = await villagesMatching(tx, areas, today)
  // Of two units that are given the same village at once, one gets it; the other write changes nothing.
  const made = await tx.jurisdiction.createManyAndReturn({
    data: free.map(({ code }) => ({ unitId: unit.id, villageCode: code, sinceOn: dateOf(today) })),
    skipDuplicates: true,
    select: { villageCode: true },
  })
  const given = new Set(made.map(({ villageCode }) => villageCode))
  return {
    unit,
    added: free.filter(({ code }) => given.has(code)),
    held: held.filter(({ holderId }) => holderId !== unit.id),
  }
}

const codesOf = (villages: ListedVillage[]) => villages.map(({ code }) => code)

const villageChanges = (villages: ListedVillage[], since: Day) =>
  villages.length === 0 ? [] : [set('village', villages.map(villageTitle).join(', ')), set('since', since)]
