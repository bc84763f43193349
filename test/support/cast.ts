import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { Role } from '../../src/access/policy/actor.ts'
import type { Db } from '../../src/platform/db/connect.ts'
import { type CastMember, cast as demonstration } from '../../src/processes/demo/cast.ts'

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
  ratna: {
    nrp: '88060707',
    name: 'Ratna Juwita',
    pangkat: 'Ipda',
    position: 'Admin BOS',
    role: 'admin',
    unit: 'jabar',
  },
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

/**
 * Two polsek under one polres and a person for each role there; beside it another polres, to be kept out. All in one
 * statement, because nearly every test begins with it.
 */
export async function cast(db: Db): Promise<Cast> {
  const units = Object.fromEntries<Cast['units'][UnitKey]>(
    unitList.map(({ key, ...unit }) => [key, { ...unit, id: randomUUID() }]),
  ) as Cast['units']
  const players = Object.entries<Part>(parts).map(([name, { unit, ...part }]): [string, Player] => [
    name,
    { ...part, id: randomUUID(), unitId: units[unit].id, unitPath: units[unit].path },
  ])
  const all = JSON.stringify({
    units: Object.values(units),
    people: players.map(([, { unitId, villages = [], ...player }]) => ({ ...player, unit_id: unitId, villages })),
    held: jurisdictions.map(([key, villages]) => ({ unit_id: units[key].id, villages })),
  })
  await db.$executeRaw`
    WITH
      all_of_it AS (SELECT ${all}::jsonb AS j),
      u AS (
        SELECT u.* FROM all_of_it, jsonb_to_recordset(j->'units') AS u (id uuid, kind text, name text, path text)
      ),
      p AS (
        SELECT p.* FROM all_of_it, jsonb_to_recordset(j->'people')
          AS p (id uuid, nrp text, name text, pangkat text, position text, role text, unit_id uuid, villages text[])
      ),
      h AS (SELECT h.* FROM all_of_it, jsonb_to_recordset(j->'held') AS h (unit_id uuid, villages text[])),
      unit AS (
        INSERT INTO unit (id, parent_id, kind, name, path, since_on)
        SELECT u.id, parent.id, u.kind, u.name, u.path, ${since}::date
        FROM u LEFT JOIN u parent ON parent.path = regexp_replace(u.path, '[^/]+/$', '')
      ),
      person AS (
        INSERT INTO person
          (id, nrp, name, pangkat, position, role, unit_id, password_hash, must_change_password, created_at)
        SELECT id, nrp, name, pangkat, position, role, unit_id, ${await cheapHash}, false, ${born} FROM p
      ),
      posting AS (
        INSERT INTO posting (person_id, unit_id, role, position, since_on)
        SELECT id, unit_id, role, position, ${since}::date FROM p
      ),
      jurisdiction AS (
        INSERT INTO jurisdiction (unit_id, village_code, since_on)
        SELECT unit_id, unnest(villages), ${since}::date FROM h
      )
    INSERT INTO assignment (person_id, village_code, since_on)
    SELECT id, unnest(villages), ${since}::date FROM p`
  return { ...(Object.fromEntries(players) as Record<Name, Player>), units }
}
