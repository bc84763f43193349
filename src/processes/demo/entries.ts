import { type Day, dateOf } from '../../kernel/days.ts'
import type { RegisterName } from '../../reports/engine/index.ts'
import { groups, places } from './data/entries.ts'
import { lastNames, men, occupations, singleNames, streets, women } from './data/names.ts'
import type { Village } from './organisation.ts'
import { newPhone } from './people.ts'
import { type Chance, chanceOf, idOf } from './random.ts'

export interface PlannedEntry {
  id: string
  villageCode: string
  rt: number
  rw: number
  kind: RegisterName
  name: string
  address: string | null
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
export function householdsOf({ seed, village, keeper, from }: Registering): PlannedEntry[] {
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
      createdAt: heard(from, chance),
    }
  })
}

const heard = (from: Day, chance: Chance): Date =>
  new Date(dateOf(from).getTime() - chance.whole(1, 20) * 86_400_000 + chance.whole(90, 480) * 60_000)

/** Shops, schools, offices of a village: four to seven. */
export function placesOf({ seed, village, keeper, from }: Registering): PlannedEntry[] {
  const chance = chanceOf(seed, village.code, 'places')
  return chance
    .shuffled(places)
    .slice(0, chance.whole(4, 7))
    .map(({ jenis, name, karyawan, bukaPukul, tutupPukul }, index) => ({
      id: idOf(seed, 'place', village.code, index),
      villageCode: village.code,
      kind: 'tempat' as const,
      rw: chance.whole(1, 6),
      rt: chance.whole(1, 6),
      name: chance.pick(name).replace('{desa}', village.name),
      address: `${chance.pick(streets)} No. ${chance.whole(1, 88)}`,
      phone: newPhone(chance),
      details: {
        jenis,
        penanggungJawab: headName(chance),
        karyawan: chance.whole(...karyawan),
        bukaPukul,
        tutupPukul,
        ...(chance.is(0.2) ? { mes: 'ya' } : {}),
      },
      createdBy: keeper,
      createdAt: heard(from, chance),
    }))
}

/** Partner groups of a village: two to four. */
export function groupsOf({ seed, village, keeper, from }: Registering): PlannedEntry[] {
  const chance = chanceOf(seed, village.code, 'groups')
  return chance
    .shuffled(groups)
    .slice(0, chance.whole(2, 4))
    .map(({ jenis, name, anggota }, index) => {
      const rw = chance.whole(1, 6)
      return {
        id: idOf(seed, 'group', village.code, index),
        villageCode: village.code,
        kind: 'kelompok' as const,
        rw,
        rt: chance.whole(1, 6),
        address: null,
        phone: newPhone(chance),
        name: name.replace('{desa}', village.name).replace('{rw}', String(rw).padStart(2, '0')),
        details: { jenis, ketua: headName(chance), anggota: chance.whole(...anggota) },
        createdBy: keeper,
        createdAt: heard(from, chance),
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
