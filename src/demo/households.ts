import { type Day, dateOf } from '../kernel/days.ts'
import { lastNames, men, occupations, singleNames, streets, women } from './data/names.ts'
import type { Village } from './organisation.ts'
import { newPhone } from './people.ts'
import { type Chance, chanceOf, idOf } from './random.ts'

export interface PlannedHousehold {
  id: string
  villageCode: string
  rt: number
  rw: number
  kind: 'keluarga'
  name: string
  address: string
  phone: string | null
  details: Record<string, string | number>
  createdBy: string
  createdAt: Date
}

export interface Registering {
  seed: number
  village: Village
  /** Who keeps the register of this village. */
  keeper: string
  /** The first day of the reports: the register is older. */
  from: Day
}

/** The register of a village: 12 to 25 households in a handful of RW. */
export function householdsOf({ seed, village, keeper, from }: Registering): PlannedHousehold[] {
  const chance = chanceOf(seed, village.code, 'households')
  const mostRw = chance.whole(3, 9)
  return Array.from({ length: chance.whole(12, 25) }, (_, index) => {
    const [rw, rt] = [chance.whole(1, mostRw), chance.whole(1, 6)]
    return {
      id: idOf(seed, 'household', village.code, index),
      villageCode: village.code,
      rt,
      rw,
      kind: 'keluarga' as const,
      name: headName(chance),
      address: `${chance.pick(streets)} No. ${chance.whole(1, 88)}`,
      phone: chance.is(0.8) ? newPhone(chance) : null,
      details: {
        pekerjaan: chance.pick(occupations),
        penghuni: Math.min(9, 1 + chance.times(3)),
        ...(chance.is(0.3) ? { darurat: kin(chance) } : {}),
      },
      createdBy: keeper,
      createdAt: new Date(dateOf(from).getTime() - chance.whole(1, 20) * 86_400_000 + chance.whole(90, 480) * 60_000),
    }
  })
}

/** Somebody near, as people write it down. */
const kin = (chance: Chance): string =>
  `${chance.pick(women)} (${chance.pick(['adik', 'kakak', 'anak', 'ibu'])}), ${newPhone(chance).replace('+62', '0')}`

function headName(chance: Chance): string {
  if (chance.is(0.35)) return chance.pick(singleNames)
  const title = chance.is(0.06) ? 'H. ' : ''
  return chance.is(0.22)
    ? `${chance.pick(women)} ${chance.pick(lastNames)}`
    : `${title}${chance.pick(men)} ${chance.pick(lastNames)}`
}
