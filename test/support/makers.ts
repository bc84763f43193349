import { randomUUID } from 'node:crypto'
import type { AbsenceKind } from '../../src/administration/absences/kinds.ts'
import { dateOf } from '../../src/kernel/days.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { appendAudit } from '../../src/platform/db/audit-entry.ts'
import type { Prisma } from '../../src/platform/generated/prisma/client.ts'
import { usualTimes } from '../../src/reports/deadlines/due.ts'
import { type CleanPhoto, cleanPhoto } from '../../src/reports/drafts/photos.ts'
import type { Answers } from '../../src/reports/engine/definition.ts'
import type { Wire } from '../../src/reports/engine/wire.ts'
import { fileReports } from '../../src/reports/record/filing.commands.ts'
import { type Filing } from '../../src/reports/record/filing-model.ts'
import { filingOf } from '../../src/reports/record/report-row.ts'
import { briefAnswers } from '../../src/reports/registry/brief.ts'
import { reportType } from '../../src/reports/registry/registry.ts'
import type { Player } from './cast.ts'
import { photo } from './filing.ts'
import { secrets } from './site.ts'
import type { Store } from './store.ts'

const key = cipherOf(secrets.data)
/** So far apart that each is another photo after it was drawn anew. */
const colours = ['#5f97c0', '#a04020', '#20a040']
const morning = new Date('2026-11-24T09:30:00+07:00')

/** What an officer typed about a talk, as his form sends it. */
export const penyuluhan = (own: Wire = {}): Wire => ({
  tanggal: '2026-11-24',
  pukul: '08:15',
  wilayah: '32.74.05.1002',
  rw: '7',
  rt: '',
  tempat: 'Balai RW 07',
  tema: 'narkoba',
  sasaran: 'pemuda',
  jumlahPeserta: '25',
  pertanyaan: '',
  materi: 'Bahaya narkoba bagi remaja, cara menolak ajakan, dan nomor yang bisa dihubungi warga.',
  posisi: '-6.736900,108.550200,12',
  tindakLanjut: 'tidak',
  tindakLanjutOleh: '',
  tindakLanjutBatas: '',
  ...own,
})

/** The same of a visit to a household. */
export const kunjunganWarga = (keluarga: string, own: Wire = {}): Wire => ({
  tanggal: '2026-11-24',
  pukul: '08:15',
  keluarga,
  penerima: 'kepala',
  namaPenerima: '',
  'pendapat.0.jenis': 'keluhan',
  'pendapat.0.bidang': 'keamanan',
  'pendapat.0.uraian': 'Lampu jalan di gang masuk padam sejak tiga malam yang lalu.',
  imbauan: 'Kunci ganda pagar pada malam hari dan simpan nomor Bhabinkamtibmas.',
  posisi: '-6.736900,108.550200,12',
  tindakLanjut: 'tidak',
  tindakLanjutOleh: '',
  tindakLanjutBatas: '',
  ...own,
})

const talk: Answers = {
  tanggal: '2026-11-24',
  pukul: '08:15',
  wilayah: '32.74.05.1002',
  rw: 7,
  rt: null,
  tempat: 'Balai RW 07',
  tema: 'narkoba',
  sasaran: 'pemuda',
  jumlahPeserta: 25,
  pertanyaan: null,
  materi: 'Bahaya narkoba bagi remaja, cara menolak ajakan, dan nomor yang bisa dihubungi warga.',
  posisi: '-6.736900,108.550200,12',
  posisiAlasan: null,
  tindakLanjut: 'tidak',
  tindakLanjutOleh: null,
  tindakLanjutBatas: null,
}

export interface Making {
  answers?: Answers
  at?: Date
  photos?: number
  /** What else the filing says. */
  filing?: Partial<Filing>
}

/** A talk that this officer has filed, through the statement that files every report. */
export async function filedTalk(
  store: Store,
  author: Player,
  { answers = {}, at = morning, photos = 1, filing: own = {} }: Making = {},
) {
  const id = randomUUID()
  const hashes: string[] = []
  for (let index = 0; index < photos; index += 1) hashes.push(await parkedPhoto(store, author, id, colours[index]))
  const whole = { ...talk, wilayah: author.villages?.[0] ?? talk.wilayah, ...answers }
  const filing = filingOf({
    id,
    type: reportType('penyuluhan'),
    answers: whole,
    photos: hashes,
    villageCode: String(whole.wilayah),
    author: { ...author, timeZone: 'Asia/Jakarta' },
    writtenAt: at,
    arrivedAt: at,
    requestId: 'MAKER',
    cipher: key,
    times: usualTimes,
  })
  await fileReports(store.db, [{ ...filing, ...own }])
  return store.db.report.findUniqueOrThrow({ where: { id } })
}

/** A visit of this officer to that household, through the same statement; nothing is asked about it. */
export async function filedVisit(
  store: Store,
  author: Player,
  entry: { id: string; villageCode: string },
  on = '2026-11-24',
) {
  const id = randomUUID()
  const type = reportType('kunjungan-warga')
  const promise = { tindakLanjut: 'ya', tindakLanjutOleh: 'Ketua RW 07', tindakLanjutBatas: '2026-12-01' }
  const { wilayah: _, rw: __, rt: ___, tempat: ____, tema: _____, ...common } = talk
  const filing = filingOf({
    id,
    type,
    answers: { ...common, ...promise, tanggal: on, keluarga: entry.id, penerima: 'kepala' },
    photos: [await parkedPhoto(store, author, id)],
    villageCode: entry.villageCode,
    author: { ...author, timeZone: 'Asia/Jakarta' },
    writtenAt: morning,
    arrivedAt: morning,
    requestId: 'MAKER',
    cipher: key,
    times: usualTimes,
  })
  await fileReports(store.db, [filing])
  return id
}

