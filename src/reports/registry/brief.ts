import { type Answers, choice, head, long, place, type ReportType } from '../engine/index.ts'
import { reportTypes } from '../types/index.ts'

const fields = {
  jenis: choice({
    label: { id: 'Jenis kegiatan', en: 'Kind of activity' },
    required: true,
    empty: { id: 'Pilih jenis kegiatan', en: 'Choose the kind of activity' },
    options: Object.fromEntries(reportTypes.map(({ key, title }) => [key, title])),
  }),
  wilayah: place.wilayah,
  ...head,
  kilat: long({
    label: { id: 'Satu kalimat', en: 'One sentence' },
    hint: { id: 'Apa yang Anda lakukan atau lihat.', en: 'What you did or saw.' },
    required: true,
    minLength: 10,
    maxLength: 200,
  }),
}

/** The form of a brief report, described as a type is, so that the same engine reads, judges and shows it. */
export const briefForm: ReportType = {
  key: 'kilat',
  code: 'KILAT',
  title: { id: 'Laporan kilat', en: 'Flash report' },
  short: { id: 'Kilat', en: 'Flash' },
  hint: { id: 'Tepat waktu dalam 1 menit, rinciannya menyusul', en: 'On time in 1 minute, the detail follows' },
  order: 0,
  version: 1,
  fields,
  sections: [{ title: { id: 'Laporan kilat', en: 'Flash report' }, fields: Object.keys(fields) }],
  entryField: '',
  headline: { id: '{kilat}', en: '{kilat}' },
  photos: {
    label: { id: 'Foto', en: 'Photo' },
    hint: {
      id: 'Satu foto. Boleh menyusul saat dilengkapi.',
      en: 'One photo. It may follow when you complete the report.',
    },
    min: 0,
    max: 1,
  },
  target: { count: 0, per: 'hari' },
}

/** What is kept of a brief report: when, where and the line. Which type it is, is a column. */
export const briefAnswers = ({ tanggal, pukul, wilayah, kilat }: Answers): Answers => ({
  tanggal,
  pukul,
  wilayah,
  kilat: typeof kilat === 'string' ? kilat.replace(/\s+/g, ' ') : null,
})
