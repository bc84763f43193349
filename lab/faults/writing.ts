import { randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { Chance } from './chance.ts'
import type { Line } from './journal.ts'
import type { Officer } from './world.ts'

export interface Report {
  id: string
  /** As its address names it. */
  type: string
  fields: Record<string, string>
  photos: Uint8Array[]
}

/** Of all reports, how many are talks and not brief ones; of the brief ones, how many have a photo. */
export interface Share {
  talks: number
  photos: number
  /** Bytes by which each photo weighs more than it shows; the server draws it anew without them. */
  ballast?: number
}

/** A report, often a small one: a small row is what a lazy disk loses. */
export async function written({ villages }: Officer, chance: Chance, share: Share): Promise<Report> {
  const [id, isTalk] = [randomUUID(), chance.is(share.talks)]
  const now = new Date(Date.now() + 7 * 3_600_000).toISOString()
  const head = {
    laporanId: id,
    tanggal: now.slice(0, 10),
    pukul: '00:01',
    wilayah: chance.pick(villages),
    aksi: 'kirim',
  }
  const words = `${markOf(id)} ${chance.words(9)}`
  if (!isTalk)
    return {
      id,
      type: 'kilat',
      photos: await photos(chance, chance.is(share.photos) ? 1 : 0, share.ballast),
      fields: { ...head, jenis: 'penyuluhan', kilat: words },
    }
  const talk = {
    rw: '7',
    tempat: chance.words(3),
    tema: 'siskamling',
    sasaran: 'warga',
    jumlahPeserta: String(chance.whole(5, 60)),
    materi: words,
  }
  const position = {
    posisi: `-6.73${chance.whole(1000, 9999)},108.55${chance.whole(1000, 9999)},12`,
    tindakLanjut: 'tidak',
  }
  return {
    id,
    type: 'penyuluhan',
    photos: await photos(chance, chance.whole(1, 2), share.ballast),
    fields: { ...head, ...talk, ...position },
  }
}

/** What the officer remembers of it, before anything is sent. */
export async function remembered({ id, type, fields, photos: files }: Report, author: string): Promise<Line> {
  const { laporanId: _, aksi: __, pukul: ___, ...texts } = fields
  return {
    what: 'sent',
    id,
    author,
    mark: markOf(id),
    type,
    texts,
    photos: await Promise.all(files.map(colourOf)),
  }
}

const markOf = (id: string) => `tanda${id.slice(0, 8)}`

/** Photos of one colour each, that is told again from what the server has made of them. */
const photos = (chance: Chance, count: number, ballast = 0): Promise<Uint8Array[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const background = { r: chance.whole(0, 15) * 17, g: chance.whole(0, 15) * 17, b: chance.whole(0, 15) * 17 }
      const plain = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
        .jpeg()
        .toBuffer()
      return ballast === 0 ? plain : laden(plain, ballast)
    }),
  )

/** The same picture with a comment of so many bytes behind its first marker. */
function laden(jpeg: Buffer, bytes: number): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(bytes + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, randomBytes(bytes), jpeg.subarray(2)])
}

/** In steps of 17, so that drawing it anew changes nothing. */
async function colourOf(photo: Uint8Array): Promise<string> {
  const { channels } = await sharp(photo).stats()
  return channels
    .slice(0, 3)
    .map(({ mean }) => Math.round(mean / 17).toString(16))
    .join('')
}
