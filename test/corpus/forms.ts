import { nrpFault, tidyNrp } from '../../src/administration/accounts/nrp.ts'
import { registerKinds } from '../../src/officers/register/kinds.ts'
import { nikFault, nikIn, nikReasons } from '../../src/officers/register/nik.ts'
import { lateReasons } from '../../src/reports/deadlines/late-reasons.ts'
import { fieldProblem, problemsIn } from '../../src/reports/engine/validation.ts'
import { readAnswers, readForm } from '../../src/reports/engine/wire.ts'
import { reportType } from '../../src/reports/registry/registry.ts'
import { reasons } from '../../src/reports/signals/reasons.ts'
import { today } from '../support/report-data.ts'
import { type CorpusKind, triedOf } from './inputs.ts'

type Wire = Record<string, string>

/** A form with the kinds of its questions that are tried, and the answers that make it good. */
export interface CorpusForm {
  path: string
  /** Who fills it in. */
  by: 'budi' | 'rini'
  fields: Record<string, CorpusKind>
  good: Wire
  /** Whether the rules take this answer, the others being good. */
  takes: (name: string, typed: string) => boolean
}

/** Whatever looks odd about a report is explained. */
const explained = Object.fromEntries(
  Object.entries({ ...reasons, terlambat: lateReasons }).map(([key, options]) => [
    `tanda.${key}`,
    Object.keys(options)[0]!,
  ]),
)
const village = '32.74.05.1002'
const common = { ...explained, serupa: 'berbeda', tanggal: '2026-11-20', pukul: '08:15', posisiAlasan: 'gedung' }
const followUp = { tindakLanjut: 'ya', tindakLanjutOleh: 'Ketua RW 07', tindakLanjutBatas: '2026-12-01' }

function reportForm(key: string, fields: CorpusForm['fields'], own: Wire, only: Wire): CorpusForm {
  const type = reportType(key)
  const good = { ...common, ...followUp, ...own }
  return {
    path: `/laporan/${key}`,
    by: 'budi',
    fields,
    good,
    takes: (name, typed) => {
      const answers = readAnswers(type, { ...good, [name]: typed })
      if (name in only && answers[name] !== only[name]) return false
      return problemsIn(type, answers, today).every((found) => found.name !== name)
    },
  }
}

const talk = reportForm(
  'penyuluhan',
  {
    tempat: 'text',
    tindakLanjutOleh: 'text',
    materi: 'long',
    pertanyaan: 'long',
    rw: 'integer',
    rt: 'integer',
    jumlahPeserta: 'integer',
    tanggal: 'date',
    tindakLanjutBatas: 'date',
    pukul: 'time',
    posisi: 'position',
    tema: 'choice',
    sasaran: 'choice',
    sifat: 'choice',
    program: 'choice',
    wilayah: 'village',
  },
  {
    wilayah: village,
    tempat: 'Balai RW 07',
    tema: 'narkoba',
    sasaran: 'warga',
    jumlahPeserta: '25',
    materi: 'Bahaya narkoba bagi remaja, cara menolak ajakan, dan nomor yang bisa dihubungi warga.',
  },
  { wilayah: village },
)

const visit = (entry: string): CorpusForm =>
  reportForm(
    'kunjungan-tempat',
    {
      tempatDikunjungi: 'entry',
      pengamanan: 'many',
      imbauan: 'long',
      'pendapat.0.uraian': 'long',
      pukul: 'time',
      posisi: 'position',
      tanggal: 'date',
    },
    {
      tempatDikunjungi: entry,
      penerima: 'penanggungJawab',
      namaPenerima: 'Joko Susilo',
      pengamanan: 'cctv',
      imbauan: 'Simpan uang hasil penjualan di bank setiap sore.',
      'pendapat.0.jenis': 'harapan',
      'pendapat.0.bidang': 'keamanan',
      'pendapat.0.uraian': 'Patroli malam di depan toko minta ditambah.',
    },
    { tempatDikunjungi: entry },
  )

const { keluarga } = registerKinds
const household: CorpusForm = {
  path: '/warga',
  by: 'budi',
  fields: {
    wilayah: 'village',
    nama: 'name',
    alamat: 'text',
    pekerjaan: 'text',
    hp: 'phone',
    nik: 'nik',
    rt: 'integer',
    rw: 'integer',
    penghuni: 'integer',
  },
  // What may be a double, or is odd about a NIK, is answered.
  good: { wilayah: village, nama: 'Siti Rohmah', rt: '3', rw: '7', ganda: 'tetap', nikKeterangan: nikReasons[0] },
  takes: (name, typed) => {
    const field = keluarga.fields[name]!
    const value = readForm({ [name]: field }, { [name]: typed })[name]
    if (name === 'wilayah') return value === village
    if (fieldProblem(field, value, today, 'id', (key) => key)) return false
    return name !== 'nik' || value === null || nikFault(nikIn(String(value)) ?? '') === undefined
  },
}

/** `given`: the NRP of somebody who is there already. */
const account = (given: string): CorpusForm => ({
  path: '/personel',
  by: 'rini',
  fields: { nrp: 'nrp' },
  good: {
    nama: 'Nur Hidayah',
    pangkat: 'Bripda',
    jabatan: 'Bhabinkamtibmas Kel. Drajat',
    peran: 'bhabinkamtibmas',
    satuan: '/jabar/cirebon-kota/kesambi/',
    mulai: '2026-11-01',
  },
  takes: (_, typed) => tidyNrp(typed) !== given && nrpFault(tidyNrp(typed), today) === undefined,
})

export const corpusForms = (entry: string, given: string): CorpusForm[] => [
  talk,
  visit(entry),
  household,
  account(given),
]

export interface Trial {
  name: string
  kind: CorpusKind
  taken: string[]
  refused: string[]
}

/** Deals the inputs of every kind out to all questions of that kind, and foretells what becomes of each. */
export function trialsOf(forms: CorpusForm[]): Map<CorpusForm, Trial[]> {
  const asked = forms.flatMap((form) => Object.entries(form.fields).map(([name, kind]) => ({ form, name, kind })))
  const trials = new Map(forms.map((form): [CorpusForm, Trial[]] => [form, []]))
  for (const { form, name, kind } of asked) {
    const alike = asked.filter((one) => one.kind === kind)
    const at = alike.findIndex((one) => one.form === form && one.name === name)
    const mine = triedOf(kind).filter((_, index) => index % alike.length === at)
    const taken = mine.filter((typed) => form.takes(name, typed))
    trials.get(form)!.push({ name, kind, taken, refused: mine.filter((typed) => !taken.includes(typed)) })
  }
  return trials
}

export const kindsTried = (forms: CorpusForm[]): CorpusKind[] => [
  ...new Set(forms.flatMap(({ fields }) => Object.values(fields))),
]
