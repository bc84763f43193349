import { hash } from '@node-rs/argon2'
import { type CastMember, cast as demonstration } from '../../src/demo/cast.ts'
import { dateOf } from '../../src/kernel/days.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import type { Role } from '../../src/policy/actor.ts'

/** What everybody in the cast signs in with. */
export const password = 'sawah hijau di pagi hari'

/** Checking reads the cost from the hash, so that a cheap one makes a sign-in cheap: for tests only. */
const cheapHash = hash(password, { memoryCost: 1024, timeCost: 1, parallelism: 1 })

const since = '2026-01-01'
const born = new Date('2026-01-01T08:00:00+07:00')

const unitList = [
  { key: 'jabar', kind: 'polda', name: 'Polda Jawa Barat', path: '/jabar/' },
  { key: 'cirebonKota', kind: 'polres', name: 'Polres Cirebon Kota', path: '/jabar/cirebon-kota/' },
  { key: 'kesambi', kind: 'polsek', name: 'Polsek Kesambi', path: '/jabar/cirebon-kota/kesambi/' },
  { key: 'mundu', kind: 'polsek', name: 'Polsek Mundu', path: '/jabar/cirebon-kota/mundu/' },
  { key: 'contoh', kind: 'polres', name: 'Polres Contoh', path: '/jabar/contoh/' },
] as const

type UnitKey = (typeof unitList)[number]['key']

const jurisdictions: [UnitKey, string[]][] = [
  ['kesambi', ['32.74.05.1001', '32.74.05.1002', '32.74.05.1004']],
  ['mundu', ['32.09.12.2001', '32.09.12.2002']],
]

interface Part {
  nrp: string
  name: string
  pangkat: string
  position: string
  role: Role
  unit: UnitKey
  villages?: string[]
}

/** Who also plays in the demonstration is the same person here. */
const known = (name: keyof typeof demonstration): Part => {
  const { polsek, village, ...person }: CastMember = demonstration[name]
  return {
    ...person,
    unit: polsek === '' ? 'cirebonKota' : (polsek as UnitKey),
    ...(village ? { villages: [village] } : {}),
  }
}

const parts = {
  budi: known('budi'),
  sari: known('sari'),
  hendra: known('hendra'),
  yusuf: known('yusuf'),
  agus: known('agus'),
  bambang: known('bambang'),
  dewi: known('dewi'),
  rini: known('rini'),
  wati: {
    nrp: '81020505',
    name: 'Wati Lestari',
    pangkat: 'AKP',
    position: 'Kapolsek Mundu',
    role: 'kapolsek',
    unit: 'mundu',
  },
  tono: {
    nrp: '83030606',
    name: 'Tono Prasetyo',
    pangkat: 'Ipda',
    position: 'Kanit Binmas',
    role: 'kanit',
    unit: 'mundu',
  },
  joko: {
    nrp: '78011111',
    name: 'Joko Purnomo',
    pangkat: 'AKP',
    position: 'Kasat Binmas',
    role: 'kasat',
    unit: 'contoh',
  },
  mira: {
    nrp: '84021212',
    name: 'Mira Andayani',
    pangkat: 'Iptu',
    position: 'KBO Satbinmas',
    role: 'kbo',
    unit: 'contoh',
  },
  surya: {
    nrp: '75031313',
    name: 'Surya Atmaja',
    pangkat: 'AKBP',
    position: 'Kapolres',
    role: 'kapolres',
    unit: 'contoh',
  },
  lina: {
    nrp: '92041414',
    name: 'Lina Marlina',
    pangkat: 'Briptu',
    position: 'Admin BOS',
    role: 'admin',
    unit: 'contoh',
  },
} satisfies Record<string, Part>

export type Name = keyof typeof parts

export interface Player extends Omit<Part, 'unit'> {
  id: string
  unitId: string
  unitPath: string
}

export type Cast = Record<Name, Player> & { units: Record<UnitKey, { id: string; path: string; name: string }> }

/** Two polsek under one polres and a person for each role there; beside it another polres, to be kept out. */
export async function cast(db: Db): Promise<Cast> {
  const units = await castUnits(db)
  const passwordHash = await cheapHash
  const everyone = Object.entries<Part>(parts)
  const people = await db.person.createManyAndReturn({
    data: everyone.map(([, { villages: _, unit, ...person }]) => ({
      ...{ ...person, unitId: units[unit].id, passwordHash, mustChangePassword: false, createdAt: born },
    })),
  })
  const players = everyone.map(([name, { unit, ...part }]): [string, Player] => {
    const { id, unitId } = people.find(({ nrp }) => nrp === part.nrp)!
    return [name, { ...part, id, unitId, unitPath: units[unit].path }]
  })
  const sinceOn = dateOf(since)
  await db.posting.createMany({
    data: players.map(([, { id: personId, unitId, role, position }]) => ({
      personId,
      unitId,
      role,
      position,
      sinceOn,
    })),
  })
  await db.assignment.createMany({
    data: players.flatMap(([, { id: personId, villages = [] }]) =>
      villages.map((villageCode) => ({ personId, villageCode, sinceOn })),
    ),
  })
  return { ...(Object.fromEntries(players) as Record<Name, Player>), units }
}

async function castUnits(db: Db): Promise<Cast['units']> {
  const made = new Map<string, { id: string; path: string; name: string }>()
  for (const { key: _, ...unit } of unitList) {
    const parentId = made.get(unit.path.replace(/[^/]+\/$/, ''))?.id ?? null
    made.set(unit.path, await db.unit.create({ data: { ...unit, parentId, sinceOn: dateOf(since) } }))
  }
  const units = Object.fromEntries(unitList.map(({ key, path }) => [key, made.get(path)!])) as Cast['units']
  await db.jurisdiction.createMany({
    data: jurisdictions.flatMap(([key, villages]) =>
      villages.map((villageCode) => ({ unitId: units[key].id, villageCode, sinceOn: dateOf(since) })),
    ),
  })
  return units
}
