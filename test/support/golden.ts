import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dateOf } from '../../src/kernel/days.ts'
import type { PublicKey } from '../../src/officers/envelopes/envelope.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { root } from '../../src/platform/config/config.ts'
import type { Answers } from '../../src/reports/engine/definition.ts'
import { type Cast, password } from './cast.ts'
import { secrets } from './site.ts'
import { store } from './store.ts'

interface Keys {
  publicKey: PublicKey
  /** As a JWK: made for these files alone. */
  privateKey: JsonWebKey
}

/** Who has sent the goldens of a release, and what opens them. */
export interface GoldenPhone {
  release: string
  /** When they were written. */
  at: string
  person: string
  device: { id: string } & Keys
  sealingKey: { kid: string } & Keys
  villages: string[]
  /** What they tell of in the register. */
  entries: { id: string; kind: string; name: string; villageCode: string }[]
}

export interface GoldenEnvelope {
  id: string
  jws: string
  /** Sealed bytes by their hash, base64. */
  photos: Record<string, string>
  /** What its release understood. */
  filed: { typeKey: string; state: 'submitted' | 'brief'; answers: Answers; sealed: Answers | null }
}

const folder = join(root, 'test/golden')
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))

export const goldenReleases: string[] = readdirSync(folder)

export const goldenPhone = (release: string) => read(release, 'phone.json') as GoldenPhone

export const goldenEnvelopes = (release: string): GoldenEnvelope[] =>
  readdirSync(join(folder, release))
    .filter((name) => name !== 'phone.json')
    .flatMap((name) => read(release, name) as GoldenEnvelope[])

/** Makes this database know the phone, its officer in Kesambi, the key that it sealed to, and what it tells of. */
export async function knowPhone({ units }: Cast, phone: GoldenPhone): Promise<void> {
  const { person: id, device, sealingKey, villages, entries } = phone
  const [sinceOn, at] = [dateOf('2026-01-01'), new Date('2026-01-01T08:00:00+07:00')]
  const place = { unitId: units.kesambi.id, role: 'bhabinkamtibmas', position: 'Bhabinkamtibmas' }
  const named = { nrp: '86049999', name: 'Eko Wibowo', pangkat: 'Aipda', passwordHash: password }
  await store.db.person.create({ data: { id, ...named, ...place, createdAt: at } })
  await store.db.posting.create({ data: { personId: id, ...place, sinceOn } })
  await store.db.assignment.createMany({
    data: villages.map((villageCode) => ({ personId: id, villageCode, sinceOn })),
  })
  await store.db.deviceKey.create({
    data: {
      id: device.id,
      publicKey: { ...device.publicKey },
      personId: id,
      thumbprint: device.id,
      madeAt: at,
      lastSeenAt: at,
    },
  })
  const { kid, privateKey } = sealingKey
  const privateSealed = cipherOf(secrets.data).encrypt(JSON.stringify(privateKey), `sealing_key:private_sealed:${kid}`)
  await store.db.sealingKey.create({ data: { kid, publicKey: {}, privateSealed, madeAt: at, retiredAt: at } })
  await store.db.registerEntry.createMany({
    data: entries.map((entry) => ({ ...entry, rt: 3, rw: 7, details: {}, createdBy: id, createdAt: at })),
  })
}
