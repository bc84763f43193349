import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { Db } from '../../src/platform/db/connect.ts'
import type { Player } from './cast.ts'
import { formIn } from './html-form.ts'
import type { Browser } from './site.ts'

type Wire = Record<string, string | string[]>

/** A photo of one colour, as a phone would send it. */
export const photo = (colour = '#4a7a3a', width = 640): Promise<Buffer> =>
  sharp({ create: { width, height: Math.round(width * 0.75), channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

/** A photo with something on it: patches of light and shade, others for every number. */
export function scenery(number: number, width = 640): Promise<Buffer> {
  const grey = Uint8Array.from(
    { length: 48 },
    (_, at) => (Math.imul(at + 1, 2_654_435_761 ^ (number * 40_503)) >>> 13) % 256,
  )
  return sharp(grey, { raw: { width: 8, height: 6, channels: 1 } })
    .resize(width, Math.round(width * 0.75), { kernel: 'cubic' })
    .jpeg()
    .toBuffer()
}

/** The answers of a talk, as the form sends them; the clock of the tests stands at 24 November 2026, 09.42. */
export const penyuluhan = (own: Wire = {}): Wire => ({
  laporanId: randomUUID(),
  tanggal: '2026-11-24',
  pukul: '09:00',
  wilayah: '32.74.05.1002',
  rw: '7',
  tempat: 'Balai RW 07 Sunyaragi',
  tema: 'siskamling',
  sasaran: 'warga',
  jumlahPeserta: '25',
  materi: 'Ronda malam digiatkan lagi dan setiap rumah menyalakan lampu teras sampai pagi.',
  posisi: '-6.732100,108.552300,12',
  tindakLanjut: 'tidak',
  ...own,
})

/** The answers of a visit to that household. */
export const kunjungan = (household: string, own: Wire = {}): Wire => ({
  laporanId: randomUUID(),
  tanggal: '2026-11-24',
  pukul: '08:30',
  keluarga: household,
  penerima: 'kepala',
  'pendapat.0.jenis': 'keluhan',
  'pendapat.0.bidang': 'keamanan',
  'pendapat.0.uraian': 'Motor tetangga hilang Minggu malam dari teras rumah.',
  imbauan: 'Pasang kunci ganda dan nyalakan lampu teras sepanjang malam.',
  posisiAlasan: 'gedung',
  tindakLanjut: 'ya',
  tindakLanjutOleh: 'Ketua RW 07',
  tindakLanjutBatas: '2026-12-01',
  ...own,
})

/** Posts a form with photos, as a browser without script does. */
export function postForm(browser: Browser, path: string, wire: Wire, photos: Buffer[] = []) {
  let post = browser.post(path)
  for (const [name, value] of Object.entries(wire)) for (const one of [value].flat()) post = post.field(name, one)
  for (const body of photos) post = post.attach('foto', body, { filename: 'foto.jpg', contentType: 'image/jpeg' })
  return post
}

/** Sends a form and answers what is asked about it: to what resembles it that it is another event, else the first reason. */
export async function sendAnswering(browser: Browser, path: string, wire: Wire, photos: Buffer[] = []) {
  const first = await postForm(browser, path, { ...wire, aksi: 'kirim' }, photos)
  if (first.status !== 422 || !first.text.includes('class="question"')) return first
  const reasons = [...first.text.matchAll(/name="(tanda\.[\w-]+)" value="([\w-]+)"/g)].reverse()
  const answers = Object.fromEntries(reasons.map(([, name, value]) => [name!, value!]))
  return browser
    .post(path)
    .type('form')
    .send({ ...formIn(first.text), ...answers, serupa: 'berbeda', aksi: 'kirim' })
}

/** A household in the officer's first village. */
export const household = (db: Db, officer: Player, own: Record<string, unknown> = {}) =>
  db.registerEntry.create({
    data: {
      villageCode: officer.villages![0]!,
      kind: 'keluarga',
      rt: 3,
      rw: 7,
      name: 'Siti Rohmah',
      details: { penghuni: 4 },
      createdBy: officer.id,
      createdAt: new Date('2026-11-01T08:00:00+07:00'),
      ...own,
    },
  })

/** A talk that was filed through the form; gives its id. */
export async function filedTalk(browser: Browser, own: Wire = {}): Promise<string> {
  const wire = penyuluhan({ aksi: 'kirim', ...own })
  const { status } = await sendAnswering(browser, '/laporan/penyuluhan', wire, [await photo()])
  expect(status).toBe(303)
  return String(wire.laporanId)
}