/** A brief report of this officer, through the same statement. */
export async function filedBrief(
  store: Store,
  author: Player,
  { answers = {}, at = morning, photos = 0 }: Making = {},
) {
  const id = randomUUID()
  const hashes: string[] = []
  for (let index = 0; index < photos; index += 1) hashes.push(await parkedPhoto(store, author, id, colours[index]))
  const { jenis = 'penyuluhan', ...own } = answers
  const line = 'Ronda malam di Balai RW 07, situasi aman.'
  const wilayah = author.villages?.[0] ?? '32.74.05.1002'
  const whole = briefAnswers({ tanggal: '2026-11-24', pukul: '08:15', wilayah, kilat: line, ...own })
  const filing = filingOf({
    id,
    type: reportType(String(jenis)),
    state: 'brief',
    answers: whole,
    photos: hashes,
    author: { ...author, timeZone: 'Asia/Jakarta' },
    villageCode: String(whole.wilayah),
    writtenAt: at,
    arrivedAt: at,
    requestId: 'MAKER',
    times: usualTimes,
    cipher: key,
  })
  await fileReports(store.db, [filing])
  return store.db.report.findUniqueOrThrow({ where: { id } })
}

/** A photo that waits under a report's id. Returns its hash. */
export async function parkedPhoto(store: Store, author: Player, reportId: string, colour = '#5f97cc'): Promise<string> {
  const { body, ...clean } = (await cleanPhoto(await photo(colour, 64))) as CleanPhoto
  await store.db.parkedPhoto.create({
    data: { ...clean, body: new Uint8Array(body), reportId, authorId: author.id, parkedAt: morning },
  })
  return clean.hash
}

/** A talk that came in the name of this officer from a phone that nobody knows, and that this Kasat has released. */
export async function unacknowledgedTalk(store: Store, author: Player, asker: Player, askedAt = morning) {
  const { id } = await filedTalk(store, author, { filing: { state: 'unacknowledged', authorship: 'awaited' } })
  await store.db.$transaction(async (tx) => {
    await tx.acknowledgement.create({ data: { reportId: id, askedAt, askedBy: asker.id, toState: 'submitted' } })
    await appendAudit(tx, key, [{ at: morning, actorId: asker.id, action: 'envelope.released', subject: id }])
  })
  return { id }
}

/** The report as its reviewer left it: sent back for these fields. */
export async function returnedTalk(store: Store, author: Player, reviewer: Player, fields = ['materi']) {
  const { id, version } = await filedTalk(store, author)
  await store.db.report.update({ where: { id }, data: { state: 'returned' } })
  await store.db.review.create({
    data: {
      reportId: id,
      version,
      reviewerId: reviewer.id,
      decision: 'returned',
      decidedAt: morning,
      reason: 'kurang-lengkap',
      note: 'Tulis apa yang disampaikan',
      pins: fields.map((field) => ({ field, note: '' })),
    },
  })
  return store.db.report.findUniqueOrThrow({ where: { id } })
}

/** The report as its reviewer has accepted it. */
export async function verifiedTalk(store: Store, author: Player, reviewer: Player, making: Making = {}) {
  const { id, version } = await filedTalk(store, author, making)
  await store.db.report.update({ where: { id }, data: { state: 'verified' } })
  await store.db.review.create({
    data: { reportId: id, version, reviewerId: reviewer.id, decision: 'verified', decidedAt: morning },
  })
  return store.db.report.findUniqueOrThrow({ where: { id } })
}

/** A form that this officer has put aside. */
export const aDraft = (store: Store, author: Player, answers: Wire = penyuluhan()) =>
  store.db.draft.create({
    data: {
      id: randomUUID(),
      authorId: author.id,
      typeKey: 'penyuluhan',
      updatedAt: morning,
      answers: answers as Prisma.InputJsonObject,
    },
  })

/** Days on which this officer is away, as his Kanit has recorded them. */
export const anAbsence = (
  store: Store,
  { id: personId }: Player,
  recorder: Player,
  {
    kind = 'cuti',
    from = '2026-11-23',
    until = '2026-11-27',
  }: { kind?: AbsenceKind; from?: string; until?: string } = {},
) =>
  store.db.absence.create({
    data: {
      personId,
      kind,
      fromOn: dateOf(from),
      untilOn: dateOf(until),
      recordedBy: recorder.id,
      recordedAt: morning,
    },
  })

/** What this commander wants done; of the polsek of the cast where none is named. */
export const aDirective = (
  store: Store,
  { id: authorId, unitPath }: Player,
  { audience = ['/jabar/cirebon-kota/kesambi/'], from = '2026-11-20', until = '2026-11-30', ...own }: Directing = {},
) =>
  store.db.directive.create({
    data: {
      unitPath,
      authorId,
      audience,
      fromOn: dateOf(from),
      untilOn: dateOf(until),
      createdAt: morning,
      title: 'Sambangi rumah kos di RW 07',
      text: 'Data penghuni baru dan ingatkan wajib lapor 1 x 24 jam.',
      typeKey: 'penyuluhan',
      ...own,
    },
  })

interface Directing {
  audience?: string[]
  from?: string
  until?: string
  title?: string
  typeKey?: string | null
  endedAt?: Date
}
