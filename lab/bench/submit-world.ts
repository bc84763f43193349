import {
  createCipheriv,
  createHash,
  createPrivateKey,
  type KeyObject,
  randomBytes,
  randomInt,
  randomUUID,
  sign,
} from 'node:crypto'
import { newKey } from '../../src/access/devices/new-key.ts'
import type { PublicJwk } from '../../src/access/devices/public-key.ts'
import { sealingKeyNow } from '../../src/access/devices/sealing-keys.commands.ts'
import { hashPassword } from '../../src/access/sessions/passwords.ts'
import { addDays, type Day, dateOf } from '../../src/kernel/days.ts'
import type { Cipher } from '../../src/platform/cipher.ts'
import type { Db } from '../../src/platform/db/connect.ts'

const polsek = 200
const officersEach = 10
export const password = 'sawah hijau di pagi hari'

export interface Officer {
  id: string
  nrp: string
  village: string
  unitPath: string
  device: string
  publicKey: PublicJwk
  key: KeyObject
}

export interface World {
  officers: Officer[]
  sealingKey: { kid: string; jwk: PublicJwk }
  today: Day
}

function signingKey(): Pick<Officer, 'publicKey' | 'key'> {
  const { jwk, d } = newKey()
  return { publicKey: jwk, key: createPrivateKey({ key: { ...jwk, d }, format: 'jwk' }) }
}

const pointOf = ({ x, y }: PublicJwk): Buffer =>
  Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])

const districts = Array.from({ length: 20 }, (_, at) => `32.74.${String(at + 1).padStart(2, '0')}`)
const villageOf = (at: number) => `${districts[Math.floor(at / 100)]}.1${String((at % 100) + 1).padStart(3, '0')}`

/** A polres of two hundred polsek with ten officers each, every one with a village and a phone of his own. */
export async function makeWorld(db: Db, cipher: Cipher, now: Date, today: Day): Promise<World> {
  const count = polsek * officersEach
  const codes = ['32', '32.74', ...districts, ...Array.from({ length: count }, (_, at) => villageOf(at))]
  await db.area.createMany({ data: codes.map((code) => ({ code, name: `Wilayah ${code}` })) })
  const sinceOn = dateOf('2026-01-01')
  const top = await db.unit.create({ data: { kind: 'polres', name: 'Polres Contoh', path: '/contoh/', sinceOn } })
  const units = await db.unit.createManyAndReturn({
    data: Array.from({ length: polsek }, (_, at) => ({
      kind: 'polsek',
      name: `Polsek ${at}`,
      path: `/contoh/p${at}/`,
      parentId: top.id,
      sinceOn,
    })),
  })
  const passwordHash = await hashPassword(password)
  const officers: Officer[] = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    nrp: `9001${String(at).padStart(4, '0')}`,
    village: villageOf(at),
    device: randomUUID(),
    unitPath: units[at % polsek]!.path,
    ...signingKey(),
  }))
  const common = { pangkat: 'Aipda', position: 'Bhabinkamtibmas', role: 'bhabinkamtibmas', mustChangePassword: false }
  await db.person.createMany({
    data: officers.map(({ id, nrp }, at) => ({
      id,
      nrp,
      name: `Petugas ${at}`,
      unitId: units[at % polsek]!.id,
      passwordHash,
      createdAt: now,
      ...common,
    })),
  })
  const posting = { role: common.role, position: common.position, sinceOn }
  await db.posting.createMany({
    data: officers.map(({ id: personId }, at) => ({ personId, unitId: units[at % polsek]!.id, ...posting })),
  })
  await db.assignment.createMany({
    data: officers.map(({ id: personId, village: villageCode }) => ({ personId, villageCode, sinceOn })),
  })
  await db.deviceKey.createMany({
    data: officers.map(({ id: personId, device, publicKey }) => ({
      id: device,
      personId,
      publicKey: { ...publicKey },
      thumbprint: device,
      madeAt: now,
      lastSeenAt: now,
    })),
  })
  return { officers, sealingKey: await sealingKeyNow(db, cipher, now), today }
}

const syllables = [
  'ka',
  'ri',
  'so',
  'lan',
  'me',
  'tu',
  'ba',
  'ng',
  'pe',
  'wi',
  'ra',
  'ga',
  'no',
  'sa',
  'di',
  'ju',
  'ke',
  'ma',
]
const oneOf = <T>(list: readonly T[], bytes: Buffer, at: number): T => list[bytes[at]! % list.length]!

/** Prose that no two reports share, so that nothing is asked about likeness. */
function prose(length: number): string {
  const bytes = randomBytes(length)
  let text = ''
  for (let at = 0; text.length < length; at += 3) {
    text += `${oneOf(syllables, bytes, at % length)}${oneOf(syllables, bytes, (at + 1) % length)}${oneOf(syllables, bytes, (at + 2) % length)} `
  }
  return text.trim()
}

const two = (number: number) => String(number).padStart(2, '0')

const daysTold = 20

/** Of the last three weeks, so that no day holds more talks of a polsek than a busy one does. */
export const anyDay = (today: Day): Day => addDays(today, -1 - randomInt(daysTold))

/** A talk of this officer, yesterday, so that nothing is asked about lateness; about 1.5 kB of answers. */
export function talkOf({ village }: Officer, today: Day, day = addDays(today, -1)): Record<string, string> {
  const dice = randomBytes(3)
  return {
    tanggal: day,
    pukul: `${two(dice[0]! % 24)}:${two(dice[1]! % 60)}`,
    wilayah: village,
    rw: String(1 + (dice[2]! % 12)),
    tempat: `Balai ${prose(20)}`,
    tema: 'siskamling',
    sasaran: 'warga',
    jumlahPeserta: '25',
    materi: prose(470),
    pertanyaan: prose(280),
    posisiAlasan: 'gedung',
    tindakLanjut: 'tidak',
    versiFormulir: '1',
  }
}

const lengthened = (bytes: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}
const kdfInfo = Buffer.concat([
  ...[Buffer.from('A256GCM'), Buffer.alloc(0), Buffer.alloc(0)].map(lengthened),
  Buffer.from([0, 0, 1, 0]),
])
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An envelope as a phone makes it. */
export function envelopeOf({ sealingKey, today }: World, officer: Officer, sequence: number, now: Date): string {
  const photoKeys = [randomBytes(32).toString('base64url')]
  const clock = { written: now.toISOString(), offset: 0, measured: now.toISOString() }
  const content = {
    v: 1,
    kind: 'report',
    type: 'penyuluhan',
    wire: talkOf(officer, today, anyDay(today)),
    photoKeys,
    clock,
    locale: 'id',
  }
  const { jwk: epk, ecdh } = newKey()
  const head = encoded({ alg: 'ECDH-ES', enc: 'A256GCM', kid: sealingKey.kid, epk })
  const secret = ecdh.computeSecret(pointOf(sealingKey.jwk))
  const key = createHash('sha256')
    .update(Buffer.from([0, 0, 0, 1]))
    .update(secret)
    .update(kdfInfo)
    .digest()
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(head))
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
  const sealed = [head, '', ...[iv, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
  const claims = {
    v: 1,
    id: randomUUID(),
    author: officer.id,
    sequence,
    release: '2.0.0',
    content: sealed,
    photos: [{ hash: randomBytes(32).toString('hex'), size: 200_000 }],
  }
  const signed = `${encoded({ alg: 'ES256', typ: 'bos-envelope', kid: officer.device })}.${encoded(claims)}`
  const signature = sign('sha256', Buffer.from(signed), { key: officer.key, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}
