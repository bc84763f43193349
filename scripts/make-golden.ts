import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { encryptEnvelope, publicKeyOf, type SealingKey } from '../src/browser/phone/envelope.ts'
import { root } from '../src/platform/config/config.ts'
import type { ReportType } from '../src/reports/engine/definition.ts'
import { photosLacking } from '../src/reports/engine/judge.ts'
import { readAnswers, type Wire } from '../src/reports/engine/wire.ts'
import { splitConfidential } from '../src/reports/record/confidential.ts'
import { briefAnswers, briefForm } from '../src/reports/registry/brief.ts'
import { reportTypes } from '../src/reports/types/index.ts'
import type { GoldenEnvelope, GoldenPhone } from '../test/support/golden.ts'
import { reportData } from '../test/support/report-data.ts'

/*
 * Writes what a phone of this release sends, for every type of report that has no such file yet. A file is never written
 * again: every later release must take it. The keys are made here, for these files alone. See docs/how-to/add-goldens.md.
 */

const { version: release } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const folder = join(root, 'test/golden', release)
const written = '2026-11-24T02:40:00.000Z'
const clock = { written, offset: -1500, measured: '2026-11-24T02:00:00.000Z' }
const brief = { jenis: 'penyuluhan', tanggal: '2026-11-24', pukul: '08:15', wilayah: '32.74.05.1002' }
const wires: Record<string, Wire> = {
  ...reportData,
  kilat: { ...brief, kilat: 'Bahaya narkoba dijelaskan kepada pemuda RW 07.' },
}

const fileOf = (name: string) => join(folder, `${name}.json`)
const write = (name: string, value: object) => writeFileSync(fileOf(name), `${JSON.stringify(value, null, 2)}\n`)

/** Small, each another one, and a JPEG as a phone's canvas makes it. */
const picture = (number: number): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: { r: 40 * number, g: 90, b: 160 } } })
    .jpeg()
    .toBuffer()

/** With as few photos as the type allows, and with as many. */
function countsOf(type: ReportType, wire: Wire): number[] {
  const { min, max, minWhen } = type.photos
  const needed = { min, ...(minWhen ? { minWhen } : {}) }
  const isEnough = (count: number) => photosLacking(needed, readAnswers(type, wire), count) === undefined
  return [[0, 1, 2, 3].find(isEnough)!, max]
}

interface Making {
  type: ReportType
  wire: Wire
  photos: number
  sequence: number
}

async function makeOne(
  { type, wire, photos, sequence }: Making,
  author: string,
  to: SealingKey,
  by: { key: CryptoKey; device: string },
): Promise<GoldenEnvelope> {
  const id = crypto.randomUUID()
  const isBrief = type.key === briefForm.key
  const typed = { ...wire, laporanId: id, versiFormulir: String(type.version) } as Record<string, string>
  const pictures = await Promise.all(Array.from({ length: photos }, (_, at) => picture(at + 1)))
  const kind = isBrief ? ('brief' as const) : ('report' as const)
  const letter = {
    claims: { id, author, sequence, release },
    content: { kind, type: type.key, wire: typed, clock, locale: 'id' as const },
    photos: pictures.map((one) => new Uint8Array(one).buffer),
  }
  const envelope = await encryptEnvelope(letter, to, by)
  const answers = readAnswers(type, typed)
  const { open, confidential } = splitConfidential(type, isBrief ? briefAnswers(answers) : answers)
  return {
    id,
    jws: envelope.jws,
    photos: Object.fromEntries(envelope.photos.map(({ hash, bytes }) => [hash, Buffer.from(bytes).toString('base64')])),
    filed: {
      typeKey: isBrief ? brief.jenis : type.key,
      state: isBrief ? 'brief' : 'submitted',
      answers: open,
      sealed: confidential,
    },
  }
}

/** The phone of this release, with the same keys as long as it is the same release. */
async function phoneOf(types: readonly ReportType[]): Promise<GoldenPhone> {
  if (existsSync(fileOf('phone'))) return JSON.parse(readFileSync(fileOf('phone'), 'utf8')) as GoldenPhone
  const device = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const sealing = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const privateOf = (key: CryptoKey) => crypto.subtle.exportKey('jwk', key)
  const phone: GoldenPhone = {
    release,
    at: written,
    person: crypto.randomUUID(),
    villages: ['32.74.05.1002'],
    device: { id: crypto.randomUUID(), ...(await keysOf(device, privateOf)) },
    sealingKey: { kid: crypto.randomUUID(), ...(await keysOf(sealing, privateOf)) },
    entries: types
      .filter(({ entryField }) => entryField !== '')
      .map(({ key, entryField, fields }) => ({
        id: String(wires[key]![entryField]),
        kind: fields[entryField]!.register!,
        name: 'Siti Rohmah',
        villageCode: '32.74.05.1002',
      })),
  }
  write('phone', phone)
  return phone
}

const keysOf = async (
  { publicKey, privateKey }: CryptoKeyPair,
  privateOf: (key: CryptoKey) => Promise<JsonWebKey>,
) => ({
  publicKey: await publicKeyOf(publicKey),
  privateKey: await privateOf(privateKey),
})

const types = [...reportTypes, briefForm]
mkdirSync(folder, { recursive: true })
const phone = await phoneOf(types)
const signing = { name: 'ECDSA', namedCurve: 'P-256' }
const key = await crypto.subtle.importKey('jwk', phone.device.privateKey, signing, false, ['sign'])
const [by, to] = [
  { key, device: phone.device.id },
  { kid: phone.sealingKey.kid, ...phone.sealingKey.publicKey },
]
for (const [at, type] of types.entries()) {
  if (existsSync(fileOf(type.key))) continue
  const wire = wires[type.key]!
  const envelopes: GoldenEnvelope[] = []
  for (const [nth, photos] of countsOf(type, wire).entries())
    envelopes.push(await makeOne({ type, wire, photos, sequence: 2 * at + nth + 1 }, phone.person, to, by))
  write(type.key, envelopes)
}
