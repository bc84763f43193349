import { zoneName } from '../../kernel/format.ts'
import { command } from '../../platform/db/command.ts'
import { set } from '../audit/index.ts'
import type { UnitLine } from './units.queries.ts'

/** The zone in which the days of a unit, and of the units below it, begin. What was reported keeps its deadline. */
export const changeZone = command(
  'unit.zoneChanged',
  async ({ tx }, { unit, timeZone }: { unit: UnitLine; timeZone: string }) => {
    const { count } = await tx.unit.updateMany({
      where: { path: { startsWith: unit.path }, untilOn: null, timeZone: { not: timeZone } },
      data: { timeZone },
    })
    if (count === 0) return { result: undefined, unchanged: true }
    const change = { ...set('timeZone', zoneName(timeZone)), before: zoneName(unit.timeZone) }
    return { result: undefined, subject: unit.id, details: { changes: [change], timeZone } }
  },
)
