import { showRt } from '../kernel/format.ts'
import type { Tx } from '../platform/db/connect.ts'
import { villageTitle } from '../units/index.ts'
import type { Names } from './engine/kinds.ts'

interface Named {
  villageCode: string
  householdId: string | null
}

const householdName = ({ headName, rt, rw }: { headName: string; rt: number; rw: number }) =>
  `${headName}, RT ${showRt(rt)} RW ${showRt(rw)}`

/** The names of everything that these reports hold by code or id, asked for once. */
export async function namesFor(tx: Tx, reports: readonly Named[]): Promise<Names> {
  const codes = [...new Set(reports.map(({ villageCode }) => villageCode))]
  const ids = [...new Set(reports.flatMap(({ householdId }) => householdId ?? []))]
  const [areas, households] = await Promise.all([
    codes.length === 0
      ? []
      : tx.area.findMany({ where: { code: { in: [...codes, ...codes.map((code) => code.slice(0, 8))] } } }),
    ids.length === 0
      ? []
      : tx.household.findMany({ where: { id: { in: ids } }, select: { id: true, headName: true, rt: true, rw: true } }),
  ])
  const areaOf = new Map(areas.map(({ code, name }) => [code, name]))
  const householdOf = new Map(households.map((one) => [one.id, householdName(one)]))
  return {
    village: (code) => {
      const village = villageTitle({ code, name: areaOf.get(code) ?? code })
      const subdistrict = areaOf.get(code.slice(0, 8))
      return subdistrict ? `${village}, Kec. ${subdistrict}` : village
    },
    household: (id) => householdOf.get(id) ?? id,
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const householdOf = async (tx: Tx, id: string) =>
  uuid.test(id) ? tx.household.findUnique({ where: { id } }) : null

/** When the household was last visited, as far as reports tell. */
export async function lastVisitTo(tx: Tx, householdId: string): Promise<Date | undefined> {
  const last = await tx.report.findFirst({
    where: { householdId, state: { not: 'cancelled' } },
    orderBy: { occurredAt: 'desc' },
    select: { occurredAt: true },
  })
  return last?.occurredAt
}
