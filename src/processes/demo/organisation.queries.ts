import type { Reader } from '../../platform/db/connect.ts'
import {
  districtsOfCirebonKota,
  isLargeEnough,
  type PolresPlan,
  planCirebonKota,
  planCopy,
  type Regency,
  type Village,
} from './organisation.ts'

const below = (tx: Reader, parents: readonly string[]) =>
  tx.area.findMany({
    where: { parentCode: { in: [...parents] }, retiredOn: null },
    orderBy: { code: 'asc' },
    select: { code: true, name: true, parentCode: true },
  })

const grouped = (rows: readonly (Village & { parentCode: string | null })[]): Map<string, Village[]> => {
  const groups = new Map<string, Village[]>()
  for (const { code, name, parentCode } of rows) {
    const group = groups.get(parentCode!) ?? []
    group.push({ code, name })
    groups.set(parentCode!, group)
  }
  return groups
}

/** Polres Cirebon Kota and, where more are asked for, copies of its size laid on other regencies. */
export async function plansFor(tx: Reader, count: number): Promise<PolresPlan[]> {
  const own = grouped(await below(tx, districtsOfCirebonKota))
  const plans = [planCirebonKota((district) => own.get(district) ?? [])]
  for (const province of count > 1 ? await provincesOfCopies(tx) : []) {
    const regencies = (await below(tx, [province.code])).filter(({ code }) => !taken.includes(code))
    const districts = grouped(
      await below(
        tx,
        regencies.map(({ code }) => code),
      ),
    )
    const villages = grouped(
      await below(
        tx,
        [...districts.values()].flat().map(({ code }) => code),
      ),
    )
    const villagesOf = (district: string) => villages.get(district) ?? []
    for (const { code } of regencies) {
      const regency: Regency = { province, districts: districts.get(code) ?? [] }
      if (plans.length < count && isLargeEnough(regency, villagesOf))
        plans.push(planCopy(plans.length + 1, regency, villagesOf))
    }
    if (plans.length >= count) break
  }
  return plans
}

const taken = ['32.74', '32.09']

/** Jawa Barat first, then its neighbours on the island, then the rest of the country. */
async function provincesOfCopies(tx: Reader): Promise<Village[]> {
  const all = await tx.area.findMany({
    where: { level: 1 },
    orderBy: { code: 'asc' },
    select: { code: true, name: true },
  })
  const rank = ({ code }: Village) => (code === '32' ? 0 : code.startsWith('3') ? 1 : 2)
  return all.sort((a, b) => rank(a) - rank(b))
}
